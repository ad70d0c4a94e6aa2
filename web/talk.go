package web

import (
	"context"
	"net/url"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// talk counts who speaks about whom, in what a condition holds for.
type talk struct {
	*visit
	during store.Q // nil: everything
}

// query finds what one says, of another if one is named.
func (t *talk) query(by, about string) store.Q {
	all := store.And{isA(store.StatementLine)}
	if by != "" {
		all = append(all, store.Name{Part: store.By, Text: by})
	}
	if about != "" {
		all = append(all, store.Name{Part: store.About, Text: about})
	}
	if t.during != nil {
		all = append(all, t.during)
	}
	return all
}

func (t *talk) count(ctx context.Context, by, about string) (n int, err error) {
	tallies, err := t.Tally(ctx, t.query(by, about), 4)
	for i := range tallies {
		n += tallies[i].N
	}
	return n, err
}

// edge is what one says of another; nil if it says nothing.
func (t *talk) edge(ctx context.Context, from, to across.Actor) ([]edge, error) {
	n, err := t.count(ctx, from.Name, to.Name)
	if n == 0 || err != nil {
		return nil, err
	}
	at := "/search?" + url.Values{"q": {search.Format(t.query(from.Name, to.Name))}}.Encode()
	return []edge{{From: from, To: to, N: n, At: at}}, nil
}

// around gives an actor with those who speak most about it or about whom it speaks most.
func (t *talk) around(ctx context.Context, focus across.Actor, candidates []across.Actor) (nodes []across.Actor, all []edge, err error) {
	var pairs [][]edge
	for _, c := range candidates {
		to, err := t.edge(ctx, focus, c)
		if err != nil {
			return nil, nil, err
		}
		from, err := t.edge(ctx, c, focus)
		if err != nil {
			return nil, nil, err
		}
		if pair := append(to, from...); len(pair) > 0 {
			pairs = append(pairs, pair)
		}
	}
	sortBy(pairs, func(pair []edge) int { return -total(pair) })
	nodes = []across.Actor{focus}
	for _, pair := range pairs[:min(mostNodes-1, len(pairs))] {
		other := pair[0].To
		if other == focus {
			other = pair[0].From
		}
		nodes, all = append(nodes, other), append(all, pair...)
	}
	return nodes, all, nil
}

// among gives those who speak most and are spoken about most, with what they say of each other.
func (t *talk) among(ctx context.Context, candidates []across.Actor) (nodes []across.Actor, all []edge, err error) {
	said, heard := map[onrecord.ActorID]int{}, map[onrecord.ActorID]int{}
	for _, c := range candidates {
		if said[c.ID], err = t.count(ctx, c.Name, ""); err != nil {
			return nil, nil, err
		}
		if heard[c.ID], err = t.count(ctx, "", c.Name); err != nil {
			return nil, nil, err
		}
	}
	sortBy(candidates, func(c across.Actor) int { return -said[c.ID] - heard[c.ID] })
	nodes = candidates[:min(mostNodes, len(candidates))]
	for _, from := range nodes {
		for _, to := range nodes {
			if from == to || said[from.ID] == 0 || heard[to.ID] == 0 {
				continue
			}
			one, err := t.edge(ctx, from, to)
			if err != nil {
				return nil, nil, err
			}
			all = append(all, one...)
		}
	}
	return nodes, all, nil
}
