package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
	"onrecord/api"
	"onrecord/codebook"
	"onrecord/feeds"
	"onrecord/mcp"
	"onrecord/pipeline"
	"onrecord/store/postgres"
	"onrecord/web"
	"onrecord/web/gate"
)

// defaultListen is where the record is shown unless told otherwise.
const defaultListen = "127.0.0.1:8321"

// serveFlags are the choices of "onrecord serve".
type serveFlags struct {
	listen, token string
	sample, write bool
	allowPrivate  bool
	issues        string
	isMade        bool  // the token was made here
	times         times // the usual ones if zero
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the record in a browser, and to programs by a JSON API",
		Long: `Show the record in a browser: what was said and done, by report, actor, issue, day; who denies, who
repeats; where two actors stand together. Every number opens the words behind it. The pages work
without scripts and ask no other host for anything. Programs ask the same at /api/v1, which
/api/openapi.json describes; assistants at /mcp, as they do "onrecord mcp".

They are shown to this machine alone. To listen to others (--listen :8321) a token is needed, of
at least 16 characters: --token, or better the variable ONRECORD_TOKEN. Whoever opens the address with
?token=... once is known by a cookie; programs send it as "Authorization: Bearer ...". Put a proxy
that speaks HTTPS before it.

With --write visitors may add reports, by paste, upload or the address of a page, and programs by
POST /api/v1/reports. It needs a token as well; without one, one is made and printed. Pages are
fetched as "onrecord watch" does, and never from this machine or a private network, unless
--allow-private.

--sample shows the bundled sample record; the database is left alone.`,
		Example: `  onrecord serve
  onrecord serve --sample
  ONRECORD_TOKEN=$(openssl rand -hex 16) onrecord serve --listen :8321`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), f) }),
	}
	c.Flags().StringVar(&f.listen, "listen", defaultListen, "`address` and port to listen on")
	c.Flags().StringVar(&f.token, "token", "", "`secret` that visitors must know (default $ONRECORD_TOKEN)")
	c.Flags().BoolVar(&f.write, "write", false, "let visitors add reports")
	c.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "with --write: fetch pages from this machine and from private networks too")
	c.Flags().BoolVar(&f.sample, "sample", false, "show the sample record")
	c.Flags().StringVar(&f.issues, "issues", "", "`file` that names and joins issues (default issues.toml beside the database)")
	return c
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	if f.token == "" {
		f.token = a.getenv("ONRECORD_TOKEN")
	}
	if err := checkListening(f.listen, f.token); err != nil {
		return err
	}
	if f.write && f.token == "" {
		f.token, f.isMade = newToken(), true
	}
	if !f.write { // who also reads needs the models
		defer boundMemory(mostShown)()
	}
	record, name, err := a.openToShow(ctx, f.sample, f.write)
	if err != nil {
		return err
	}
	issues, err := a.issues(f.issues)
	if err != nil {
		return errors.Join(err, record.Close())
	}
	shown := &sampleOnce{app: a, life: ctx}
	s := &served{database: record, issues: issues, name: name, read: a.reader(), log: slog.New(slog.NewTextHandler(a.stderr, nil))}
	if !f.sample {
		s.sample = shown.open
	}
	if f.write {
		s.adder = newAdder(record, s.read, &feeds.Fetcher{AllowPrivate: f.allowPrivate, Version: pipeline.Version()})
	}
	handler := s.gated(f.token)
	go s.prepare(ctx)
	err = a.listen(ctx, f, handler)
	s.adder.end()
	return errors.Join(err, record.Close(), shown.close())
}

// served is a record with all the forms in which it is shown.
type served struct {
	database
	issues across.Issues
	name   string
	read   func(context.Context, *onrecord.Report) (*onrecord.Entry, error) // a report that is not kept
	sample func(context.Context) (web.Record, error)
	adder  *adder // nil: the record is only looked at
	pages  *web.Pages
	log    *slog.Logger
}

// gated is all of it behind what keeps strangers, floods and heaps out.
func (s *served) gated(token string) http.Handler {
	return gate.NewLimit(perSecond, atOnce, gate.New(token, http.MaxBytesHandler(s.handler(), maxBody)))
}

// handler joins pages, API and assistants.
func (s *served) handler() http.Handler {
	version := pipeline.Version()
	pages := web.Options{Record: s, Issues: s.issues, Name: s.name, Version: version, Sample: s.sample, Types: eventTypes(), Turns: turnsFor(s.database), Log: s.log}
	answers := api.Options{Record: s, Issues: s.issues, Version: version, Log: s.log}
	if s.adder != nil {
		pages.Add, answers.Add = s.adder.addAll, s.adder.add
		pages.Fetch, answers.Fetch = s.adder.fetchOne, s.adder.fetch
	}
	assistants := mcp.New(mcp.Options{Record: s, Issues: s.issues, Version: version, Read: s.read, Log: s.log})
	guard := http.NewCrossOriginProtection() // pages that a browser has from elsewhere may not make us work
	mux := http.NewServeMux()
	s.pages = web.New(pages)
	mux.Handle("/", s.pages)
	mux.Handle("/api/", guard.Handler(api.New(answers)))
	mux.Handle("/mcp", guard.Handler(mcp.Handler(assistants)))
	return mux
}

// turnsFor is how many pages are made at a time where that is not one a processor: more of a server's record, for they wait
// for the server.
func turnsFor(d database) int {
	if _, isServer := d.(*postgres.Store); isServer {
		return 4 * runtime.GOMAXPROCS(0)
	}
	return 0
}

// prepare makes the pages ready for the first visitors, who need not wait for it.
func (s *served) prepare(ctx context.Context) {
	if err := s.pages.Prepare(ctx); err != nil && ctx.Err() == nil {
		s.log.Error("prepare the pages", "fault", err)
	}
}

// checkListening lets only this machine ask where no token is set.
func checkListening(listen, token string) error {
	const least = 16
	host, _, err := net.SplitHostPort(listen)
	switch {
	case err != nil:
		return &usageError{fmt.Errorf("--listen is an address and a port, such as %s: %w", defaultListen, err)}
	case token != "" && len(token) < least:
		return &usageError{fmt.Errorf("the token has %d characters; at least %d keep it from being guessed", len(token), least)}
	case token == "" && !gate.IsLoopback(host):
		return &usageError{fmt.Errorf("to listen on %q, which others can reach, set a token: ONRECORD_TOKEN=$(openssl rand -hex 16)", listen)}
	}
	return nil
}

// openToShow opens the sample record, or the database; a missing file is made, so that what is
// added later shows.
func (a *app) openToShow(ctx context.Context, isSample, toWrite bool) (database, string, error) {
	if toWrite && !isSample {
		return a.openToWrite(ctx)
	}
	if isSample {
		s, err := a.openSample(ctx)
		if err != nil {
			return nil, "", err
		}
		return s, "the sample record", nil
	}
	path, err := a.databasePath()
	if err != nil {
		return nil, "", err
	}
	if postgres.IsAddress(path) {
		db, err := a.openToRead(ctx)
		return db, postgres.Name(path), err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		made, _, err := a.openToWrite(ctx)
		if err != nil {
			return nil, "", err
		}
		if err := made.Close(); err != nil {
			return nil, "", err
		}
	}
	db, err := a.openToRead(ctx)
	return db, path, err
}

// sampleOnce opens the sample record when a page first asks for it, and keeps it as long as the
// program serves. Pages ask one after the other.
type sampleOnce struct {
	app    *app
	life   context.Context
	opened *sample
}

func (s *sampleOnce) open(context.Context) (web.Record, error) {
	opened, err := s.app.openSample(s.life)
	if err != nil {
		return nil, err
	}
	s.opened = opened
	return opened, nil
}

func (s *sampleOnce) close() error {
	if s.opened == nil {
		return nil
	}
	return s.opened.Close()
}

func eventTypes() (names []string) {
	for _, t := range codebook.Plover().Types {
		names = append(names, string(t.Name))
	}
	return names
}

// Bounds of what a visit brings, and of how long the last ones have when the program ends.
const (
	farewell  = 5 * time.Second
	maxHeader = 64 << 10
	maxBody   = 16 << 20
)

// times bound a visit: a slow client holds a connection no longer.
type times struct{ header, read, write, idle time.Duration }

func usualTimes() times {
	return times{header: 10 * time.Second, read: 30 * time.Second, write: 2 * time.Minute, idle: 2 * time.Minute}
}

// How fast one address may ask: faster than any reader, slower than a flood.
const (
	perSecond = 100
	atOnce    = 200
)

// listen serves until ctx ends, and then lets open visits end.
func (a *app) listen(ctx context.Context, f serveFlags, handler http.Handler) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", f.listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", f.listen, err)
	}
	most := cmp.Or(f.times, usualTimes())
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: most.header, ReadTimeout: most.read, WriteTimeout: most.write, IdleTimeout: most.idle, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(slog.NewTextHandler(a.stderr, nil), slog.LevelWarn),
	}
	address := url.URL{Scheme: "http", Host: listener.Addr().String(), Path: "/"}
	if f.isMade {
		address.RawQuery = url.Values{"token": {f.token}}.Encode()
	}
	if err := a.print("onrecord is at %s (Ctrl-C ends it)\n", address.String()); err != nil {
		return errors.Join(err, listener.Close())
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
		defer cancel()
		_ = server.Shutdown(end) // who has not gone by then is sent away
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-ended
	return nil
}
