package language

import (
	"strings"

	"onrecord"
)

// gaps are the places between the tokens of a paragraph.
type gaps struct {
	words  string
	tokens []onrecord.Token
	looks  []look
	from   int // first token of the sentence
	passed     // what lies before the gap
}

// passed is what is known of the words before a gap.
type passed struct {
	quoted   bool
	quote    int // the token that opened the quotation
	brackets int // open ones
	capitals int // words of the sentence with a capital
	words    int // of the sentence
}

func (g *gaps) form(i int) string {
	if i < 0 || i >= len(g.tokens) {
		return ""
	}
	return g.words[g.tokens[i].Start:g.tokens[i].End]
}

// pass notes a token that lies before the gap.
func (g *gaps) pass(i, from int) {
	if from != g.from {
		g.from, g.capitals, g.passed.words = from, 0, 0
	}
	g.count(i)
	switch g.form(i) {
	case "\"", "''", "``":
		g.quoted = !g.quoted
		g.quote = i
	case "“":
		g.quoted, g.quote = true, i
	case "”":
		g.quoted = false
	case "(", "[":
		g.brackets++
	case ")", "]":
		g.brackets = max(0, g.brackets-1)
	}
}

// count counts the words of some letters and the capitals among them.
func (g *gaps) count(i int) {
	form := g.form(i)
	if len(form) < 4 {
		return
	}
	g.passed.words++
	if startsUpper(form) {
		g.capitals++
	}
}

// isCandidate rules out gaps inside a run without spaces, unless it follows a stop,
// and those before the number of a footnote, which belongs to what it stands behind.
func (g *gaps) isCandidate(i int) bool {
	if g.tokens[i].Joined || g.isFootnote(i+2) && !strings.Contains(g.gap(i), "\n") {
		return false
	}
	return g.tokens[i-1].End < g.tokens[i].Start || isStop(g.form(i-1))
}

// gap is what stands before token i and belongs to none.
func (g *gaps) gap(i int) string { return g.words[g.tokens[i-1].End:g.tokens[i].Start] }

// isFootnote reports whether token i closes a number in square brackets: "[12]".
func (g *gaps) isFootnote(i int) bool {
	return g.form(i) == "]" && isNumber(g.form(i-1)) && g.form(i-2) == "["
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// opensItem reports whether token i opens an item of a list, or a block after an
// empty line; a mere end of line may be a hard wrap.
func (g *gaps) opensItem(i int) bool {
	lines := strings.Count(g.gap(i), "\n")
	return lines >= 2 || lines == 1 && isBullet(g.form(i))
}

func isBullet(s string) bool {
	switch s {
	case "•", "-", "*", "–", "—", "●", "▪", "■", "◦":
		return true
	}
	return false
}
