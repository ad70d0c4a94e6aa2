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
	Entry     *onrecord.Entry     `json:"-"` // of the report
}

// Timeline gives the statements and events that a query finds by day, the oldest first. Events of
// several reports that are one happening stand where the first of them was found.
func (r *Record) Timeline(ctx context.Context, s Searcher, q store.Query) ([]Moment, error) {
	var all []Moment
	told := map[onrecord.EventRef]bool{}
	for hit, err := range s.Search(ctx, q) {
		if err != nil {
			return nil, err
		}
		m, err := r.moment(ctx, hit, told)
		if err != nil {
			return nil, err
		}
		if m != nil {
			all = append(all, *m)
		}
	}
	slices.SortStableFunc(all, func(x, y Moment) int { return cmp.Compare(orLast(x.Day), orLast(y.Day)) })
	return all, nil
}

// moment is nil for a hit whose happening was told, and for a report itself.
func (r *Record) moment(ctx context.Context, hit store.Hit, told map[onrecord.EventRef]bool) (*Moment, error) {
	m := &Moment{Report: hit.Entry.Report.ID, Statement: hit.Statement, Entry: hit.Entry}
	switch {
	case hit.Statement != nil:
		m.Day = string(saidOn(hit.Entry, hit.Statement))
		return m, nil
	case hit.Event == nil, told[onrecord.EventRef{Report: m.Report, Event: hit.Event.ID}]:
		return nil, nil
	}
	happening, err := r.Happening(ctx, m.Report, hit.Event.ID)
	if err != nil {
		return nil, err
	}
	for _, t := range happening.Told {
		told[onrecord.EventRef{Report: t.Report, Event: t.Event.ID}] = true
	}
	m.Day, m.Happening = string(happening.When), happening
	return m, nil
}
