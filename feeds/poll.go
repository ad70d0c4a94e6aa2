package feeds

import (
	"context"
	"errors"
	"sync"
	"time"

	"onrecord"
)

// run is one run of a watcher.
type run struct {
	*Watcher
	shelf
	every time.Duration
	out   chan Article
	slots chan struct{} // as many feeds are asked at a time
	all   sync.WaitGroup
	tells sync.Mutex
}

// watched is a feed in a run.
type watched struct {
	mu    sync.Mutex // guards state: articles are done by others
	state *state
}

func (r *run) tell(e Event) {
	r.tells.Lock()
	defer r.tells.Unlock()
	if r.Tell != nil {
		r.Tell(e)
	}
}

// watch asks a feed until ctx ends.
func (r *run) watch(ctx context.Context, w *watched) {
	for {
		if wait := r.Fetcher.wait(w.state.Next); wait > 0 {
			if r.Once {
				r.tell(Event{Feed: w.state.Feed, Err: &LaterError{w.state.Feed, w.state.Next}, Retry: true})
				return
			}
			if sleep(ctx, wait) != nil {
				return
			}
		}
		select {
		case r.slots <- struct{}{}:
			r.poll(ctx, w)
			<-r.slots
		case <-ctx.Done():
			return
		}
		if r.Once || sleep(ctx, backoff(r.every, 0, r.every)) != nil {
			return
		}
	}
}

// poll asks a feed once and fetches what is new in it, or was left from before.
func (r *run) poll(ctx context.Context, w *watched) {
	event := Event{Feed: w.state.Feed}
	answer, err := r.Fetcher.Get(ctx, w.state.Feed, w.state.Tags)
	var items []Item
	var parts []sitemap
	if err == nil && !answer.Unchanged {
		items, parts, err = r.readFeed(ctx, w.state, answer)
	}
	if ctx.Err() != nil {
		return
	}
	w.mu.Lock()
	switch {
	case err != nil:
		w.state.Next = r.nextTry(err, w.state.Failures)
		w.state.Failures++
		event.Err, event.Retry = err, true
	case answer.Unchanged:
		event.Unchanged = true
		w.state.Failures, w.state.Next = 0, time.Time{}
	default:
		event.Items, event.New = len(items), w.state.take(items)
		w.state.Tags, w.state.Parts, w.state.Failures, w.state.Next = answer.Tags, parts, 0, time.Time{}
		if len(parts) > 0 { // an index may be as it was while its sitemaps are not
			w.state.Tags = Tags{}
		}
	}
	err = r.save(w.state)
	articles := w.state.Articles
	w.mu.Unlock()
	r.tell(event)
	if err != nil {
		r.tell(Event{Feed: w.state.Feed, Err: err})
		return
	}
	for _, d := range articles {
		if r.isDue(w, d) && !r.fetch(ctx, w, d) {
			return
		}
	}
}

func (r *run) isDue(w *watched, d *deed) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return !d.Done && !d.inWork && r.Fetcher.wait(d.Next) == 0
}

// nextTry tells when to ask again after a failure.
func (r *run) nextTry(err error, failures int) time.Time {
	var later *LaterError
	if errors.As(err, &later) {
		return later.Until
	}
	return r.Fetcher.now().Add(backoff(r.every, failures, longestPause))
}

// fetch fetches an article and hands it on; false if ctx ended.
func (r *run) fetch(ctx context.Context, w *watched, d *deed) bool {
	report, err := r.get(ctx, w.state.Feed, d.Item)
	if ctx.Err() != nil {
		return false
	}
	if err != nil {
		r.fail(w, d, err)
		return true
	}
	w.mu.Lock()
	d.inWork = true
	w.mu.Unlock()
	select {
	case r.out <- Article{Feed: w.state.Feed, Report: report, Done: func(err error) { r.done(w, d, err) }}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (r *run) get(ctx context.Context, feed string, item Item) (*onrecord.Report, error) {
	report, err := r.Fetcher.Report(ctx, item.URL, feed)
	if err != nil {
		return nil, err
	}
	report.Title, report.Published = item.Title, item.Published
	return report, nil
}

// fail notes that an article could not be had: for now, or for good.
func (r *run) fail(w *watched, d *deed, err error) {
	var later *LaterError
	w.mu.Lock()
	d.Next = r.nextTry(err, d.Failures)
	if !errors.As(err, &later) {
		d.Failures++
		d.Done = d.Failures >= mostTries || isForGood(err)
	}
	event := Event{Feed: w.state.Feed, URL: d.URL, Err: err, Retry: !d.Done}
	kept := r.save(w.state)
	w.mu.Unlock()
	event.Err = errors.Join(err, kept)
	r.tell(event)
}

// isForGood reports whether asking again would tell nothing new.
func isForGood(err error) bool {
	var status *StatusError
	var page *unreadable
	return errors.As(err, &page) || errors.Is(err, ErrForbidden) || errors.Is(err, ErrPrivate) || errors.Is(err, ErrTooLong) ||
		errors.As(err, &status) && status.Code < 500 && status.Code != 408 && status.Code != 425
}

// done notes that an article was added, or given up.
func (r *run) done(w *watched, d *deed, err error) {
	w.mu.Lock()
	d.Done, d.inWork = true, false
	kept := r.save(w.state)
	w.mu.Unlock()
	if fault := errors.Join(err, kept); fault != nil {
		r.tell(Event{Feed: w.state.Feed, URL: d.URL, Err: fault})
	}
}
