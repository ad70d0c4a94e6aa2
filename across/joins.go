package across

import (
	"context"
	"maps"

	"onrecord"
	"onrecord/store"
)

// joins are the events that hang together with each event, by one join. Those that were not asked about have no list.
type joins map[onrecord.EventRef][]onrecord.EventRef

// mostTold bounds how many events of one happening are looked at.
const mostTold = 500

// joins gives what hangs together with some events, and with what does so, until so many are known of a happening. All are
// asked for at once, then all that they lead to, so that long chains and not many events take many questions.
func (r *Record) joins(ctx context.Context, events []onrecord.EventRef, most int) (joins, error) {
	all := joins{}
	for next := all.unknown(events, most); len(next) > 0; next = all.unknown(events, most) {
		found := joins{}
		asked := make([]store.LineRef, 0, len(next))
		for _, e := range next {
			found[e] = nil
			asked = append(asked, store.LineRef{Report: e.Report, ID: string(e.Event)})
		}
		pairs, err := r.shelf.Pairs(ctx, store.PairQuery{Sort: store.EventLine, Lines: asked})
		if err != nil {
			return nil, err
		}
		found.add(pairs)
		maps.Copy(all, found)
	}
	return all, nil
}

// unknown gives those of a happening that were not asked about, unless so many are known of it.
func (j joins) unknown(events []onrecord.EventRef, most int) (next []onrecord.EventRef) {
	met := map[onrecord.EventRef]bool{}
	for _, first := range events {
		if met[first] {
			continue
		}
		all := j.from(first, most)
		for _, e := range all {
			if _, known := j[e]; !known && !met[e] && len(all) < most {
				next = append(next, e)
			}
			met[e] = true
		}
	}
	return next
}

// add adds pairs at those of their ends that were asked about.
func (j joins) add(pairs []store.Pair) {
	for _, p := range pairs {
		a, b := eventRef(p.FromRef), eventRef(p.ToRef)
		for _, two := range [][2]onrecord.EventRef{{a, b}, {b, a}} {
			if list, asked := j[two[0]]; asked {
				j[two[0]] = append(list, two[1])
			}
		}
	}
}

// from gives the events that hang together with one, those that do so most directly first, at most so many.
func (j joins) from(first onrecord.EventRef, most int) []onrecord.EventRef {
	all, met := []onrecord.EventRef{first}, map[onrecord.EventRef]bool{first: true}
	for i := 0; i < len(all); i++ {
		for _, next := range j[all[i]] {
			if len(all) == most {
				return all
			}
			if !met[next] {
				all, met[next] = append(all, next), true
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
	joins, err := r.joins(ctx, newest, mostTold)
	told := map[onrecord.EventRef]bool{}
	for _, e := range newest {
		if told[e] {
			continue
		}
		first = append(first, e)
		for _, other := range joins.from(e, mostTold) {
			told[other] = true
		}
	}
	return first, err
}

func eventRef(ref store.LineRef) onrecord.EventRef {
	return onrecord.EventRef{Report: ref.Report, Event: onrecord.EventID(ref.ID)}
}
