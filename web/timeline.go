package web

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// timelinePage is what was said and done, by day.
type timelinePage struct {
	filters
	Period  string // that is looked into; "" for all time
	Crumbs  []crumb
	Bars    *bars
	Zoom    []crumb // the periods that have lines, to look into
	Moments []moment
	IsCut   bool   // there is more than is shown
	List    string // the address of all of it as a list
}

// moment is a line of the timeline.
type moment struct{ across.Moment }

// Span is the day or days on which it was.
func (m moment) Span() across.EDTF { return across.EDTF(m.Day) }

// Line is the statement as a card shows it.
func (m moment) Line() line { return lineOf(store.Hit{Entry: m.Entry, Statement: m.Statement}) }

// Day is the period that is looked into.
func (p timelinePage) Day() onrecord.Date { return onrecord.Date(p.Period) }

// crumb is a period and where it is shown.
type crumb struct{ Label, At string }

// mostMoments bounds a timeline: the newest are shown.
const mostMoments = 12

func (s *site) timeline(ctx context.Context, v *visit) (view, error) {
	p := timelinePage{filters: s.readFilters(v), Period: v.FormValue("date")}
	if p.Period != "" && !isPeriod(p.Period) {
		return view{}, fmt.Errorf("%w: date is a year, a month or a day, as 2019, 2019-02 or 2019-02-06", errBadRequest)
	}
	where, err := p.condition()
	if err != nil {
		return view{}, err
	}
	who, err := v.alone(ctx, p.filters, p.Period)
	if err != nil {
		return view{}, err
	}
	if p.Bars, err = v.actorBars(ctx, who, where, p.Period); err != nil {
		return view{}, err
	}
	p.Bars = p.zoom(p.Bars)
	lines := append(p.list(who, where), store.Not{Q: isA(store.ReportLine)})
	moments, isCut, err := v.across.Timeline(ctx, v.Record, store.Query{Where: lines, Limit: mostMoments})
	if err != nil {
		return view{}, err
	}
	p.IsCut = isCut
	for _, m := range moments {
		p.Moments = append(p.Moments, moment{m})
	}
	return view{template: "timeline", title: "Timeline", data: p}, nil
}

// alone gives the actor if that is all that filters ask for, and if its lines are added up by such parts of a period:
// then they are known by who it is, and need not be looked for by name.
func (v *visit) alone(ctx context.Context, f filters, period string) (onrecord.ActorID, error) {
	digits, _ := grain(period)
	if f.Actor == "" || f.Q+f.About+f.Issue+f.Type+f.Since+f.Until != "" || v.Sums() == nil || digits > len("2006-01") {
		return "", nil
	}
	who, err := v.across.Find(ctx, f.Actor)
	if errors.Is(err, across.ErrNobody) {
		return "", nil
	}
	return who.ID, err
}

// list gives what all lines of the period meet, and makes the address that lists them.
func (p *timelinePage) list(who onrecord.ActorID, where store.Q) (all store.And) {
	if who != "" {
		own := ownQuery{store.Talked{By: who}, "", p.Period, p.Period}
		p.List = own.at()
		return own.where()
	}
	if p.Period != "" {
		where = both(where, daysOf(p.Period, p.Period))
	}
	if p.List = findAt(search.Format(where)); where != nil {
		all = append(all, where)
	}
	return all
}

func both(a, b store.Q) store.Q {
	if a == nil {
		return b
	}
	return store.And{a, b}
}

func daysOf(from, to string) store.Days {
	return store.Days{From: onrecord.Date(from), To: onrecord.Date(to)}
}

// zoom makes the ways out to longer periods and in to shorter ones, and gives the chart with them.
func (p *timelinePage) zoom(chart *bars) *bars {
	at := func(period string) string {
		values := p.values()
		if period != "" {
			values.Set("date", period)
		}
		return "/timeline?" + values.Encode()
	}
	if p.Period != "" {
		p.Crumbs = append(p.Crumbs, crumb{"All time", at("")})
		for _, digits := range []int{4, 7} {
			if len(p.Period) > digits {
				p.Crumbs = append(p.Crumbs, crumb{showDay(onrecord.Date(p.Period[:digits])), at(p.Period[:digits])})
			}
		}
	}
	if len(p.Period) == len("2006-01-02") {
		return chart
	}
	own := *chart // others may look at the same chart
	own.Bars = slices.Clone(chart.Bars)
	for i := range own.Bars {
		b := &own.Bars[i]
		b.At = at(b.Period)
		if b.Said.N+b.Did.N > 0 {
			p.Zoom = append(p.Zoom, crumb{b.Label, b.At})
		}
	}
	return &own
}
