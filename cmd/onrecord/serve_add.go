package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"sync"

	"onrecord"
	"onrecord/across"
	"onrecord/ingest"
	"onrecord/store"
	"onrecord/web"
)

// adder reads reports that visitors bring, keeps them and compares them with the others: one at a
// time, as the deriver wants it.
type adder struct {
	db      database
	read    func(context.Context, *onrecord.Report) (*onrecord.Entry, error)
	guard   sync.Mutex
	deriver *across.Deriver
}

func newAdder(db database, read func(context.Context, *onrecord.Report) (*onrecord.Entry, error)) *adder {
	return &adder{db: db, read: read, deriver: across.NewDeriver(db)}
}

// add reads one report and keeps its entry. What was begun is ended, though the visitor may leave.
func (d *adder) add(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
	entry, err := d.read(ctx, r)
	if err != nil {
		return nil, err
	}
	ctx = context.WithoutCancel(ctx)
	d.guard.Lock()
	defer d.guard.Unlock()
	outcome, err := d.db.Put(ctx, entry, store.Page{MediaType: r.MediaType, Raw: r.Raw})
	if err != nil || outcome == store.Unchanged {
		return entry, err
	}
	return entry, d.deriver.Add(ctx, r.ID)
}

// mostAtOnce bounds how many reports one visitor brings at a time: "onrecord add" takes any number.
const mostAtOnce = 50

// addAll reads the reports of what was pasted or uploaded.
func (d *adder) addAll(ctx context.Context, name string, body io.Reader) []web.Added {
	var all []web.Added
	for report, err := range ingest.From(ctx, body, name, ingest.Options{}) {
		if len(all) == mostAtOnce {
			return append(all, web.Added{Fault: fmt.Sprintf("the rest was left out: more than %d reports at once are for \"onrecord add\"", mostAtOnce)})
		}
		var entry *onrecord.Entry
		if err == nil {
			entry, err = d.add(ctx, report)
		}
		if err != nil {
			all = append(all, web.Added{Fault: err.Error()})
			continue
		}
		all = append(all, web.Added{Entry: entry})
	}
	return all
}

// newToken makes a secret that nobody guesses.
func newToken() string { return rand.Text() }
