package web

import (
	"context"

	"onrecord/store"
)

// sourcesPage tells who published what is on record, and whose words they were.
type sourcesPage struct {
	Outlets []store.OutletCount
	Most    int // reports of one
}

// mostOutlets bounds the list.
const mostOutlets = 300

func (s *site) sources(ctx context.Context, v *visit) (view, error) {
	outlets, err := recall(ctx, v, "outlets", func(ctx context.Context) ([]store.OutletCount, error) { return v.Outlets(ctx, mostOutlets) })
	p := sourcesPage{Outlets: outlets}
	for _, o := range outlets {
		p.Most = max(p.Most, o.Reports)
	}
	return view{template: "sources", title: "Sources", data: p}, err
}
