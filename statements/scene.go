package statements

import (
	"strings"

	"onrecord"
)

// scene is an analysis with what the features of both models look up, worked
// out once a report.
type scene struct {
	a        *onrecord.Analysis
	quotes   []quotation
	quoteOf  []int // by token: index of the outermost quotation that holds it; -1
	low      []string
	words    []tokenHash
	children [][]int
	first    []int     // leftmost token of the subtree, by token
	last     []int     // rightmost token of the subtree, by token
	sentence []int     // by token
	odds     []float64 // by token: of heading a cue
	room     []uint32  // for features, used again
}

// tokenHash is the hashed attributes of a token.
type tokenHash struct{ word, lemma, upos, xpos, rel, suffix, class, coarse, fine uint64 }

func setScene(a *onrecord.Analysis, classes *WordClasses) *scene {
	n := len(a.Tokens)
	s := &scene{a: a, quotes: findQuotations(a.Text), quoteOf: make([]int, n), low: make([]string, n),
		words: make([]tokenHash, n), children: make([][]int, n), first: make([]int, n), last: make([]int, n),
		sentence: make([]int, n), odds: make([]float64, n)}
	for i := range a.Tokens {
		s.low[i] = strings.ToLower(a.Text.Cut(a.Tokens[i].Span))
		s.words[i] = hashToken(&a.Tokens[i], s.low[i], classes)
		if isDash(s.low[i]) {
			s.words[i].word = s.dashWord(i)
		}
		s.first[i], s.last[i], s.quoteOf[i] = i, i, -1
	}
	for i := range a.Sentences {
		s.growTree(a.Sentences[i].First, a.Sentences[i].End, i)
	}
	s.markQuotes()
	return s
}

func hashToken(t *onrecord.Token, low string, classes *WordClasses) tokenHash {
	h := tokenHash{word: hashString(low), lemma: hashString(strings.ToLower(t.Lemma)), upos: hashString(t.UPOS),
		xpos: hashString(t.XPOS), rel: hashString(t.Deprel), suffix: hashString(low[max(0, len(low)-3):])}
	for _, sense := range sensesOf(t, low) {
		h.class = mix(h.class, mix(hashString(string(sense.Kind)), uint64(sense.Class)))
	}
	group := classes.of[strings.ReplaceAll(low, "’", "'")]
	h.coarse, h.fine = uint64(group.coarse), uint64(group.fine)
	return h
}

// dashWord takes all dashes for one, but a hyphen inside a word for another.
func (s *scene) dashWord(i int) uint64 {
	if s.isHyphen(i) {
		return hyphenWord
	}
	return dashWord
}

var dashWord, hyphenWord = hashString("—"), hashString("a-b")

// isHyphen reports whether a dash stands between letters without a gap.
func (s *scene) isHyphen(i int) bool {
	return s.low[i] == "-" && i > 0 && i+1 < len(s.a.Tokens) && s.a.Tokens[i-1].End == s.a.Tokens[i].Start && s.a.Tokens[i].End == s.a.Tokens[i+1].Start
}

// growTree links the tokens of a sentence to their dependents. A head outside
// the sentence counts as none.
func (s *scene) growTree(first, end, sentence int) {
	for i := first; i < end; i++ {
		s.sentence[i] = sentence
		if h := s.a.Tokens[i].Head; h >= first && h < end && h != i {
			s.children[h] = append(s.children[h], i)
		}
	}
	for range maxDepth {
		moved := false
		for i := first; i < end; i++ {
			for _, c := range s.children[i] {
				if s.first[c] < s.first[i] {
					s.first[i], moved = s.first[c], true
				}
				if s.last[c] > s.last[i] {
					s.last[i], moved = s.last[c], true
				}
			}
		}
		if !moved {
			return
		}
	}
}

// maxDepth bounds the walks up and down a tree.
const maxDepth = 64

// markQuotes notes the outermost quotation of every token.
func (s *scene) markQuotes() {
	for q, quote := range s.quotes {
		if quote.Depth > 0 {
			continue
		}
		first, end := s.a.TokensIn(quote.Span)
		for i := first; i < end; i++ {
			if s.quoteOf[i] < 0 {
				s.quoteOf[i] = q
			}
		}
	}
}

// head gives the head of a token inside its sentence; -1 for the root.
func (s *scene) head(i int) int {
	sentence := s.a.Sentences[s.sentence[i]]
	if h := s.a.Tokens[i].Head; h >= sentence.First && h < sentence.End && h != i {
		return h
	}
	return -1
}

// child gives the first dependent of a relation, subtypes included; -1 if none.
func (s *scene) child(i int, relations ...string) int {
	for _, c := range s.children[i] {
		for _, r := range relations {
			if d := s.a.Tokens[c].Deprel; d == r || (len(d) > len(r) && d[len(r)] == ':' && d[:len(r)] == r) {
				return c
			}
		}
	}
	return -1
}

func (s *scene) isQuoteMark(i int) bool {
	m, size := readMark(s.low[i])
	return m.family == doubleMark && size == len(s.low[i])
}
