package export

import (
	"fmt"
	"strings"

	"onrecord"
)

func published(r *onrecord.Masthead) string {
	if r.Published == nil {
		return ""
	}
	return string(*r.Published)
}

func party(p *onrecord.Party) onrecord.Party {
	if p == nil {
		return onrecord.Party{}
	}
	return *p
}

func textOf(q *onrecord.Quote) string {
	if q == nil {
		return ""
	}
	return q.Text
}

// allWords joins the pieces of a content as print does what it leaves out.
func allWords(quotes []onrecord.Quote) string {
	pieces := make([]string, 0, len(quotes))
	for _, q := range quotes {
		pieces = append(pieces, q.Text)
	}
	return strings.Join(pieces, " [...] ")
}

func spans(quotes []onrecord.Quote) string {
	pieces := make([]string, 0, len(quotes))
	for _, q := range quotes {
		pieces = append(pieces, fmt.Sprintf("%d-%d", q.Start, q.End))
	}
	return strings.Join(pieces, "; ")
}

func hops(via []onrecord.Hop) string {
	names := make([]string, 0, len(via))
	for _, hop := range via {
		names = append(names, hop.Name)
	}
	return strings.Join(names, "; ")
}

func from(w *onrecord.When) string {
	if w == nil {
		return ""
	}
	return string(w.From)
}

func to(w *onrecord.When) string {
	if w == nil {
		return ""
	}
	return string(w.To)
}
