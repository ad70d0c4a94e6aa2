package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/across/happenings"
	"onrecord/store"
)

// Happening is events of several reports that tell of one act. Nothing of them is added up.
type Happening struct {
	When    EDTF                `json:"when"`
	Told    []Told              `json:"told"` // by day and report
	Reports []onrecord.ReportID `json:"reports"`
	Origins int                 `json:"origins"` // independent ones among the reports
	Status  string              `json:"status"`  // what the reports' statuses come to: "claimed", "disputed"
	Figures []Figure            `json:"figures"` // side by side, by source
	Denied  []Evidence          `json:"denied"`  // statements that deny what claims it

	// Unread is of how many events nothing is told but their reports: what is told is of the others alone.
	Unread int `json:"-"`

	IsCut bool `json:"more,omitempty" doc:"That more reports may tell of it than are listed."`
}

// Told is one report's event.
type Told struct {
	Report onrecord.ReportID `json:"report"`
	Outlet string            `json:"outlet"`
	Event  onrecord.Event    `json:"event"`
}

// Figure is how many one source gives.
type Figure struct {
	happenings.Figure
	By     string            `json:"by"` // the speaker, else the outlet
	Report onrecord.ReportID `json:"report"`
}

// Happening gives the happening to which an event belongs.
func (r *Record) Happening(ctx context.Context, id onrecord.ReportID, event onrecord.EventID) (*Happening, error) {
	all, err := r.Happenings(ctx, []onrecord.EventRef{{Report: id, Event: event}}, Depth{Read: mostTold, Count: mostTold})
	if err != nil {
		return nil, err
	}
	if all[0] == nil {
		return nil, store.ErrNotFound
	}
	return all[0], nil
}

// Depth is how much is told of a happening, of which thousands of reports may tell.
type Depth struct {
	Read  int // so many of its events: the given one and those that are joined to it most directly
	Count int // so many of its events are looked for, and their reports counted
}

// Happenings gives for each event the happening to which it belongs, the same for events of one; nil for an event
// that is not on record. The store is asked once for all of them.
func (r *Record) Happenings(ctx context.Context, events []onrecord.EventRef, of Depth) ([]*Happening, error) {
	joins, err := r.joins(ctx, events, of.Count)
	if err != nil {
		return nil, err
	}
	known := map[onrecord.EventRef]*Happening{}
	all := make([]*Happening, len(events))
	for i, ref := range events {
		if known[ref] == nil {
			if err := r.assemble(ctx, joins.from(ref, of.Count), of, known); err != nil {
				return nil, err
			}
		}
		all[i] = known[ref]
	}
	return all, r.finish(ctx, all)
}

// assemble tells all events of one happening. Where it is cut another of its events may have been told before: then
// that is it.
func (r *Record) assemble(ctx context.Context, refs []onrecord.EventRef, of Depth, known map[onrecord.EventRef]*Happening) error {
	if i := slices.IndexFunc(refs, func(ref onrecord.EventRef) bool { return known[ref] != nil }); i >= 0 {
		known[refs[0]] = known[refs[i]]
		return nil
	}
	h := &Happening{Figures: []Figure{}, Denied: []Evidence{}, IsCut: len(refs) == of.Count}
	for i, ref := range refs {
		if i >= of.Read {
			h.Unread++
			h.addReport(ref.Report)
			continue
		}
		if err := r.tell(ctx, h, ref); err != nil {
			return err
		}
	}
	if len(h.Told) == 0 {
		return nil
	}
	for _, ref := range refs {
		known[ref] = h
	}
	return nil
}

// finish adds what is asked for all happenings at once: who denies them, and how many origins they have.
func (r *Record) finish(ctx context.Context, all []*Happening) error {
	denials, err := r.denialsOf(ctx, all)
	if err != nil {
		return err
	}
	var reports []onrecord.ReportID
	for _, h := range all {
		if h != nil && len(h.Reports) > 1 {
			reports = append(reports, h.Reports...)
		}
	}
	copies, err := r.gather(ctx, reports...)
	if err != nil {
		return err
	}
	for _, h := range all {
		if h == nil || h.Status != "" { // of an event before
			continue
		}
		if err := r.addDenials(ctx, h, denials); err != nil {
			return err
		}
		slices.SortStableFunc(h.Told, func(a, b Told) int {
			return cmp.Or(cmp.Compare(from(&a.Event), from(&b.Event)), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Event.ID, b.Event.ID))
		})
		h.Status, h.Origins = status(h), copies.roots(h.Reports)
	}
	return nil
}

// tell adds what one report tells.
func (r *Record) tell(ctx context.Context, h *Happening, ref onrecord.EventRef) error {
	e, found, err := holding(ctx, r, ref.Report, string(ref.Event), func(e *onrecord.Entry) *onrecord.Event { return event(e, ref.Event) })
	if err != nil || found == nil {
		return err
	}
	v := *found
	outlet := cmp.Or(e.Report.Outlet, e.Report.Dateline.Agency)
	h.Told = append(h.Told, Told{ref.Report, outlet, v})
	h.addReport(ref.Report)
	if v.On != nil {
		h.When = h.When.widen(v.On.From).widen(v.On.To)
	} else if h.When == "" && e.Report.Published != nil {
		h.When = EDTF(*e.Report.Published)
	}
	figures, err := r.figures(ctx, e, &v)
	for _, f := range figures {
		h.Figures = append(h.Figures, Figure{f, cmp.Or(f.Speaker, outlet), ref.Report})
	}
	return err
}

func (h *Happening) addReport(id onrecord.ReportID) {
	if !slices.Contains(h.Reports, id) {
		h.Reports = append(h.Reports, id)
	}
}

func event(e *onrecord.Entry, id onrecord.EventID) *onrecord.Event {
	if i := slices.IndexFunc(e.Events, func(v onrecord.Event) bool { return v.ID == id }); i >= 0 {
		return &e.Events[i]
	}
	return nil
}

// figures gives what a report counts of an event. All of it is read only where its text may count something.
func (r *Record) figures(ctx context.Context, e *onrecord.Entry, v *onrecord.Event) ([]happenings.Figure, error) {
	if !happenings.MayCount(e.Text, v) {
		return nil, nil
	}
	e, err := r.entry(ctx, e.Report.ID)
	if err != nil {
		return nil, err
	}
	c := r.counts[e]
	if c == nil {
		c = happenings.ReadCounts(e)
		r.counts[e] = c
	}
	return c.Of(v), nil
}

func from(v *onrecord.Event) onrecord.Date {
	if v.On == nil {
		return "9999"
	}
	return v.On.From
}

// status follows the statements: disputed if any denies it, asserted if a report vouches for it and
// none denies it, else what the reports have.
func status(h *Happening) string {
	has := map[onrecord.EventStatus]bool{}
	for i := range h.Told {
		has[h.Told[i].Event.Status] = true
	}
	switch {
	case len(h.Denied) > 0, has[onrecord.Disputed], has[onrecord.Denied] && len(has) > 1:
		return string(onrecord.Disputed)
	case has[onrecord.Asserted]:
		return string(onrecord.Asserted)
	}
	return string(h.Told[0].Event.Status)
}
