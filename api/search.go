package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// hit is a line of the record with the report that it stands in. Exactly one of Statement and
// Event is set, or neither if the report itself is the hit.
type hit struct {
	Report    onrecord.Masthead   `json:"report"`
	Statement *onrecord.Statement `json:"statement,omitempty"`
	Event     *onrecord.Event     `json:"event,omitempty"`
}

// QueryField is a query of docs/search.md.
type QueryField struct {
	Q string `query:"q" maxLength:"10000" doc:"A query, as docs/search.md describes it: by:russia kind:deny date:2019. Empty for all." example:"by:russia kind:deny"`
}

type searchQuestion struct {
	QueryField
	Leaf
	Sort string `query:"sort" enum:"date,rank" default:"date" doc:"The newest reports first, or what fits the words best."`
}

type timelineQuestion struct {
	QueryField
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"Most lines; the newest are kept."`
}

func (a *api) registerSearch(routes huma.API) {
	get(routes, a, "/search", "search", "Statements, events and reports that a query finds", a.search)
	get(routes, a, "/timeline", "timeline", "What was said and done, by day; several reports of one act are one happening", a.timeline)
}

func (a *api) search(ctx context.Context, in *searchQuestion) (list[hit], error) {
	where, err := search.Parse(in.Q)
	if err != nil {
		return list[hit]{}, err
	}
	return a.hits(ctx, in.Leaf, store.Query{Where: where, ByRank: in.Sort == "rank"})
}

// hits gives a part of what a query finds.
func (a *api) hits(ctx context.Context, l Leaf, q store.Query) (list[hit], error) {
	skip, err := l.skip()
	if err != nil {
		return list[hit]{}, err
	}
	q.Limit, q.Skip = l.Limit+1, skip
	var all []hit
	for found, err := range a.Record.Search(ctx, q) {
		if err != nil {
			return list[hit]{}, err
		}
		all = append(all, hit{found.Entry.Report, found.Statement, found.Event})
	}
	return page(l, skip, all), nil
}

func (a *api) timeline(ctx context.Context, in *timelineQuestion) (list[across.Moment], error) {
	where, err := search.Parse(in.Q)
	if err != nil {
		return list[across.Moment]{}, err
	}
	moments, _, err := a.across().Timeline(ctx, a.Record, store.Query{Where: where, Limit: in.Limit})
	return whole(moments), err
}

// whole is a list that has no other parts.
func whole[T any](items []T) list[T] {
	if items == nil {
		items = []T{}
	}
	return list[T]{Items: items}
}
