package web

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// happeningsPage lists acts of which several reports tell.
type happeningsPage struct {
	Happenings []*across.Happening
	Next       int // number of the next page; 0 if this is the last
}

// perPage is how many lines or happenings a page shows.
const perPage = 20

func (s *site) happenings(ctx context.Context, v *visit) (view, error) {
	n, err := v.pageNumber()
	if err != nil {
		return view{}, err
	}
	var p happeningsPage
	found, err := recall(ctx, v, fmt.Sprint("happenings ", n), func(ctx context.Context) ([]*across.Happening, error) {
		return v.lasting().together(ctx, perPage+1, (n-1)*perPage)
	})
	if err != nil {
		return view{}, err
	}
	p.Happenings = found
	if len(p.Happenings) > perPage {
		p.Happenings, p.Next = p.Happenings[:perPage], n+1
	}
	return view{template: "happenings", title: "Happenings", data: p}, nil
}

// mostJoins bounds how many joins of events are looked at.
const mostJoins = 2000

// together gives acts of which several reports tell, the newest first.
func (v *visit) together(ctx context.Context, limit, skip int) ([]*across.Happening, error) {
	joins, err := v.Pairs(ctx, store.PairQuery{Sort: store.EventLine, Limit: mostJoins})
	if err != nil {
		return nil, err
	}
	var all []*across.Happening
	told := map[onrecord.EventRef]bool{}
	for _, j := range joins {
		ref := onrecord.EventRef{Report: j.FromRef.Report, Event: onrecord.EventID(j.FromRef.ID)}
		if told[ref] {
			continue
		}
		if len(all) == limit {
			break
		}
		h, err := v.across.Happening(ctx, ref.Report, ref.Event)
		if err != nil {
			return nil, err
		}
		for _, t := range h.Told {
			told[onrecord.EventRef{Report: t.Report, Event: t.Event.ID}] = true
		}
		if skip--; skip < 0 {
			all = append(all, h)
		}
	}
	return all, nil
}
