package across

import (
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// joins are the events that hang together with each event, by one join.
type joins map[onrecord.EventRef][]onrecord.EventRef

// mostTold bounds how many reports of one happening are looked at.
const mostTold = 500

// joins gives what hangs together with some events, and with what does so. All are asked for at once, then all
// that they lead to, so that long chains and not many events take many questions.
func (r *Record) joins(ctx context.Context, events []onrecord.EventRef) (joins, error) {
	all := joins{}
	for next := events; len(next) > 0 && len(all) < mostTold*len(events); {
		asked := make([]store.LineRef, 0, len(next))
		for _, e := range next {
			all[e] = nil
			asked = append(asked, store.LineRef{Report: e.Report, ID: string(e.Event)})
		}
		pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.EventLine, Lines: asked})
		if err != nil {
			return nil, err
		}
		next = all.add(pairs)
	}
	return all, nil
}

// add adds pairs at those of their ends that were asked about, and gives those that were not.
func (j joins) add(pairs []store.Pair) (unknown []onrecord.EventRef) {
	for _, p := range pairs {
		a, b := eventRef(p.FromRef), eventRef(p.ToRef)
		for _, two := range [][2]onrecord.EventRef{{a, b}, {b, a}} {
			if list, known := j[two[0]]; !known {
				unknown = append(unknown, two[0])
			} else if !slices.Contains(list, two[1]) {
				j[two[0]] = append(list, two[1])
			}
		}
	}
	return unknown
}

// from gives all events that hang together with one, in order.
func (j joins) from(first onrecord.EventRef) []onrecord.EventRef {
	all := []onrecord.EventRef{first}
	for i := 0; i < len(all) && len(all) < mostTold; i++ {
		for _, next := range j[all[i]] {
			if !slices.Contains(all, next) {
				all = append(all, next)
			}
		}
	}
	return all
}

// Joined gives an event of each act of which several reports tell, the newest first. At most so many joins are looked
// at.
func (r *Record) Joined(ctx context.Context, most int) (first []onrecord.EventRef, err error) {
	pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.EventLine, Limit: most})
	if err != nil {
		return nil, err
	}
	newest := make([]onrecord.EventRef, 0, len(pairs))
	for _, p := range pairs {
		newest = append(newest, eventRef(p.FromRef))
	}
	joins, err := r.joins(ctx, newest)
	told := map[onrecord.EventRef]bool{}
	for _, e := range newest {
		if told[e] {
			continue
		}
		first = append(first, e)
		for _, other := range joins.from(e) {
			told[other] = true
		}
	}
	return first, err
}

func eventRef(ref store.LineRef) onrecord.EventRef {
	return onrecord.EventRef{Report: ref.Report, Event: onrecord.EventID(ref.ID)}
}
