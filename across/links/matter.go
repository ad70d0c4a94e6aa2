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
	wordSize    = 4   // letters of a word in a Matter
)

// Matter is what a report is about: the words that stand out in it, each as a number in
// four letters, those that stand out most first. Two statements alike in words mean one thing more likely where their reports are about one matter.
type Matter string

// matterOf picks the words that a report says most often for how rare they are.
func matterOf(pieces []string) Matter {
	times, names, read := map[string]int{}, map[string]bool{}, 0
	for _, piece := range pieces {
		for i, t := range words.Cut(onrecord.Quote{Text: piece}) {
			if t.IsContent() && read < matterRange {
				times[t.Stem]++
				names[t.Stem] = i > 0 && isCapital(t.Text) && (names[t.Stem] || times[t.Stem] == 1)
				read++
			}
		}
	}
	stems := make([]string, 0, len(times))
	worth := make(map[string]float64, len(times))
	for stem, n := range times {
		stems = append(stems, stem)
		worth[stem] = words.Weight(stem) * math.Log2(1+float64(n))
		if names[stem] {
			worth[stem] *= nameWorth
		}
	}
	slices.SortFunc(stems, func(a, b string) int { return cmp.Or(cmp.Compare(worth[b], worth[a]), cmp.Compare(a, b)) })
	return packMatter(stems[:min(mostMatter, len(stems))])
}

func packMatter(stems []string) (m Matter) {
	for _, stem := range stems {
		h := fnv.New32a()
		_, _ = h.Write([]byte(stem))
		sum := h.Sum32()
		m += Matter(base64.RawURLEncoding.EncodeToString([]byte{byte(sum >> 16), byte(sum >> 8), byte(sum)}))
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

// shared counts the words that two matters have in common.
func (m Matter) shared(o Matter) (n int) {
	for a := range m.Words() {
		for b := range o.Words() {
			if a == b {
				n++
				break
			}
		}
	}
	return n
}
