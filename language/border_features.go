package language

import (
	"strings"

	"onrecord/model"
)

// low is a word's hash, 1 beyond the paragraph.
func (g *gaps) low(i int) model.Hash {
	if i < 0 || i >= len(g.looks) {
		return 1
	}
	return g.looks[i].low
}

// mid is a word's cluster, 0 beyond the paragraph.
func (g *gaps) mid(i int) model.Hash {
	if i < 0 || i >= len(g.looks) {
		return 0
	}
	return g.looks[i].mid
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
	quoted := g.quotation()
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
		model.Join3(21, g.stopClass(i-2), g.shape(i-1), nextShape),
		model.Join3(22, g.mid(i), g.mid(i+1), stop),
		model.Join4(23, stop, nextShape, g.shape(i+1), g.shape(i+2)),
		model.Join3(24, stop, nextShape, bit(g.brackets > 0)),
		model.Join4(25, stop, nextShape, g.style(), bit(g.from == 0)),
		model.Join4(26, stop, bit(isAddress(g.form(i-1))), bit(isAddress(g.form(i))), nextShape),
	)
}

// quotation tells a quotation that began with the sentence from one inside it.
func (g *gaps) quotation() model.Hash {
	switch {
	case !g.quoted:
		return 0
	case g.quote <= g.from:
		return 1
	}
	return 2
}

// style tells a sentence whose words have capitals, like a headline, from others.
func (g *gaps) style() model.Hash {
	switch {
	case g.passed.words < 2:
		return 0
	case g.capitals == g.passed.words:
		return 1
	case 3*g.capitals >= 2*g.passed.words:
		return 2
	}
	return 3
}

// isAddress reports whether a token is a web or mail address.
func isAddress(form string) bool {
	return strings.ContainsAny(form, "@") || addressLen(form) == len(form) && form != ""
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
// behind closing signs and footnotes too, or an abbreviation's full stop.
func (g *gaps) stopClass(i int) model.Hash {
	closers, noted := model.Hash(0), model.Hash(0)
	for ; i >= g.from+3 && g.isFootnote(i); i -= 3 {
		noted = 1
	}
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
	return class*8 + noted*4 + closers
}
