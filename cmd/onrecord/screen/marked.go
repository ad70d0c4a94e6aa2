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
	add := func(s onrecord.Span, name string, what style) {
		if !s.IsEmpty() {
			marks = append(marks, mark{s, name, what})
		}
	}
	for _, q := range e.Clutter {
		add(q.Span, "clutter", dim)
	}
	for _, s := range e.Statements {
		for _, q := range s.Content {
			add(q.Span, string(s.ID), saidText)
		}
	}
	for _, v := range e.Events {
		add(v.Evidence.Span, string(v.ID), didText)
	}
	return marks
}

// sweep goes over the borders of marks from left to right, and knows which marks
// are open. A report may hold tens of thousands.
type sweep struct {
	opening, closing []mark // still to come, nearest first
	open             map[style]int
}

func newSweep(marks []mark) *sweep {
	w := &sweep{opening: marks, closing: slices.Clone(marks), open: map[style]int{}}
	slices.SortStableFunc(w.opening, func(a, b mark) int { // outer before inner
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	slices.SortStableFunc(w.closing, func(a, b mark) int { return cmp.Compare(a.End, b.End) })
	return w
}

// next is the nearest border; all marks end at or before the text does.
func (w *sweep) next() (border int, ok bool) {
	switch {
	case len(w.closing) == 0:
		return 0, false
	case len(w.opening) == 0:
		return w.closing[0].End, true
	}
	return min(w.opening[0].Start, w.closing[0].End), true
}

// pass closes what ends at a border and opens what begins there.
func (w *sweep) pass(border int) (signs []run) {
	for len(w.closing) > 0 && w.closing[0].End == border {
		w.open[w.closing[0].what]--
		w.closing = w.closing[1:]
		signs = append(signs, run{dim, "]"})
	}
	for len(w.opening) > 0 && w.opening[0].Start == border {
		w.open[w.opening[0].what]++
		signs = append(signs, run{dim, "[" + w.opening[0].name + "\u00a0"})
		w.opening = w.opening[1:]
	}
	return signs
}

// look is how the text behind the last border looks.
func (w *sweep) look() style {
	isSaid, isDone := w.open[saidText] > 0, w.open[didText] > 0
	switch {
	case w.open[dim] > 0:
		return dim
	case isSaid && isDone:
		return bothText
	case isSaid:
		return saidText
	case isDone:
		return didText
	}
	return plain
}

// text shows the text of an entry; between two borders it looks one way.
func (p *page) text(e *onrecord.Entry) {
	var line []run
	marks, at := newSweep(marksOf(e)), 0
	for {
		border, more := marks.next()
		if !more {
			break
		}
		line = p.addText(line, marks.look(), e.Text[at:border])
		line = append(line, marks.pass(border)...)
		at = border
	}
	p.endLine(p.addText(line, plain, e.Text[at:]))
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
