package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
	"onrecord/feeds"
	"onrecord/pipeline"
	"onrecord/store"
	"onrecord/store/postgres"
	"onrecord/work"
)

const watchHelp = `Ask feeds for new articles, again and again, read the articles and keep their entries.

A FEED is the address of a feed in RSS, Atom or JSON Feed, of a news sitemap or an index of such,
a file that lists feeds (OPML), or a folder. An article is fetched once, from the address that the
feed gives. Of a folder, files of the kinds that "onrecord add" takes are read as they come, once
two looks, some seconds apart, found them the same; and again when they change.

Servers are asked politely: one request at a time to each host with --delay between two, as its
robots.txt allows (RFC 9309, as "onrecord"), only for what has changed (ETag, Last-Modified), and
not while it wants none (Retry-After). What fails is tried again later and later. Addresses of this
machine and of private networks are refused, behind redirects too, unless --allow-private.

What was done is kept in a folder beside the database (--state), by one watch at a time. So a watch
that was stopped, at whatever moment, is simply started again. Ctrl-C finishes the articles in
work. docs/intake.md tells more.`

// watchFlags are what a caller chose.
type watchFlags struct {
	once, asJSON, noRaw, allowPrivate bool
	every, delay, timeout             time.Duration
	state                             string
}

func (a *app) watchCommand() *cobra.Command {
	var f watchFlags
	c := &cobra.Command{
		Use:   "watch FEED...",
		Short: "Ask feeds for new articles, read them and keep their entries",
		Long:  watchHelp,
		Example: `  onrecord watch feeds.opml
  onrecord watch --once https://news.example.org/rss
  onrecord watch /srv/incoming
  onrecord watch --every 1h --json feeds.opml >> watch.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, names []string) error { return a.watch(c.Context(), names, f) }),
	}
	c.Flags().BoolVar(&f.once, "once", false, "ask each feed once, then end")
	c.Flags().DurationVar(&f.every, "every", 15*time.Minute, "how often a feed is asked")
	c.Flags().DurationVar(&f.delay, "delay", 2*time.Second, "time between two requests to one host")
	c.Flags().DurationVar(&f.timeout, "timeout", 30*time.Second, "longest time for one answer")
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "fetch from this machine and from private networks too")
	c.Flags().StringVar(&f.state, "state", "", "`folder` for what was done (default DATABASE.feeds)")
	c.Flags().BoolVar(&f.noRaw, "no-raw", false, "keep only the digest of raw pages")
	c.Flags().BoolVar(&f.asJSON, "json", false, "print what happens, one line of JSON each")
	a.dictionaryFlags(c)
	return c
}

func (a *app) watch(ctx context.Context, names []string, f watchFlags) error {
	if f.every < time.Second || f.delay <= 0 || f.timeout <= 0 {
		return &usageError{errors.New("--every is at least 1s, --delay and --timeout are more than 0")}
	}
	addresses, drops, err := feedAddresses(names)
	if err != nil {
		return err
	}
	folder, err := a.feedsFolder(f.state)
	if err != nil {
		return err
	}
	stations, err := a.loadStations()
	if err != nil {
		return err
	}
	db, path, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	w := &watching{
		adding: adding{app: a, stations: stations, db: db, deriver: across.NewDeriver(db), noRaw: f.noRaw, progress: &progress{}},
		log:    watchLog{app: a, asJSON: f.asJSON},
	}
	watcher := &feeds.Watcher{
		Feeds: addresses, Drops: drops, Folder: folder, Every: f.every, Once: f.once, Tell: w.log.feed,
		Fetcher: &feeds.Fetcher{AllowPrivate: f.allowPrivate, Delay: f.delay, Timeout: f.timeout, Version: pipeline.Version()},
	}
	err = w.all(ctx, watcher)
	if !f.asJSON {
		err = firstOf(err, a.print("%s\n", w.summary(path)))
	}
	err = firstOf(err, db.Close())
	if !f.once { // it has no end of its own, and told of failures when they came
		return err
	}
	return firstOf(err, ctx.Err(), someFailed(w.log.failed()))
}

// feedAddresses are the addresses that are given, and those that files list; drops are the folders.
func feedAddresses(names []string) (all, drops []string, err error) {
	for _, name := range names {
		if strings.Contains(name, "://") {
			all = append(all, name)
			continue
		}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			drops = append(drops, filepath.Clean(name))
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, fmt.Errorf("%w; a feed is given as an address (https://...), in an OPML file, or as a folder", err)
		}
		listed, err := feeds.ParseOPML(raw)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, listed...)
	}
	return withoutTwins(all), withoutTwins(drops), nil
}

// withoutTwins keeps the first of what stands twice.
func withoutTwins(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(name string) bool {
		twice := seen[name]
		seen[name] = true
		return twice
	})
}

// feedsFolder is where is kept what was done about feeds: beside the database, since it tells of
// that database what is in it.
func (a *app) feedsFolder(chosen string) (string, error) {
	if chosen != "" {
		return chosen, nil
	}
	path, err := a.databasePath()
	if err != nil {
		return "", err
	}
	if postgres.IsAddress(path) {
		return "", &usageError{errors.New("with a PostgreSQL database, --state names the folder for what was done")}
	}
	return filepath.Clean(path) + ".feeds", nil
}

// watching is one run of "onrecord watch".
type watching struct {
	adding
	log watchLog
}

// fetched is an article with what was made of it.
type fetched struct {
	article feeds.Article
	reading
}

// all adds articles until ctx ends; what was fetched by then is still added.
func (w *watching) all(ctx context.Context, watcher *feeds.Watcher) error {
	finish := context.WithoutCancel(ctx)
	if err := w.deriver.CatchUp(ctx, func() {}); err != nil { // what a stopped run left
		return err
	}
	var broken error
	articles := func(yield func(feeds.Article) bool) {
		for article, err := range watcher.Articles(ctx) {
			if err != nil {
				broken = err
				return
			}
			if !yield(article) {
				return
			}
		}
	}
	isHeld := func(r *onrecord.Report) (bool, error) { return w.db.Holds(finish, r.ID, w.stations.Made) }
	for one := range work.InOrder(ctx, 0, articles, func(article feeds.Article) fetched {
		return fetched{article, readOne(finish, w.stations, reading{report: article.Report}, isHeld)}
	}) {
		if err := w.keep(finish, one); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return nil //nolint:nilerr // it was told to stop, and did
	}
	return broken
}

// keep stores an article, and only then has it marked as done.
func (w *watching) keep(ctx context.Context, one fetched) error {
	if one.err != nil {
		w.failed++
		one.article.Done(one.err)
		return nil //nolint:nilerr // it is told and tried again
	}
	unchanged := w.outcomes[store.Unchanged]
	if err := w.one(ctx, one.reading); err != nil {
		return err
	}
	one.article.Done(nil)
	w.log.article(one, unchanged == w.outcomes[store.Unchanged])
	return nil
}
