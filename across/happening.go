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

// mostTold bounds how many reports of one happening are looked at.
const mostTold = 500

// Happening gives the happening to which an event belongs.
func (r *Record) Happening(ctx context.Context, id onrecord.ReportID, event onrecord.EventID) (*Happening, error) {
	refs, err := r.joined(ctx, onrecord.EventRef{Report: id, Event: event})
	if err != nil {
		return nil, err
	}
	h := &Happening{Figures: []Figure{}, Denied: []Evidence{}}
	for _, ref := range refs {
		if err := r.tell(ctx, h, ref); err != nil {
			return nil, err
		}
	}
	if len(h.Told) == 0 {
		return nil, store.ErrNotFound
	}
	slices.SortStableFunc(h.Told, func(a, b Told) int {
		return cmp.Or(cmp.Compare(from(&a.Event), from(&b.Event)), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	h.Status = status(h)
	h.Origins, err = r.Origins(ctx, h.Reports)
	return h, err
}

// joined gives all events that hang together with one, in order.
func (r *Record) joined(ctx context.Context, first onrecord.EventRef) ([]onrecord.EventRef, error) {
	all := []onrecord.EventRef{first}
	for i := 0; i < len(all) && len(all) < mostTold; i++ {
		pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.EventLine, Report: all[i].Report, Line: string(all[i].Event)})
		if err != nil {
			return nil, err
		}
		for _, p := range pairs {
			for _, ref := range []store.LineRef{p.FromRef, p.ToRef} {
				if one := (onrecord.EventRef{Report: ref.Report, Event: onrecord.EventID(ref.ID)}); !slices.Contains(all, one) {
					all = append(all, one)
				}
			}
		}
	}
	return all, nil
}

// tell adds what one report tells.
func (r *Record) tell(ctx context.Context, h *Happening, ref onrecord.EventRef) error {
	e, err := r.entry(ctx, ref.Report)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(e.Events, func(v onrecord.Event) bool { return v.ID == ref.Event })
	if i < 0 {
		return nil
	}
	v := e.Events[i]
	outlet := cmp.Or(e.Report.Outlet, e.Report.Dateline.Agency)
	h.Told = append(h.Told, Told{ref.Report, outlet, v})
	if !slices.Contains(h.Reports, ref.Report) {
		h.Reports = append(h.Reports, ref.Report)
	}
	if v.On != nil {
		h.When = h.When.widen(v.On.From).widen(v.On.To)
	} else if h.When == "" && e.Report.Published != nil {
		h.When = EDTF(*e.Report.Published)
	}
	for _, f := range happenings.Figures(e, &v) {
		h.Figures = append(h.Figures, Figure{f, cmp.Or(f.Speaker, outlet), ref.Report})
	}
	return r.addDenials(ctx, h, ref.Report, &v)
}

// addDenials adds the statements that deny the one that claims an event, if they speak of the event:
// a statement may claim several.
func (r *Record) addDenials(ctx context.Context, h *Happening, id onrecord.ReportID, v *onrecord.Event) error {
	if v.Claim == "" {
		return nil
	}
	pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.StatementLine, Kind: string(onrecord.Denies), Report: id, Line: string(v.Claim)})
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if p.ToRef.ID != string(v.Claim) || p.ToRef.Report != id {
			continue
		}
		e, err := r.evidence(ctx, statementRef(p.FromRef), onrecord.Span{})
		if err != nil {
			return err
		}
		isAbout := slices.ContainsFunc(conceptsOf(e.text()), func(c string) bool { return slices.Contains(conceptsOf(v.Evidence.Text), c) })
		if isAbout && !slices.ContainsFunc(h.Denied, func(o Evidence) bool { return o.same(&e) }) {
			h.Denied = append(h.Denied, e)
		}
	}
	return nil
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
