package words

import (
	"iter"
	"strings"
)

// Glance tells at a look whether a text may hold a word of some concepts, before the text is read: few texts do.
type Glance struct {
	stems map[string]bool
	begin map[string]bool // how their words begin
	pairs [1 << 16]bool   // by their first two letters: most words are told by these
}

// begins is how many letters of a word are looked at, two of them at the least.
const begins = 4

// NewGlance makes a glance for concepts by their names.
func NewGlance(concept func(name string) bool) *Glance {
	g := &Glance{stems: map[string]bool{}, begin: map[string]bool{}}
	for stem, c := range concepts() {
		if concept(c.Name) {
			g.add(stem)
			g.add(c.Name) // which a stem may be that no table lists
		}
	}
	for two, means := range phrases() {
		if concept(ConceptOf(means).Name) {
			g.add(two[0])
		}
	}
	return g
}

// add adds the words of a stem. A stem's last letter may stand for another: "injuri" is of "injury".
func (g *Glance) add(stem string) {
	g.stems[stem] = true
	g.addBegin(stem[:min(begins, max(2, len(stem)-1))])
	if short, ok := strings.CutSuffix(stem, "ie"); ok { // "die" is of "dying"
		g.addBegin(short + "y")
	}
}

func (g *Glance) addBegin(of string) {
	g.begin[of] = true
	g.pairs[pair(of[0], of[1])] = true
}

func pair(a, b byte) int { return int(a)<<8 | int(b) }

// May reports whether a word of the text is of one of the concepts, or begins a phrase that is.
func (g *Glance) May(text string) bool {
	for range g.All(text) {
		return true
	}
	return false
}

// All gives where such words begin.
func (g *Glance) All(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		inWord := false
		for i := 0; i < len(text); i++ {
			c := text[i] | 0x20 // lower case, of letters
			isLetter := 'a' <= c && c <= 'z' || text[i] >= 0x80
			if isLetter && !inWord && g.mayBegin(text[i:]) && g.is(text[i:]) && !yield(i) {
				return
			}
			inWord = isLetter
		}
	}
}

// mayBegin reports whether the text begins as one of the words does.
func (g *Glance) mayBegin(text string) bool {
	if len(text) < 2 || !g.pairs[pair(text[0]|0x20, text[1]|0x20)] {
		return false
	}
	var first [begins]byte
	for n := range min(begins, len(text)) {
		first[n] = text[n] | 0x20
		if g.begin[string(first[:n+1])] {
			return true
		}
	}
	return false
}

// longWord is longer than any word of a concept.
const longWord = 40

// is reports whether the first word of the text is one of them.
func (g *Glance) is(text string) bool {
	text = text[:min(longWord, len(text))]
	t := newToken(text[:wordEnd(text, 0)], 0)
	return g.stems[t.Stem]
}
