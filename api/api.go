// Package api answers: how does a program ask for the record over HTTP? Start at [New]. One Go type a
// question gives the validation of what is asked, the form of the answer and the description of
// both (OpenAPI 3.1, at /api/openapi.json).
//
// It gives the words of reports with their places and sources, and changes nothing, unless the
// program that serves it hands over how to add a report.
package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// Record is what the API asks of a store.
type Record interface {
	across.Shelf
	across.Searcher
	store.Overview
	Count(context.Context) (store.Counts, error)
}

// Options say what is served. All but Record may be left out.
type Options struct {
	Record  Record
	Issues  across.Issues
	Version string // of the program

	// Add reads a report and keeps its entry; nil: nothing can be added.
	Add func(context.Context, *onrecord.Report) (*onrecord.Entry, error)

	// Fetch gives the report at an address of the web, to be added; nil: nothing is fetched.
	Fetch func(ctx context.Context, address string) (*onrecord.Report, error)

	Log *slog.Logger // of faults; nil: the default one
}

// ErrUnreadable is to be wrapped by what Add gives where no entry can be made of a report.
var ErrUnreadable = errors.New("it cannot be read")

// Prefix is where all addresses of the API begin.
const Prefix = "/api/v1"

const about = `Who said what about whom, who did what to whom, when, according to whom - each line with the exact
words that prove it. Spans are bytes of a report's text, UTF-8, the end excluded. Dates are ISO 8601 at the grain
that is known; intervals are EDTF. What one report tells is its word: several reports of one act are several events.`

// New makes the handler of the API.
func New(o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	mux := http.NewServeMux()
	config := huma.DefaultConfig("onrecord", o.Version)
	config.Info.Description = about
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/openapi", "", "" // a docs page would load scripts from elsewhere
	config.CreateHooks = nil
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	api := &api{Options: o}
	routes := humago.New(mux, config)
	api.registerReports(routes)
	api.registerSearch(routes)
	api.registerActors(routes)
	api.registerAcross(routes)
	api.registerFigures(routes)
	if o.Add != nil {
		api.registerAdd(routes)
	}
	allowNulls(config.Components.Schemas)
	return tagged(mux)
}

// schemaName names the form of a type: the words of the product plainly, those of other packages
// with the package before them, since both have an Actor.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if pkg := path.Base(t.PkgPath()); t.Name() != "" && (pkg == "across" || pkg == "happenings") {
		return strings.ToUpper(pkg[:1]) + pkg[1:] + name
	}
	return name
}

type api struct{ Options }

// across gives the record to ask one question.
func (a *api) across() *across.Record { return across.NewRecord(a.Record, a.Issues) }

// answer is a body of any form.
type answer[T any] struct{ Body T }

// get registers a question. What goes wrong is told as RFC 9457 has it.
func get[I, O any](routes huma.API, a *api, at, id, summary string, deed func(context.Context, *I) (O, error)) {
	huma.Register(routes, huma.Operation{
		Method: http.MethodGet, Path: Prefix + at, OperationID: id, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound, http.StatusTooManyRequests, http.StatusRequestHeaderFieldsTooLarge},
	}, func(ctx context.Context, in *I) (*answer[O], error) {
		body, err := deed(ctx, in)
		if err != nil {
			return nil, a.fault(id, err)
		}
		return &answer[O]{body}, nil
	})
}

// fault turns an error into an answer: what the asker may mend in words, the rest in the log alone.
func (a *api) fault(deed string, err error) error {
	var wrong *search.SyntaxError
	switch {
	case errors.As(err, &wrong), errors.Is(err, errCursor):
		return huma.Error400BadRequest(err.Error())
	case errors.Is(err, store.ErrNotFound), errors.Is(err, across.ErrNobody):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, ErrUnreadable):
		return huma.Error422UnprocessableEntity(err.Error())
	case errors.Is(err, context.Canceled):
		return huma.NewError(499, "the asker left")
	}
	a.Log.Error("answer a question", "question", deed, "fault", err)
	return huma.Error500InternalServerError("the record could not be asked; the log of the program tells why")
}
