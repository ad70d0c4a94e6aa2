package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"

	"onrecord"
	"onrecord/across"
	"onrecord/api"
	"onrecord/feeds"
	"onrecord/ingest"
	"onrecord/store"
	"onrecord/web"
)

// adder reads reports that visitors bring, keeps them and compares them with the others: one at a
// time, as the deriver wants it.
type adder struct {
	db      database
	read    func(context.Context, *onrecord.Report) (*onrecord.Entry, error)
	fetcher *feeds.Fetcher
	fetches chan struct{} // as many pages are fetched at a time
	guard   sync.Mutex
	deriver *across.Deriver
	ended   bool // nothing more is kept
}

func newAdder(db database, read func(context.Context, *onrecord.Report) (*onrecord.Entry, error), fetcher *feeds.Fetcher) *adder {
	return &adder{db: db, read: read, deriver: across.NewDeriver(db), fetcher: fetcher, fetches: make(chan struct{}, mostFetches)}
}

var errEnding = errors.New("the program ends; bring it again when it is back")

// end waits for the report that is being kept, if any; others that are on their way will not be.
func (d *adder) end() {
	if d == nil {
		return
	}
	d.guard.Lock()
	defer d.guard.Unlock()
	d.ended = true
}

// add reads one report and keeps its entry. What was begun is ended, though the visitor may leave.
func (d *adder) add(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
	entry, err := d.read(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", api.ErrUnreadable, err)
	}
	ctx = context.WithoutCancel(ctx)
	d.guard.Lock()
	defer d.guard.Unlock()
	if d.ended {
		return nil, errEnding
	}
	outcome, err := d.db.Put(ctx, entry, store.Page{MediaType: r.MediaType, Raw: r.Raw})
	if err != nil || outcome == store.Unchanged {
		return entry, err
	}
	return entry, d.deriver.Add(ctx, r.ID)
}

// The bounds of what one visitor brings at a time: "onrecord add" takes any number.
const (
	mostAtOnce   = 50
	mostUnpacked = 64 << 20
)

// addAll reads the reports of what was pasted or uploaded.
func (d *adder) addAll(ctx context.Context, name string, body io.Reader) iter.Seq[web.Added] {
	return func(yield func(web.Added) bool) {
		n := 0
		for report, err := range ingest.From(ctx, body, name, ingest.Options{MaxStream: mostUnpacked}) {
			if n++; n > mostAtOnce {
				yield(web.Added{Fault: fmt.Sprintf("the rest was left out: more than %d reports at once are for \"onrecord add\"", mostAtOnce)})
				return
			}
			if !yield(d.added(ctx, report, err)) {
				return
			}
		}
	}
}

// added adds a report that was read, if it was.
func (d *adder) added(ctx context.Context, report *onrecord.Report, err error) web.Added {
	var entry *onrecord.Entry
	if err == nil {
		entry, err = d.add(ctx, report)
	}
	if err != nil {
		return web.Added{Fault: err.Error()}
	}
	return web.Added{Entry: entry}
}

// newToken makes a secret that nobody guesses.
func newToken() string { return rand.Text() }
