package web

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// readIssue counts, on an issue, who takes a stand that concerns whom, in the time that is asked for.
func (t *talk) readIssue(ctx context.Context, q networkQuery) error {
	if q.Issue == "" {
		return nil
	}
	record, err := t.topics(ctx)
	if err != nil {
		return err
	}
	concerns, err := record.Concerns(ctx, q.Issue, q.during())
	t.isOn, t.counted = true, map[[2]onrecord.ActorID]int{}
	for _, c := range concerns {
		t.counted[[2]onrecord.ActorID{c.Holder, ""}] += c.N
		if c.Toward != "" {
			t.counted[[2]onrecord.ActorID{"", c.Toward}] += c.N
			t.counted[[2]onrecord.ActorID{c.Holder, c.Toward}] += c.N
		}
	}
	return err
}

// holders are those who stand somewhere on the issue, or toward whom somebody does, most first.
func (t *talk) holders() (all []store.ActorCount) {
	n := map[onrecord.ActorID]int{}
	for pair, count := range t.counted {
		if pair[0] == "" || pair[1] == "" {
			n[cmp.Or(pair[0], pair[1])] += count
		}
	}
	for id, count := range n {
		all = append(all, store.ActorCount{Actor: id, N: count})
	}
	slices.SortFunc(all, func(a, b store.ActorCount) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Actor, b.Actor)) })
	return all
}
