// Package web answers: how does a person look at the record in a browser? Start at [New], which
// makes the handler of all pages; routes stand in routes, one file a page, and its template of the
// same name in templates.
//
// A page is whole without scripts. Nothing of it is asked of another host, and no word of a report
// is ever markup: all goes through html/template. Pages ask the record through [Record] and never
// see a database.
package web

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"net/http"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// Record is what the pages ask of a store.
type Record interface {
	across.Shelf
	across.Searcher
	store.Overview
	Complete(ctx context.Context, prefix string, limit int) ([]onrecord.ReportID, error)
	Count(context.Context) (store.Counts, error)
}

// Options say what is shown. All but Record may be left out.
type Options struct {
	Record  Record
	Issues  across.Issues
	Name    string                                // of the database, for people
	Version string                                // of the program
	Sample  func(context.Context) (Record, error) // opens a record to try things on
	Types   []string                              // of events, to choose from
	Turns   int                                   // pages made at a time; 0: as many as there are processors

	// Add reads the reports of what a visitor pastes or uploads, one after the other, and keeps them;
	// nil: the record is only looked at.
	Add func(ctx context.Context, name string, body io.Reader) iter.Seq[Added]

	// Fetch reads the report at an address of the web and keeps it; nil: nothing is fetched.
	Fetch func(ctx context.Context, address string) Added

	Log *slog.Logger // of faults; nil: the default one
}

// Pages are the handler of all pages.
type Pages struct {
	http.Handler
	site *site
}

// New makes the pages of a record.
func New(o Options) *Pages {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &site{Options: o, pages: parsePages(), scores: readScores(), turns: newTurns(o.Turns)}
	return &Pages{secured(s.routes()), s}
}

// Prepare looks at the pages of the whole record once, so that no visitor waits for the figures that they share. It
// takes seconds where the record is large; visitors who come before may wait so long.
func (p *Pages) Prepare(ctx context.Context) error {
	s := p.site
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "/", http.NoBody)
	if err != nil {
		return err
	}
	for _, look := range []deed{s.start, s.actors, s.timeline, s.network} {
		if _, err := look(ctx, s.visit(r)); err != nil {
			return err
		}
	}
	for path, look := range s.sharedPages() {
		if _, err := s.sharedBody(ctx, s.visit(r), path, look); err != nil {
			return err
		}
	}
	return nil
}

// site is what all pages share.
type site struct {
	Options
	pages  pages
	scores []partScores
	sample sampleRecord
	lots   lots
	memory memory
	turns  turns
	sheets sheets
}

// sharedPages are those that are the same for all visitors and of some length.
func (s *site) sharedPages() map[string]deed {
	return map[string]deed{"/issues": s.issues, "/happenings": s.happenings, "/sources": s.sources, "/quality": s.quality}
}

func (s *site) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for pattern, deed := range map[string]deed{
		"GET /{$}":                 s.start,
		"GET /search":              s.search,
		"GET /timeline":            s.timeline,
		"GET /reports/{id}":        s.report,
		"GET /reports/{id}/{line}": s.line,
		"GET /actors":              s.actors,
		"GET /actors/{id...}":      s.actor,
		"GET /compare":             s.compare,
		"GET /between":             s.parties,
		"GET /own":                 s.own,
		"GET /network":             s.network,
		"GET /issues/{id...}":      s.issue,
		"GET /":                    s.missing,
	} {
		mux.HandleFunc(pattern, s.page(deed))
	}
	for path, deed := range s.sharedPages() {
		mux.HandleFunc("GET "+path, s.shared(path, deed))
	}
	if s.Add != nil {
		mux.HandleFunc("GET /add", s.page(s.addForm))
		mux.HandleFunc("POST /add", s.page(s.add))
		mux.HandleFunc("GET /add/{lot}", s.page(s.lot))
	}
	mux.HandleFunc("POST /sample", s.showSample)
	mux.HandleFunc("POST /sample/leave", s.leaveSample)
	mux.Handle("GET /static/", staticFiles())
	return mux
}

func staticFiles() http.Handler {
	files, err := fs.Sub(assets, "static")
	if err != nil {
		panic("the folder static is embedded: " + err.Error())
	}
	serve := http.StripPrefix("/static/", http.FileServerFS(files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=3600")
		serve.ServeHTTP(w, r)
	})
}
