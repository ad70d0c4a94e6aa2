// Package feeds answers: which new reports do these feeds name? Start at [Watcher.Articles]: it asks
// feeds again and again, fetches the articles that are new and gives their reports; folders into
// which files are put are watched beside them. [Fetcher] is how it asks, politely and never in
// private networks; what was done is kept in a folder, so that a run that was stopped, at
// whatever moment, loses nothing and asks for little twice.
package feeds

import (
	"cmp"
	"context"
	"iter"
	"time"

	"onrecord"
)

const (
	defaultEvery = 15 * time.Minute
	mostTries    = 5              // of one article
	longestPause = 24 * time.Hour // of a feed that fails
	atOnce       = 8              // feeds that are asked at a time
)

// Watcher asks feeds for new articles.
type Watcher struct {
	Feeds   []string // their addresses
	Drops   []string // folders into which files with reports are put
	Folder  string   // where is kept what was done
	Fetcher *Fetcher
	Every   time.Duration // how often a feed is asked; 0: 15 minutes
	Look    time.Duration // how often a folder is looked at; 0: 5 seconds
	Once    bool          // ask each feed once, then end
	Tell    func(Event)   // hears what happens, one event at a time; may be nil
}

// Event is what happened to a feed or to one of its articles.
type Event struct {
	Feed      string `json:"feed"`
	URL       string `json:"url,omitempty"`       // of the article; "" if it is about the feed
	Unchanged bool   `json:"unchanged,omitempty"` // the feed is as it was
	Items     int    `json:"items,omitempty"`     // that the feed names
	New       int    `json:"new,omitempty"`       // of them
	Err       error  `json:"-"`                   // what failed
	Retry     bool   `json:"retry,omitempty"`     // it will be tried again
}

// Article is a fetched article. Done is to be called once it is stored (nil), or cannot be read;
// without that it is fetched again by another run.
type Article struct {
	Feed   string
	Report *onrecord.Report
	Done   func(error)
}

// Articles yields new articles as they come, until ctx ends or, with Once, every feed was asked.
// An error is one of the folder: nothing could be kept, or another program keeps there ([ErrInUse]).
func (w *Watcher) Articles(ctx context.Context) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		run := &run{Watcher: w, shelf: shelf{w.Folder}, every: cmp.Or(w.Every, defaultEvery), out: make(chan Article), slots: make(chan struct{}, atOnce)}
		unlock, err := run.shelf.lock()
		if err == nil {
			defer unlock()
			ctx, stop := context.WithCancel(ctx)
			defer stop()
			if err = run.begin(ctx); err == nil {
				run.give(ctx, stop, yield)
				return
			}
		}
		yield(Article{}, err)
	}
}

// begin starts to watch every feed and every folder.
func (r *run) begin(ctx context.Context) error {
	r.Fetcher.start()
	var starts []func()
	for _, feed := range r.Feeds {
		kept, err := r.shelf.load(feed)
		if err != nil {
			return err
		}
		starts = append(starts, func() { r.watch(ctx, &watched{state: kept}) })
	}
	for _, path := range r.Drops {
		f, err := r.newFolder(path)
		if err != nil {
			return err
		}
		starts = append(starts, func() { f.watch(ctx) })
	}
	for _, start := range starts {
		r.all.Go(start)
	}
	return nil
}

// give yields articles until ctx ends or all is watched; then it waits for the watchers.
func (r *run) give(ctx context.Context, stop func(), yield func(Article, error) bool) {
	go func() { r.all.Wait(); close(r.out) }()
	for article := range r.out {
		if !yield(article, nil) {
			stop()
		}
		if ctx.Err() != nil {
			break
		}
	}
	for range r.out { // those who were about to give one when ctx ended
	}
}
