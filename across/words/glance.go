package words

import (
	"iter"
	"strings"
)

// Glance tells at a look whether a text may hold a word of some concepts, before the text is read: few texts do.
type Glance struct {
	stems map[string]bool
	begin map[string]bool // how their words begin
	three [1 << 15]bool   // by their first three letters: most words are told by these
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
	if len(of) > 2 {
		g.three[firstThree(of)] = true
		return
	}
	for third := range 1 << 5 {
		g.three[firstThree(of)|third] = true
	}
}

// firstThree makes a number of the first letters of a text, the same in both cases; others may have it too.
func firstThree(text string) (n int) {
	for i := range 3 {
		n = nextThree(n, text, i)
	}
	return n
}

// nextThree goes on by a letter, which may stand behind the end of the text.
func nextThree(n int, text string, i int) int {
	letter := 0
	if i < len(text) {
		letter = int(text[i] & 31)
	}
	return (n<<5 | letter) & (1<<15 - 1)
}

// May reports whether a word of the text is of one of the concepts, or begins a phrase that is.
func (g *Glance) May(text string) bool {
	for range g.All(text) {
		return true
	}
	return false
}

// All gives where such words begin. Any three letters are looked at, and only where they may begin a word whether they do:
// that goes faster than to look where words begin.
func (g *Glance) All(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		three := firstThree(text) >> 5
		for at := range max(0, len(text)-1) {
			three = nextThree(three, text, at+2)
			if g.three[three] && beginsWord(text, at) && g.mayBegin(text[at:]) && g.is(text[at:]) && !yield(at) {
				return
			}
		}
	}
}

func beginsWord(text string, at int) bool {
	return isLetter(text[at]) && (at == 0 || !isLetter(text[at-1]))
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || b >= 0x80 }

// mayBegin reports whether the text begins as one of the words does.
func (g *Glance) mayBegin(text string) bool {
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
	return g.stems[stemOf(lower(text[:wordEnd(text, 0)]))]
}
