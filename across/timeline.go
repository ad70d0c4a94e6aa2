package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Moment is a line of a timeline: a statement, or a happening.
type Moment struct {
	Day       string              `json:"day"` // "" if unknown
	Report    onrecord.ReportID   `json:"report"`
	Statement *onrecord.Statement `json:"statement,omitempty"`
	Happening *Happening          `json:"happening,omitempty"`
	Entry     *onrecord.Entry     `json:"-"` // of the report, with the lines that were found
}

// Briefly is how a happening is told where it is one of many.
func Briefly() Depth { return Depth{Read: 20, Count: 40} }

// Timeline gives the statements and events that a query finds by day, the oldest first, and whether there are more than its
// limit. Events of several reports that are one happening stand where the first of them was found; each is told [Briefly].
func (r *Record) Timeline(ctx context.Context, s Searcher, q store.Query) (all []Moment, isCut bool, err error) {
	var events []onrecord.EventRef
	most, n := q.Limit, 0
	if q.Brief = true; most > 0 {
		q.Limit++
	}
	for hit, err := range s.Search(ctx, q) {
		if err != nil {
			return nil, false, err
		}
		if isCut = most > 0 && n == most; isCut {
			break
		}
		n++
		m := Moment{Report: hit.Entry.Report.ID, Statement: hit.Statement, Entry: hit.Entry}
		switch {
		case hit.Statement != nil:
			m.Day = string(saidOn(hit.Entry, hit.Statement))
			all = append(all, m)
		case hit.Event != nil:
			events = append(events, onrecord.EventRef{Report: m.Report, Event: hit.Event.ID})
			all = append(all, m)
		}
		r.keep(hit.Entry)
	}
	all, err = r.withHappenings(ctx, all, events)
	slices.SortStableFunc(all, func(x, y Moment) int { return cmp.Compare(orLast(x.Day), orLast(y.Day)) })
	return all, isCut, err
}

// withHappenings gives the moments that are not statements the happenings of their events, and keeps the first
// moment of each.
func (r *Record) withHappenings(ctx context.Context, moments []Moment, events []onrecord.EventRef) (kept []Moment, err error) {
	happenings, err := r.Happenings(ctx, events, Briefly())
	if err != nil {
		return nil, err
	}
	told := map[*Happening]bool{nil: true}
	for _, m := range moments {
		if m.Statement == nil {
			m.Happening, happenings = happenings[0], happenings[1:]
			if told[m.Happening] {
				continue
			}
			told[m.Happening] = true
			m.Day = string(m.Happening.When)
		}
		kept = append(kept, m)
	}
	return kept, nil
}
