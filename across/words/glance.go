package words

import "strings"

// Glance tells at a look whether a text may hold a word of some concepts, before the text is read: few texts do.
type Glance map[string]bool // how their words begin

// begins is how many letters of a word are looked at.
const begins = 4

// NewGlance makes a glance for concepts by their names.
func NewGlance(concept func(name string) bool) Glance {
	g := Glance{}
	for stem, c := range concepts() {
		if concept(c.Name) {
			g.add(stem)
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
func (g Glance) add(stem string) {
	g[stem[:min(begins, len(stem)-1)]] = true
	if short, ok := strings.CutSuffix(stem, "ie"); ok { // "die" is of "dying"
		g[short+"y"] = true
	}
}

// May reports whether a word of the text begins as one of the concepts does.
func (g Glance) May(text string) bool {
	inWord := false
	for i := 0; i < len(text); i++ {
		c := text[i] | 0x20 // lower case, of letters
		isLetter := 'a' <= c && c <= 'z' || text[i] >= 0x80
		if isLetter && !inWord && g.at(text[i:]) {
			return true
		}
		inWord = isLetter
	}
	return false
}

// at reports whether the text begins so.
func (g Glance) at(text string) bool {
	var first [begins]byte
	for n := range min(begins, len(text)) {
		first[n] = text[n] | 0x20
		if g[string(first[:n+1])] {
			return true
		}
	}
	return false
}
