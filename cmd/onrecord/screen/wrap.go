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
	for i, w := range words(runs) {
		switch {
		case i == 0:
		case column+1+w.width > p.width:
			p.WriteByte('\n')
			p.spaces(indent)
			column = indent
		default:
			p.WriteByte(' ')
			column++
		}
		for _, piece := range w.pieces {
			p.put(piece.style, piece.text)
		}
		column += w.width
	}
	return column
}

// block flows runs and sets a note at the right end of the last line, or of one
// more line if there is no room.
func (p *page) block(indent int, runs []run, note string) {
	column := p.flow(indent, runs)
	if note != "" {
		gap := p.width - columns(note)
		if gap < column+2 {
			p.WriteByte('\n')
			column = 0
		}
		p.spaces(max(0, gap-column))
		p.put(dim, note)
	}
	p.WriteByte('\n')
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
