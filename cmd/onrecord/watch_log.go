package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"sync"

	"onrecord/feeds"
)

// watchLog tells what happens to feeds and articles: to programs on standard output, a line of
// JSON each; to people what fails, on standard error, and the rest where they watch.
type watchLog struct {
	app    *app
	asJSON bool

	mu     sync.Mutex
	faults int // of feeds and articles that will not be tried again, or could not be asked
}

// watchLine is a line of JSON.
type watchLine struct {
	feeds.Event
	Error      string `json:"error,omitempty"`
	Report     string `json:"report,omitempty"`
	Headline   string `json:"headline,omitempty"`
	Statements int    `json:"statements,omitempty"`
	Events     int    `json:"events,omitempty"`
}

func (l *watchLog) failed() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.faults
}

// feed tells what happened to a feed, or that an article failed.
func (l *watchLog) feed(e feeds.Event) {
	l.mu.Lock()
	defer l.mu.Unlock()
	line := watchLine{Event: e}
	if e.Err != nil {
		l.faults++
		line.Error = e.Err.Error()
	}
	switch {
	case l.asJSON:
		l.print(line)
	case e.Err != nil:
		l.app.complain(fmt.Errorf("%s: %w%s", e.Feed, e.Err, map[bool]string{true: " (will be tried again)"}[e.Retry]))
	case l.app.isWatched() && e.New > 0:
		fmt.Fprintf(l.app.stderr, "%s: %s, %s new\n", e.Feed, counted(e.Items, "article"), number(e.New))
	}
}

// article tells that an article was added.
func (l *watchLog) article(one fetched, stored bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !stored {
		return
	}
	head := one.entry.Report
	switch {
	case l.asJSON:
		l.print(watchLine{Event: feeds.Event{Feed: one.article.Feed, URL: cmp.Or(head.URL, head.Source)}, Report: string(head.ID), Headline: head.Headline,
			Statements: len(one.entry.Statements), Events: len(one.entry.Events)})
	case l.app.isWatched():
		fmt.Fprintf(l.app.stderr, "%s %s: %s, %s\n", head.ID[:12], head.Headline, counted(len(one.entry.Statements), "statement"), counted(len(one.entry.Events), "event"))
	}
}

// print writes a line; a reader that has gone must not stop the watch.
func (l *watchLog) print(line watchLine) {
	if form, err := json.Marshal(line); err == nil {
		_ = l.app.print("%s\n", form)
	}
}
