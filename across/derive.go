package across

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"onrecord"
	"onrecord/store"
)

// Deriver keeps the derived tables of a store in step with its entries. It is not safe for
// several goroutines.
type Deriver struct {
	tables Tables
	notes  *noteCache
}

// NewDeriver makes a deriver for a store.
func NewDeriver(t Tables) *Deriver { return &Deriver{t, newNoteCache(t)} }

// batch is how many reports or places are asked for at a time; atOnce is how many reports are derived
// together, so that they share what is asked of the store and written to it.
const (
	batch  = 256
	atOnce = 32
)

// CatchUp derives every report that waits for it, and mends the places from which reports
// went. done is called behind each report. What other rules derived is thrown away first.
func (d *Deriver) CatchUp(ctx context.Context, done func()) error {
	if other, err := d.tables.OtherRules(ctx, Rules); err != nil {
		return err
	} else if other {
		if err := d.Clear(ctx); err != nil {
			return err
		}
	}
	if err := d.mendAll(ctx); err != nil {
		return err
	}
	for {
		ids, err := d.tables.Underived(ctx, Rules, batch)
		if err != nil || len(ids) == 0 {
			return err
		}
		for some := range slices.Chunk(ids, atOnce) {
			if err := d.add(ctx, some...); err != nil {
				return err
			}
			for range some {
				done()
			}
		}
	}
}

// Add derives reports that were just put, and mends the places from which their former
// lines went. A report that is named twice is derived once. What waited before is for CatchUp.
func (d *Deriver) Add(ctx context.Context, ids ...onrecord.ReportID) error {
	if err := d.mendAll(ctx); err != nil {
		return err
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	for some := range slices.Chunk(ids, atOnce) {
		if err := d.add(ctx, some...); err != nil {
			return err
		}
	}
	return nil
}

// Clear throws away all that is derived.
func (d *Deriver) Clear(ctx context.Context) error {
	d.notes.clear()
	return d.tables.ClearDerived(ctx)
}

// add derives reports: their lines get their places, then they are compared with those around them.
func (d *Deriver) add(ctx context.Context, ids ...onrecord.ReportID) error {
	p, err := d.planAll(ctx, ids)
	if err != nil {
		return err
	}
	if err := d.tables.Plant(ctx, p.gists, p.postings, p.notes); err != nil {
		return err
	}
	found := newFinder(d, p.own)
	if err := found.around(ctx, p); err != nil {
		return err
	}
	change := store.Change{Reports: ids, Rules: Rules, Pairs: p.within, Stands: p.stands}
	if err := found.judge(ctx, &change); err != nil {
		return err
	}
	return d.tables.Derive(ctx, change)
}

// planAll plans reports, on all processors.
func (d *Deriver) planAll(ctx context.Context, ids []onrecord.ReportID) (*planned, error) {
	plans := make([]*planned, len(ids))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, id := range ids {
		g.Go(func() (err error) {
			if plans[i], err = d.planOne(ctx, id); err != nil {
				err = fmt.Errorf("derive report %s: %w", id, err)
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	all := plans[0]
	for _, p := range plans[1:] {
		all.join(p)
	}
	return all, nil
}

func (d *Deriver) planOne(ctx context.Context, id onrecord.ReportID) (*planned, error) {
	entry, err := d.tables.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	refs, err := d.tables.LineRefs(ctx, id)
	if err != nil {
		return nil, err
	}
	return plan(entry, refs)
}

// mendAll compares those who now stand near each other because one between them went.
func (d *Deriver) mendAll(ctx context.Context) error {
	for {
		torn, err := d.tables.Torn(ctx, batch)
		if err != nil || len(torn) == 0 {
			return err
		}
		d.notes.clear() // the keys of lines that went may come again
		found := newFinder(d, nil)
		if err := found.across(ctx, torn); err != nil {
			return err
		}
		change := store.Change{Mended: torn}
		if err := found.judge(ctx, &change); err != nil {
			return err
		}
		if err := d.tables.Derive(ctx, change); err != nil {
			return err
		}
	}
}
