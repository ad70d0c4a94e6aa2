package screen

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// Marked shows an entry's text with its statements and events marked where they
// stand, clutter dimmed, and then the record.
func (s *Screen) Marked(e *onrecord.Entry) error {
	p := s.newPage()
	p.masthead(&e.Report)
	p.text(e)
	p.newline()
	p.lines(e)
	return s.show(p)
}

// mark is a span of the text that is shown apart.
type mark struct {
	onrecord.Span
	name string // "s1", "e1", "clutter"
	what style  // saidText, didText or dim
}

func marksOf(e *onrecord.Entry) []mark {
	var marks []mark
	for _, q := range e.Clutter {
		marks = append(marks, mark{q.Span, "clutter", dim})
	}
	for _, s := range e.Statements {
		for _, q := range s.Content {
			marks = append(marks, mark{q.Span, string(s.ID), saidText})
		}
	}
	for _, v := range e.Events {
		marks = append(marks, mark{v.Evidence.Span, string(v.ID), didText})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { // outer before inner
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return marks
}

// text walks over the borders of all marks; between two borders the style is one.
func (p *page) text(e *onrecord.Entry) {
	marks := marksOf(e)
	var line []run
	at := 0
	for _, border := range borders(e.Text, marks) {
		line = p.addText(line, styleAt(marks, at), e.Text[at:border])
		line = append(line, markers(marks, border)...)
		at = border
	}
	p.endLine(line)
}

// borders gives every offset at which a mark begins or ends, and the text's end.
func borders(text string, marks []mark) []int {
	all := make([]int, 0, 1+2*len(marks))
	all = append(all, len(text))
	for _, m := range marks {
		all = append(all, m.Start, m.End)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// styleAt is how the text from an offset to the next border looks.
func styleAt(marks []mark, at int) style {
	var isSaid, isDone bool
	for _, m := range marks {
		if m.Start > at {
			break
		}
		if at >= m.End {
			continue
		}
		switch m.what {
		case dim:
			return dim
		case saidText:
			isSaid = true
		case didText:
			isDone = true
		}
	}
	switch {
	case isSaid && isDone:
		return bothText
	case isSaid:
		return saidText
	case isDone:
		return didText
	}
	return plain
}

// markers closes what ends at an offset and opens what begins there.
func markers(marks []mark, at int) (signs []run) {
	for _, m := range marks {
		if m.End == at && m.Len() > 0 {
			signs = append(signs, run{dim, "]"})
		}
	}
	for _, m := range marks {
		if m.Start == at && m.Len() > 0 {
			signs = append(signs, run{dim, "[" + m.name + "\u00a0"})
		}
	}
	return signs
}

// addText puts finished lines on the page and gives the open one.
func (p *page) addText(line []run, s style, text string) []run {
	for {
		end := strings.IndexByte(text, '\n')
		if end < 0 {
			return append(line, run{s, harmless(text)})
		}
		p.endLine(append(line, run{s, harmless(text[:end])}))
		line, text = nil, text[end+1:]
	}
}

// endLine writes a line of the text; of several empty ones, one is enough.
func (p *page) endLine(line []run) {
	empty := len(words(line)) == 0
	if empty && (p.Len() == 0 || bytes.HasSuffix(p.Bytes(), []byte("\n\n"))) {
		return
	}
	p.block(0, line, "")
}
