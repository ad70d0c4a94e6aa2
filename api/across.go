package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"onrecord"
	"onrecord/across"
)

type positionsQuestion struct {
	Of     string `query:"of" maxLength:"300" doc:"The holder, by any name." example:"Russia"`
	Toward string `query:"toward" maxLength:"300" doc:"Whom it concerns." example:"Taliban"`
	Issue  string `query:"issue" maxLength:"300" doc:"Words of the issue, or its id."`
}

type compareQuestion struct {
	A     string `query:"a" required:"true" minLength:"1" maxLength:"300" doc:"One actor, by any name." example:"Egypt"`
	B     string `query:"b" required:"true" minLength:"1" maxLength:"300" doc:"The other." example:"Sudan"`
	Issue string `query:"issue" maxLength:"300" doc:"Words of the issue, or its id."`
}

type linksQuestion struct {
	LimitField
	Kind      string `query:"kind" enum:"repeats,denies,confirms,contradicts,revises" doc:"One kind of link."`
	Of        string `query:"of" maxLength:"300" doc:"Who speaks on one side, by any name."`
	Report    string `query:"report" maxLength:"64" doc:"One side stands in this report."`
	Statement string `query:"statement" maxLength:"20" doc:"And is this statement of it."`
}

type denialsQuestion struct {
	LimitField
	Of        string  `query:"of" maxLength:"300" doc:"Who denies or is denied, by any name."`
	Certainty float64 `query:"certainty" minimum:"0" maximum:"1" default:"0.4" doc:"Of the links, or more: of the less certain ones few are right in news."`
}

type happeningQuestion struct {
	ID    string `path:"id" maxLength:"64" doc:"The id of a report." example:"64eecf87cc73504e62be4c8a"`
	Event string `path:"event" maxLength:"20" doc:"The id of an event in it." example:"e1"`
}

type issuesQuestion struct {
	Find string `query:"find" maxLength:"300" doc:"Words of the issue; all issues without."`
	LimitField
}

func (a *api) registerAcross(routes huma.API) {
	get(routes, a, "/positions", "positions", "Who is for or against what, toward whom, from when to when", a.positions)
	get(routes, a, "/compare", "compare", "On which issues two actors are aligned and on which opposed, over time", a.compare)
	get(routes, a, "/links", "links", "Which statement repeats, denies, confirms, contradicts or revises which", a.links)
	get(routes, a, "/denials", "denials", "Who denies what, and from how many origins the denied words come", a.denials)
	get(routes, a, "/reports/{id}/events/{event}/happening", "happening", "All that tells of the same act, side by side", a.happening)
	get(routes, a, "/issues", "issues", "What statements are for or against", a.issues)
}

func (a *api) positions(ctx context.Context, in *positionsQuestion) (list[across.Position], error) {
	asked := a.across()
	of, err := find(ctx, asked, in.Of)
	if err != nil {
		return list[across.Position]{}, err
	}
	toward, err := find(ctx, asked, in.Toward)
	if err != nil {
		return list[across.Position]{}, err
	}
	all, err := asked.Positions(ctx, across.PositionQuery{Of: of, Toward: toward, Issue: in.Issue})
	return whole(all), err
}

func (a *api) compare(ctx context.Context, in *compareQuestion) (list[across.Alignment], error) {
	asked := a.across()
	one, err := asked.Find(ctx, in.A)
	if err != nil {
		return list[across.Alignment]{}, err
	}
	other, err := asked.Find(ctx, in.B)
	if err != nil {
		return list[across.Alignment]{}, err
	}
	all, err := asked.Compare(ctx, one.ID, other.ID, in.Issue)
	return whole(all), err
}

func (a *api) links(ctx context.Context, in *linksQuestion) (list[across.Linked], error) {
	asked := a.across()
	of, err := find(ctx, asked, in.Of)
	if err != nil {
		return list[across.Linked]{}, err
	}
	all, err := asked.Links(ctx, across.LinkQuery{
		Kind: onrecord.LinkKind(in.Kind), Of: of, Report: onrecord.ReportID(in.Report), Statement: onrecord.StatementID(in.Statement), Limit: in.Limit,
	})
	return whole(all), err
}

func (a *api) denials(ctx context.Context, in *denialsQuestion) (list[across.Denial], error) {
	asked := a.across()
	of, err := find(ctx, asked, in.Of)
	if err != nil {
		return list[across.Denial]{}, err
	}
	all, err := asked.Denials(ctx, of, in.Certainty, in.Limit)
	return whole(all), err
}

func (a *api) happening(ctx context.Context, in *happeningQuestion) (*across.Happening, error) {
	return a.across().Happening(ctx, onrecord.ReportID(in.ID), onrecord.EventID(in.Event))
}

func (a *api) issues(ctx context.Context, in *issuesQuestion) (list[*across.Topic], error) {
	all, err := a.across().Topics(ctx, in.Find)
	return whole(all[:min(in.Limit, len(all))]), err
}
