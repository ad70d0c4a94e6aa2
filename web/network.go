package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// networkPage is who speaks about whom and who stands with whom, on an issue and in a time: of
// those who speak most, or of one actor with those around it.
type networkPage struct {
	networkQuery
	Names  []doer // to choose from
	Speech *circle
	Sides  *circle
}

// networkQuery is what the page is asked for.
type networkQuery struct{ Actor, Issue, Since, Until string }

func (q networkQuery) during() across.Period {
	return across.Period{Since: onrecord.Date(q.Since), Until: onrecord.Date(q.Until)}
}

// How much a network shows. Every two actors cost a question, so few are tried.
const (
	mostNodes      = 12
	mostCandidates = 24
	longestIssue   = 100 // bytes: what was asked for is remembered
)

func (s *site) network(ctx context.Context, v *visit) (view, error) {
	q := networkQuery{v.name("actor"), v.name("issue"), v.name("since"), v.name("until")}
	if len(q.Issue) > longestIssue {
		return view{}, fmt.Errorf("%w: an issue has at most %d bytes", errBadRequest, longestIssue)
	}
	during, err := filters{Issue: q.Issue, Since: q.Since, Until: q.Until}.condition()
	if err != nil {
		return view{}, err
	}
	var focus across.Actor
	if q.Actor != "" {
		if focus, err = v.across.Find(ctx, q.Actor); err != nil {
			return view{}, err
		}
	}
	key := strings.Join([]string{"network", string(focus.ID), q.Issue, q.Since, q.Until}, "\n")
	p, err := recall(ctx, v, key, func(ctx context.Context) (networkPage, error) {
		return v.lasting().drawNetwork(ctx, q, focus, during)
	})
	if err != nil {
		return view{}, err
	}
	p.networkQuery = q // one actor has many names
	p.Names, err = v.actorsToChoose(ctx)
	return view{template: "network", title: "Network", data: p}, err
}

func (v *visit) drawNetwork(ctx context.Context, q networkQuery, focus across.Actor, during store.Q) (p networkPage, err error) {
	t := &talk{visit: v, during: during}
	if err := t.readIssue(ctx, q); err != nil {
		return p, err
	}
	candidates, err := v.candidates(ctx, focus, t.holders())
	if err != nil {
		return p, err
	}
	nodes, speech, err := t.of(ctx, q, focus, candidates)
	if err != nil {
		return p, err
	}
	p.Speech = newCircle(nodes, focus.ID, speech)
	sides, err := v.sides(ctx, nodes, focus.ID, q)
	p.Sides = newCircle(nodes, focus.ID, sides)
	return p, err
}

// candidates are the actors that a network may show. People are left out, for they speak for
// others, and so are parts of those who are there: both are found under the name of the whole. Those come first who
// have to do with the focus, then those who stand somewhere on the issue, then those who speak and act most.
func (v *visit) candidates(ctx context.Context, focus across.Actor, holders []store.ActorCount) ([]across.Actor, error) {
	doers, err := recall(ctx, v, "doers", func(ctx context.Context) ([]store.ActorCount, error) { return v.Doers(ctx, mostActors) })
	if err != nil {
		return nil, err
	}
	counts := slices.Concat(holders, doers)
	if focus.ID != "" {
		near, err := v.Counterparts(ctx, focus.ID, mostCounterparts)
		if err != nil {
			return nil, err
		}
		counts = append(near, counts...)
	}
	var kept []store.ActorCount
	for _, c := range counts {
		isOf := func(k store.ActorCount) bool {
			return k.Actor == c.Actor || strings.HasPrefix(string(c.Actor), string(k.Actor)+"/")
		}
		if len(kept) < mostCandidates && isSide(c.Actor) && !isOf(store.ActorCount{Actor: focus.ID}) && !slices.ContainsFunc(kept, isOf) {
			kept = append(kept, c)
		}
	}
	named, err := v.named(ctx, kept)
	all := make([]across.Actor, len(named))
	for i := range named {
		all[i] = named[i].Actor
	}
	return all, err
}

func isSide(id onrecord.ActorID) bool {
	return !strings.HasPrefix(string(id), "person/") && !strings.HasPrefix(string(id), "unnamed/")
}
