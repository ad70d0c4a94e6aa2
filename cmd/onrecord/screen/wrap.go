package screen

import (
	"strings"
	"unicode/utf8"
)

// run is text in one style. Its words must be harmless.
type run struct {
	style style
	text  string
}

// word is the pieces between two spaces; they may differ in style.
type word struct {
	pieces []run
	width  int
}

// words cuts runs at spaces, where a line may break. A non-breaking space does
// not part words.
func words(runs []run) []word {
	var all []word
	var open word
	finish := func() {
		if open.width > 0 {
			all = append(all, open)
		}
		open = word{}
	}
	for _, r := range runs {
		for rest := r.text; rest != ""; {
			space := strings.IndexByte(rest, ' ')
			if space == 0 {
				finish()
				rest = rest[1:]
				continue
			}
			piece := rest
			if space > 0 {
				piece = rest[:space]
			}
			open.pieces = append(open.pieces, run{r.style, piece})
			open.width += columns(piece)
			rest = rest[len(piece):]
		}
	}
	finish()
	return all
}

// flow writes runs from column indent on, breaking lines at the page's width, and
// gives the column at which it ended. The first line is already indented.
func (p *page) flow(indent int, runs []run) (column int) {
	column = indent
	all := words(runs)
	for i, w := range all {
		switch {
		case i == 0:
		case column+1+w.width > p.width:
			p.newline()
			p.spaces(indent)
			column = indent
		default:
			p.put(between(all[i-1], w), " ")
			column++
		}
		for _, piece := range w.pieces {
			p.put(piece.style, piece.text)
		}
		column += w.width
	}
	return column
}

// between is the style of the space between two words: theirs, if it is the same.
func between(before, after word) style {
	if s := after.pieces[0].style; s == before.pieces[len(before.pieces)-1].style {
		return s
	}
	return plain
}

// block flows runs and sets a note at the right end of the last line, or of one
// more line if there is no room.
func (p *page) block(indent int, runs []run, note string) {
	column := p.flow(indent, runs)
	if note != "" {
		gap := p.width - columns(note)
		if gap < column+2 {
			p.newline()
			column = 0
		}
		p.spaces(gap - column)
		p.put(dim, note)
	}
	p.newline()
}

// cutAt shortens a text to at most n characters, at a space if there is one.
func cutAt(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	end := 0
	for i := range text {
		if n--; n < 0 {
			end = i
			break
		}
	}
	if space := strings.LastIndexByte(text[:end], ' '); space > end/2 {
		end = space
	}
	return text[:end] + " …"
}
