package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"onrecord"
	"onrecord/search"
)

// counts tells how much is on record.
type counts struct {
	Reports    int           `json:"reports"`
	Statements int           `json:"statements"`
	Events     int           `json:"events"`
	First      onrecord.Date `json:"first" doc:"Oldest published date; empty if none is known."`
	Last       onrecord.Date `json:"last"`
}

// tally is how many lines are of one period, sort and kind.
type tally struct {
	From string `json:"from" doc:"The period of the first day; empty if unknown."`
	To   string `json:"to" doc:"The period of the last day: another where the report tells an interval."`
	Sort string `json:"sort" enum:"statement,event"`
	What string `json:"what" doc:"A kind of statement or a type of event."`
	N    int    `json:"lines"`
}

// outlet is who published reports, and whose words they were.
type outlet struct {
	Name    string        `json:"outlet" doc:"Empty for reports that do not tell."`
	Reports int           `json:"reports"`
	Copies  int           `json:"copies" doc:"Of them, that have their words from others."`
	Copied  int           `json:"copied" doc:"Of them, that others have their words from."`
	First   onrecord.Date `json:"first"`
	Last    onrecord.Date `json:"last"`
}

type tallyQuestion struct {
	QueryField
	By string `query:"by" enum:"year,month,day" default:"year" doc:"The period."`
}

func (a *api) registerFigures(routes huma.API) {
	get(routes, a, "/counts", "counts", "How much is on record", a.counts)
	get(routes, a, "/tally", "tally", "How many statements and events a query finds, by period and kind", a.tally)
	get(routes, a, "/sources", "sources", "Who published what, and who copies", a.sources)
}

func (a *api) counts(ctx context.Context, _ *struct{}) (counts, error) {
	c, err := a.Record.Count(ctx)
	return counts{c.Reports, c.Statements, c.Events, c.First, c.Last}, err
}

func (a *api) tally(ctx context.Context, in *tallyQuestion) (list[tally], error) {
	where, err := search.Parse(in.Q)
	if err != nil {
		return list[tally]{}, err
	}
	digits := map[string]int{"year": len("2006"), "month": len("2006-01"), "day": len("2006-01-02")}[in.By]
	counted, err := a.Record.Tally(ctx, where, digits)
	all := make([]tally, 0, len(counted))
	for _, t := range counted {
		all = append(all, tally(t))
	}
	return whole(all), err
}

func (a *api) sources(ctx context.Context, in *LimitField) (list[outlet], error) {
	counted, err := a.Record.Outlets(ctx, in.Limit)
	all := make([]outlet, 0, len(counted))
	for _, o := range counted {
		all = append(all, outlet(o))
	}
	return whole(all), err
}
