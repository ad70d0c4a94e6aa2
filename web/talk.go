package web

import (
	"context"
	"net/url"
	"slices"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// talk counts who speaks about whom, in what a condition holds for.
type talk struct {
	*visit
	during  store.Q                     // nil: everything
	counted map[[2]onrecord.ActorID]int // who about whom, where the record adds it up; nil: it is to be searched
	isOn    bool                        // on an issue: who takes a stand there that concerns whom

	added        bool // the record has added up what is counted, in this time
	since, until string
}

// anybody is whom counts over all name.
var anybody = []across.Actor{{}}

// add asks a record that adds it up how often some speak about others.
func (t *talk) add(ctx context.Context, by, about []across.Actor) error {
	if !t.added {
		return nil
	}
	all, err := t.Sums().Talk(ctx, idsOf(by), idsOf(about), [2]string{t.since, t.until})
	for i := range all {
		t.counted[[2]onrecord.ActorID{all[i].By, all[i].About}] = all[i].N
	}
	return err
}

// addBoth is add in both directions.
func (t *talk) addBoth(ctx context.Context, some, others []across.Actor) error {
	if err := t.add(ctx, some, others); err != nil {
		return err
	}
	return t.add(ctx, others, some)
}

func idsOf(actors []across.Actor) []onrecord.ActorID {
	ids := make([]onrecord.ActorID, len(actors))
	for i := range actors {
		ids[i] = actors[i].ID
	}
	return ids
}

// of gives whom a network shows, with what they say of each other.
func (t *talk) of(ctx context.Context, q networkQuery, focus across.Actor, candidates []across.Actor) ([]across.Actor, []edge, error) {
	if t.Sums() != nil && !t.isOn && max(len(q.Since), len(q.Until)) <= len("2006-01") { // of all issues, by years or months
		t.counted, t.added, t.since, t.until = map[[2]onrecord.ActorID]int{}, true, q.Since, q.Until
	}
	if focus.ID != "" {
		return t.around(ctx, focus, candidates)
	}
	if q.Since+q.Until != "" { // who speaks most in all may be silent then
		if err := t.rank(ctx, candidates); err != nil {
			return nil, nil, err
		}
	}
	return t.among(ctx, candidates)
}

// query finds what one says, of another if one is named.
func (t *talk) query(by, about string) store.Q {
	all := store.And{isA(store.StatementLine)}
	if by != "" {
		all = append(all, store.Name{Part: store.By, Text: by})
	}
	part := store.About
	if t.isOn {
		part = store.Toward
	}
	if about != "" {
		all = append(all, store.Name{Part: part, Text: about})
	}
	if t.during != nil {
		all = append(all, t.during)
	}
	return all
}

func (t *talk) count(ctx context.Context, by, about across.Actor) (n int, err error) {
	if t.counted != nil {
		return t.counted[[2]onrecord.ActorID{by.ID, about.ID}], nil
	}
	tallies, err := t.Tally(ctx, t.query(by.Name, about.Name), 4)
	for i := range tallies {
		n += tallies[i].N
	}
	return n, err
}

// edge is what one says of another; nil if it says nothing.
func (t *talk) edge(ctx context.Context, from, to across.Actor) ([]edge, error) {
	n, err := t.count(ctx, from, to)
	if n == 0 || err != nil {
		return nil, err
	}
	at := "/search?" + url.Values{"q": {search.Format(t.query(from.Name, to.Name))}}.Encode()
	if t.added {
		at = ownQuery{store.Talked{By: from.ID, About: to.ID}, store.StatementLine, t.since, t.until}.at()
	}
	return []edge{{From: from, To: to, N: n, At: at}}, nil
}

// around gives an actor with those who speak most about it or about whom it speaks most.
func (t *talk) around(ctx context.Context, focus across.Actor, candidates []across.Actor) (nodes []across.Actor, all []edge, err error) {
	if err := t.addBoth(ctx, []across.Actor{focus}, candidates); err != nil {
		return nil, nil, err
	}
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
		if pair := slices.Concat(to, from); len(pair) > 0 {
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

// among gives the first of the candidates, with what they say of each other.
func (t *talk) among(ctx context.Context, candidates []across.Actor) (nodes []across.Actor, all []edge, err error) {
	nodes = candidates[:min(mostNodes, len(candidates))]
	if err := t.add(ctx, nodes, nodes); err != nil {
		return nil, nil, err
	}
	for _, from := range nodes {
		for _, to := range nodes {
			if from == to {
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

// rank puts those first who speak most and are spoken about most in the time that is asked for.
func (t *talk) rank(ctx context.Context, candidates []across.Actor) error {
	if err := t.addBoth(ctx, anybody, candidates); err != nil {
		return err
	}
	n := map[onrecord.ActorID]int{}
	for _, c := range candidates {
		said, err := t.count(ctx, c, across.Actor{})
		if err != nil {
			return err
		}
		heard, err := t.count(ctx, across.Actor{}, c)
		if err != nil {
			return err
		}
		n[c.ID] = said + heard
	}
	sortBy(candidates, func(c across.Actor) int { return -n[c.ID] })
	return nil
}
