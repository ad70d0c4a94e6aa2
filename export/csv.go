package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"onrecord"
)

// What says which lines of the record become rows.
type What string

// The two tables.
const (
	Statements What = "statements"
	Events     What = "events"
)

// CSV writes a header and one row a statement or event, in the order of the
// entries. Lists are joined with "; "; an unknown value is an empty cell.
func CSV(w io.Writer, what What, entries iter.Seq2[*onrecord.Entry, error]) error {
	out := csv.NewWriter(w)
	if err := out.Write(header(what)); err != nil {
		return err
	}
	for entry, err := range entries {
		if err != nil {
			return err
		}
		if err := out.WriteAll(rows(what, entry)); err != nil { // flushes too
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func header(what What) []string {
	var names []string
	for _, c := range reportColumns() {
		names = append(names, c.name)
	}
	if what == Events {
		for _, c := range eventColumns() {
			names = append(names, c.name)
		}
		return names
	}
	for _, c := range statementColumns() {
		names = append(names, c.name)
	}
	return names
}

func rows(what What, e *onrecord.Entry) (rows [][]string) {
	head := cells(reportColumns(), &e.Report)
	if what == Events {
		for i := range e.Events {
			rows = append(rows, append(head[:len(head):len(head)], cells(eventColumns(), &e.Events[i])...))
		}
		return rows
	}
	for i := range e.Statements {
		rows = append(rows, append(head[:len(head):len(head)], cells(statementColumns(), &e.Statements[i])...))
	}
	return rows
}

// column is a name and how its cell is cut from a T.
type column[T any] struct {
	name string
	cell func(*T) string
}

func cells[T any](columns []column[T], from *T) []string {
	row := make([]string, 0, len(columns))
	for _, c := range columns {
		row = append(row, c.cell(from))
	}
	return row
}

func reportColumns() []column[onrecord.Masthead] {
	type head = onrecord.Masthead
	return []column[head]{
		{"report", func(r *head) string { return string(r.ID) }},
		{"source", func(r *head) string { return r.Source }},
		{"url", func(r *head) string { return r.URL }},
		{"outlet", func(r *head) string { return r.Outlet }},
		{"headline", func(r *head) string { return r.Headline }},
		{"published", published},
	}
}

func statementColumns() []column[onrecord.Statement] {
	type stmt = onrecord.Statement
	return []column[stmt]{
		{"statement", func(s *stmt) string { return string(s.ID) }},
		{"speaker", func(s *stmt) string { return s.Speaker.Name }},
		{"speaker_role", func(s *stmt) string { return s.Speaker.Role }},
		{"speaker_for", func(s *stmt) string { return s.Speaker.For }},
		{"speaker_named", func(s *stmt) string { return strconv.FormatBool(s.Speaker.Named) }},
		{"speaker_kind", func(s *stmt) string { return string(s.Speaker.Kind) }},
		{"speaker_actor", func(s *stmt) string { return string(s.Speaker.Actor) }},
		{"via", func(s *stmt) string { return hops(s.Via) }},
		{"kind", func(s *stmt) string { return string(s.Kind) }},
		{"form", func(s *stmt) string { return string(s.Form) }},
		{"negated", func(s *stmt) string { return strconv.FormatBool(s.Negated) }},
		{"cue", func(s *stmt) string { return words(s.Cue) }},
		{"content", func(s *stmt) string { return allWords(s.Content) }},
		{"content_bytes", func(s *stmt) string { return spans(s.Content) }},
		{"addressee", func(s *stmt) string { return words(s.Addressee) }},
		{"said_from", func(s *stmt) string { return from(s.SaidOn) }},
		{"said_to", func(s *stmt) string { return to(s.SaidOn) }},
		{"about", func(s *stmt) string { return strings.Join(s.About, "; ") }},
		{"parent", func(s *stmt) string { return string(s.Parent) }},
		{"certainty", func(s *stmt) string { return number(s.Certainty) }},
	}
}

func eventColumns() []column[onrecord.Event] {
	type event = onrecord.Event
	return []column[event]{
		{"event", func(v *event) string { return string(v.ID) }},
		{"type", func(v *event) string { return string(v.Type) }},
		{"mode", func(v *event) string { return v.Mode }},
		{"contexts", func(v *event) string { return strings.Join(v.Contexts, "; ") }},
		{"actor", func(v *event) string { return v.Actor.Name }},
		{"actor_id", func(v *event) string { return string(v.Actor.Actor) }},
		{"recipient", func(v *event) string { return party(v.Recipient).Name }},
		{"recipient_id", func(v *event) string { return string(party(v.Recipient).Actor) }},
		{"status", func(v *event) string { return string(v.Status) }},
		{"by", func(v *event) string { return v.By }},
		{"claim", func(v *event) string { return string(v.Claim) }},
		{"on_from", func(v *event) string { return from(v.On) }},
		{"on_to", func(v *event) string { return to(v.On) }},
		{"place", func(v *event) string { return v.Place }},
		{"country", func(v *event) string { return v.Country }},
		{"evidence", func(v *event) string { return v.Evidence.Text }},
		{"evidence_bytes", func(v *event) string { return spans([]onrecord.Quote{v.Evidence}) }},
		{"cameo", func(v *event) string { return v.CAMEO }},
		{"certainty", func(v *event) string { return number(v.Certainty) }},
	}
}

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

func words(q *onrecord.Quote) string {
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

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
