package web

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// paragraph is a part of a report's text between empty lines.
type paragraph []piece

// piece is a run of words between two borders of marks: all of it belongs to the same lines.
type piece struct {
	Text    string
	Opens   []string // ids of the lines that begin here: "s1", "e2"
	Lines   string   // ids of all the lines that it belongs to, parted by spaces
	IsSaid  bool
	IsDone  bool
	Clutter bool
}

// Class is what the piece looks like.
func (p piece) Class() string {
	var classes []string
	for name, is := range map[string]bool{"said": p.IsSaid, "did": p.IsDone, "clutter": p.Clutter} {
		if is {
			classes = append(classes, name)
		}
	}
	slices.Sort(classes)
	return strings.Join(classes, " ")
}

// border is where a mark begins or ends.
type border struct {
	at      int
	id      string // "" for clutter
	isStart bool
	isFirst bool // of the pieces of a line
}

// order puts what ends somewhere before what begins there.
func (b border) order() int {
	if b.isStart {
		return 2*b.at + 1
	}
	return 2 * b.at
}

// markText cuts the text of an entry at the borders of its statements, events and clutter.
func markText(e *onrecord.Entry) []paragraph {
	open := map[string]int{}
	var opening []string
	var all []paragraph
	var now paragraph
	take := func(text string) {
		for i, part := range strings.Split(text, "\n\n") {
			if i > 0 && len(now) > 0 {
				all, now = append(all, now), nil
			}
			if strings.TrimSpace(part) == "" && len(now) == 0 {
				continue
			}
			now = append(now, pieceOf(part, open, opening))
			opening = nil
		}
	}
	at := 0
	for _, b := range bordersOf(e) {
		if b.at > at {
			take(e.Text[at:b.at])
			at = b.at
		}
		if !b.isStart {
			open[b.id]--
			continue
		}
		if open[b.id]++; b.isFirst {
			opening = append(opening, b.id)
		}
	}
	if take(e.Text[at:]); len(now) > 0 {
		all = append(all, now)
	}
	return all
}

func pieceOf(text string, open map[string]int, opening []string) piece {
	p := piece{Text: text, Opens: slices.Clone(opening), Clutter: open[""] > 0}
	var ids []string
	for id, n := range open {
		if n > 0 && id != "" {
			ids = append(ids, id)
			p.IsSaid = p.IsSaid || id[0] == 's'
			p.IsDone = p.IsDone || id[0] == 'e'
		}
	}
	slices.SortFunc(ids, compareIDs)
	p.Lines = strings.Join(ids, " ")
	return p
}

// compareIDs puts s2 before s10, and statements behind events.
func compareIDs(a, b string) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

// bordersOf gives the borders in order; where one mark ends and another begins, the end is first.
// A statement opens once, at its first piece.
func bordersOf(e *onrecord.Entry) []border {
	var all []border
	add := func(s onrecord.Span, id string, isFirst bool) {
		if !s.IsEmpty() {
			all = append(all, border{s.Start, id, true, isFirst}, border{at: s.End, id: id})
		}
	}
	for _, q := range e.Clutter {
		add(q.Span, "", false)
	}
	for i := range e.Statements {
		for n, q := range e.Statements[i].Content {
			add(q.Span, string(e.Statements[i].ID), n == 0)
		}
	}
	for i := range e.Events {
		add(e.Events[i].Evidence.Span, string(e.Events[i].ID), true)
	}
	sortBy(all, border.order)
	return all
}
