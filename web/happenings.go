package web

import (
	"context"

	"onrecord"
	"onrecord/across"
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
	if p.Happenings, err = v.together(ctx, perPage+1, (n-1)*perPage); err != nil {
		return view{}, err
	}
	if len(p.Happenings) > perPage {
		p.Happenings, p.Next = p.Happenings[:perPage], n+1
	}
	return view{template: "happenings", title: "Happenings", data: p}, nil
}

// mostJoins bounds how many joins of events are looked at.
const mostJoins = 2000

// together gives acts of which several reports tell, the newest first.
func (v *visit) together(ctx context.Context, limit, skip int) ([]*across.Happening, error) {
	joined, err := recall(ctx, v, "joined", func(ctx context.Context) ([]onrecord.EventRef, error) {
		return v.lasting().across.Joined(ctx, mostJoins)
	})
	if err != nil {
		return nil, err
	}
	joined = joined[min(skip, len(joined)):]
	return v.across.Happenings(ctx, joined[:min(limit, len(joined))], across.Briefly())
}
