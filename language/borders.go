package language

import (
	"strings"

	"onrecord"
	"onrecord/model"
)

// gaps are the places between the tokens of a paragraph.
type gaps struct {
	words  string
	tokens []onrecord.Token
	looks  []look
	quoted bool // inside double quotation marks
	from   int  // first token of the sentence
}

func (g *gaps) form(i int) string {
	if i < 0 || i >= len(g.tokens) {
		return ""
	}
	return g.words[g.tokens[i].Start:g.tokens[i].End]
}

// pass notes a token that lies before the gap.
func (g *gaps) pass(i, from int) {
	g.from = from
	switch g.form(i) {
	case "\"", "''", "``":
		g.quoted = !g.quoted
	case "“":
		g.quoted = true
	case "”":
		g.quoted = false
	}
}

// isCandidate rules out gaps inside a run without spaces, unless it follows a stop.
func (g *gaps) isCandidate(i int) bool {
	if g.tokens[i].Joined {
		return false
	}
	return g.tokens[i-1].End < g.tokens[i].Start || isStop(g.form(i-1))
}

// opensItem reports whether token i opens an item of a list, or a block after an
// empty line; a mere end of line may be a hard wrap.
func (g *gaps) opensItem(i int) bool {
	gap := g.words[g.tokens[i-1].End:g.tokens[i].Start]
	lines := strings.Count(gap, "\n")
	return lines >= 2 || lines == 1 && isBullet(g.form(i))
}

func isBullet(s string) bool {
	switch s {
	case "•", "-", "*", "–", "—", "●", "▪", "■", "◦":
		return true
	}
	return false
}

// low is a word's hash, 1 beyond the paragraph.
func (g *gaps) low(i int) model.Hash {
	if i < 0 || i >= len(g.looks) {
		return 1
	}
	return g.looks[i].low
}

func (g *gaps) shape(i int) model.Hash {
	if i < 0 || i >= len(g.looks) {
		return 0
	}
	return g.looks[i].shape
}

func (g *gaps) kind(i int) model.Hash {
	if i < 0 || i >= len(g.looks) {
		return 0
	}
	if k := g.looks[i].kinds; k != 0 {
		return k
	}
	return g.looks[i].end
}

// features of the gap before token i.
func (g *gaps) features(to []model.Hash, i int) []model.Hash {
	before, after := g.close(i-1), g.close(i)
	space := model.Hash(0)
	if g.tokens[i-1].End < g.tokens[i].Start {
		space = 1
	}
	length := model.Hash(min(i-g.from, 24) / 3)
	quoted := bit(g.quoted)
	b, n := g.low(i-1), g.low(i)
	nextShape := g.shape(i)
	stop := g.stopClass(i - 1)
	return append(to,
		model.Join(0, 0),
		model.Join2(1, stop, space),
		model.Join2(2, b, nextShape),
		model.Join2(3, n, stop),
		model.Join2(4, b, n),
		model.Join3(5, stop, nextShape, quoted),
		model.Join3(6, stop, nextShape, length),
		model.Join3(7, stop, before, after),
		model.Join3(8, g.low(i-2), b, nextShape),
		model.Join3(9, n, g.low(i+1), stop),
		model.Join3(10, stop, g.shape(i-2), nextShape),
		model.Join3(11, g.kind(i-2), stop, g.kind(i)),
		model.Join3(12, stop, nextShape, g.shape(i+1)),
		model.Join3(13, g.kind(i-1), g.kind(i), nextShape),
		model.Join3(14, stop, g.kind(i), g.kind(i+1)),
		model.Join3(15, g.low(g.from), stop, nextShape),
		model.Join3(16, b, quoted, after),
		model.Join2(17, g.shape(i-1), nextShape),
		model.Join3(18, g.kind(i-1), nextShape, length),
		model.Join3(19, g.looks[i-1].habit, g.looks[i].habit, nextShape),
		model.Join3(20, g.looks[i-1].mid, g.looks[i].mid, stop),
	)
}

// close classes a token as bracket or quotation mark, opening or closing.
func (g *gaps) close(i int) model.Hash {
	f := g.form(i)
	switch {
	case isCloser(f) && isOpener(f):
		return 3
	case isCloser(f):
		return 1
	case isOpener(f):
		return 2
	}
	return 0
}

// stopClass tells how the words before the gap end: the stop itself, looked for
// behind closing signs too, or an abbreviation's full stop.
func (g *gaps) stopClass(i int) model.Hash {
	closers := model.Hash(0)
	for ; i >= g.from && isCloser(g.form(i)) && closers < 3; i-- {
		closers++
	}
	f := g.form(i)
	class := model.Hash(0)
	switch {
	case isStop(f):
		class = g.low(i)
	case f != "" && f[len(f)-1] == '.':
		class = 2
	case f == ":" || f == ";" || f == "," || f == "-" || f == "--" || f == "—" || f == "–":
		class = g.low(i)
	}
	return class*4 + closers
}
