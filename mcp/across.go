package mcp

import (
	"context"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

type timelineAsked struct {
	Query string `json:"query" jsonschema:"as for search"`
	Limit int    `json:"limit,omitempty" jsonschema:"most lines, the newest kept; 30 if left out, at most 100"`
}

type positionsAsked struct {
	Of     string `json:"of" jsonschema:"the holder, by any name"`
	Toward string `json:"toward,omitempty" jsonschema:"whom it concerns"`
	Issue  string `json:"issue,omitempty" jsonschema:"words of the issue"`
}

type compareAsked struct {
	A     string `json:"a" jsonschema:"one actor, by any name"`
	B     string `json:"b" jsonschema:"the other"`
	Issue string `json:"issue,omitempty" jsonschema:"words of the issue"`
}

type denialsAsked struct {
	Of    string `json:"of,omitempty" jsonschema:"who denies or is denied; all if left out"`
	Limit int    `json:"limit,omitempty" jsonschema:"most denials, 20 if left out, at most 100"`
}

type actorAsked struct {
	Name string `json:"name" jsonschema:"any name that a report gives, a state's usual name, or its capital"`
}

func (t *tools) addAcross(server *sdk.Server) {
	add(server, t, "timeline", "What was said and done, the oldest first; events of several reports that tell of one act are one happening, with its claims side by side.", t.timeline)
	add(server, t, "positions", "Where an actor stands on issues, toward whom, from when to when, and what it revises.", t.positions)
	add(server, t, "compare", "On which issues two actors are aligned and on which opposed, over time, with the words of both.", t.compare)
	add(server, t, "denials", "Who denies what, who had said it, and from how many independent origins the denied words come.", t.denials)
	add(server, t, "actor", "An actor's names, roles with dates, who speaks for it, and its last statements.", t.actor)
}

// moment is a line of a timeline with its report.
type moment struct {
	across.Moment
	Source source `json:"source"`
}

func (t *tools) timeline(ctx context.Context, in timelineAsked) (answer[moment], error) {
	where, err := search.Parse(in.Query)
	if err != nil {
		return answer[moment]{}, err
	}
	limit := limitOf(in.Limit, 30)
	found, isCut, err := t.across().Timeline(ctx, t.Record, store.Query{Where: where, Limit: limit})
	if err != nil {
		return answer[moment]{}, err
	}
	var all []moment
	for _, m := range found {
		all = append(all, moment{m, sourceOf(&m.Entry.Report)})
	}
	a, err := fit(all, limit)
	a.More = a.More || isCut
	return a, err
}

// mostEvidence is how many statements prove one thing in an answer; the first and last tell most.
const mostEvidence = 6

func cut(evidence []across.Evidence) []across.Evidence {
	if len(evidence) <= mostEvidence {
		return evidence
	}
	half := mostEvidence / 2
	return append(evidence[:half:half], evidence[len(evidence)-half:]...)
}

func (t *tools) positions(ctx context.Context, in positionsAsked) (answer[across.Position], error) {
	asked := t.across()
	of, err := asked.Find(ctx, in.Of)
	if err != nil {
		return answer[across.Position]{}, err
	}
	var toward across.Actor
	if in.Toward != "" {
		if toward, err = asked.Find(ctx, in.Toward); err != nil {
			return answer[across.Position]{}, err
		}
	}
	all, err := asked.Positions(ctx, across.PositionQuery{Of: of.ID, Toward: toward.ID, Issue: in.Issue})
	if err != nil {
		return answer[across.Position]{}, err
	}
	for i := range all {
		all[i].Evidence = cut(all[i].Evidence)
	}
	return fit(all, len(all))
}

func (t *tools) compare(ctx context.Context, in compareAsked) (answer[across.Alignment], error) {
	asked := t.across()
	one, err := asked.Find(ctx, in.A)
	if err != nil {
		return answer[across.Alignment]{}, err
	}
	other, err := asked.Find(ctx, in.B)
	if err != nil {
		return answer[across.Alignment]{}, err
	}
	all, err := asked.Compare(ctx, one.ID, other.ID, in.Issue)
	if err != nil {
		return answer[across.Alignment]{}, err
	}
	for i := range all {
		for j := range all[i].Spells {
			s := &all[i].Spells[j]
			s.OfA, s.OfB = cut(s.OfA), cut(s.OfB)
		}
	}
	return fit(all, len(all))
}

func (t *tools) denials(ctx context.Context, in denialsAsked) (answer[across.Denial], error) {
	asked := t.across()
	var who across.Actor
	if in.Of != "" {
		var err error
		if who, err = asked.Find(ctx, in.Of); err != nil {
			return answer[across.Denial]{}, err
		}
	}
	limit := limitOf(in.Limit, 20)
	all, err := asked.Denials(ctx, who.ID, across.ListedDenials, limit+1)
	if err != nil {
		return answer[across.Denial]{}, err
	}
	for i := range all {
		all[i].Denied = all[i].Denied[:min(mostEvidence, len(all[i].Denied))]
	}
	return fit(all, limit)
}

func (t *tools) actor(ctx context.Context, in actorAsked) (*across.Profile, error) {
	const last, mostSpeakers = 10, 20
	asked := t.across()
	who, err := asked.Find(ctx, in.Name)
	if err != nil {
		return nil, err
	}
	p, err := asked.Profile(ctx, t.Record, who, last)
	if err != nil {
		return nil, err
	}
	if len(p.Speakers) > mostSpeakers {
		p.Speakers, p.MoreSpeakers = p.Speakers[:mostSpeakers], true
	}
	return p, nil
}

func daysOf(since, until onrecord.Date) (store.Days, error) {
	for _, d := range []onrecord.Date{since, until} {
		if _, err := onrecord.ParseDate(string(d)); d != "" && err != nil {
			return store.Days{}, fmt.Errorf("%w: %w", errAsked, err)
		}
	}
	return store.Days{From: since, To: until}, nil
}
