package links

import (
	"cmp"
	"encoding/base64"
	"hash/fnv"
	"iter"
	"math"
	"slices"

	"onrecord"
	"onrecord/across/words"
)

const (
	mostMatter  = 12  // words by which the matter of a report is known
	matterRange = 700 // words from its beginning in which they are looked for
	nameWorth   = 1.5 // how much more a name tells than another word: other reports call it the same
	wordSize    = 3   // letters of a word in a Matter
)

// Matter is what a report is about: the words that stand out in it, each as a number in three letters, those that
// stand out most first. Two statements alike in words mean one thing more likely where their reports are about one
// matter.
type Matter string

// standing is how a word stands in a report.
type standing struct {
	stem   string
	times  int
	isName bool // written large wherever it stands, and not only where a text begins
}

// worth is how much a word stands out: how often it is said for how rare it is.
func (s *standing) worth() float64 {
	worth := words.Weight(s.stem) * math.Log2(1+float64(s.times))
	if s.isName {
		worth *= nameWorth
	}
	return worth
}

func matterOf(pieces []string) Matter {
	type weighed struct {
		stem  string
		worth float64
	}
	var all []weighed
	for _, s := range standingOf(pieces) {
		all = append(all, weighed{s.stem, s.worth()})
	}
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(a.stem, b.stem)) })
	var stems []string
	for _, w := range all[:min(mostMatter, len(all))] {
		stems = append(stems, w.stem)
	}
	return packMatter(stems)
}

func standingOf(pieces []string) map[string]*standing {
	all, read := map[string]*standing{}, 0
	for _, piece := range pieces {
		for i, t := range words.Cut(onrecord.Quote{Text: piece}) {
			if !t.IsContent() || read == matterRange {
				continue
			}
			read++
			s := all[t.Stem]
			if s == nil {
				s = &standing{stem: t.Stem, isName: true}
				all[t.Stem] = s
			}
			s.times++
			s.isName = s.isName && i > 0 && isCapital(t.Text)
		}
	}
	return all
}

// packMatter keeps 18 bits of a word: that two words of 144 pairs meet by chance happens once in 1,800 pairs of reports.
func packMatter(stems []string) (m Matter) {
	for _, stem := range stems {
		h := fnv.New32a()
		_, _ = h.Write([]byte(stem))
		sum := h.Sum32()
		m += Matter(base64.RawURLEncoding.EncodeToString([]byte{byte(sum >> 16), byte(sum >> 8), byte(sum)})[:wordSize])
	}
	return m
}

// Words gives the words of a matter, those that stand out most first.
func (m Matter) Words() iter.Seq[string] {
	return func(yield func(string) bool) {
		for ; len(m) >= wordSize; m = m[wordSize:] {
			if !yield(string(m[:wordSize])) {
				return
			}
		}
	}
}

// IsNear reports whether two reports are about one matter, as far as their words tell.
func (m Matter) IsNear(o Matter) bool { return m.shared(o) >= leastKin }

// shared counts the words that two matters have in common.
func (m Matter) shared(o Matter) (n int) {
	for ; len(m) >= wordSize; m = m[wordSize:] {
		for rest := o; len(rest) >= wordSize; rest = rest[wordSize:] {
			if m[0] == rest[0] && m[1] == rest[1] && m[2] == rest[2] {
				n++
				break
			}
		}
	}
	return n
}
