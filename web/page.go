package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"

	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

//go:embed templates static
var assets embed.FS

// visit is one request with the record that it looks at.
type visit struct {
	*http.Request
	Record
	across *across.Record
	site   *site
}

// state names the state of the record, as far as the store can tell.
func (v *visit) state(ctx context.Context) (string, error) {
	if v.Record == nil { // a test of what is remembered
		return "", nil
	}
	return v.State(ctx)
}

func (s *site) visit(r *http.Request) *visit {
	record, _ := s.showing()
	return &visit{r, record, across.NewRecord(record, s.Issues), s}
}

// recall gives a figure of the whole record, perhaps one that was made a while ago.
func recall[T any](ctx context.Context, v *visit, name string, made func(context.Context) (T, error)) (T, error) {
	return remembered(ctx, &v.site.memory, v, name, made)
}

// lasting is a visit that may outlive its request: for what is remembered.
func (v *visit) lasting() *visit {
	return &visit{nil, v.Record, across.NewRecord(v.Record, v.site.Issues), v.site}
}

// topics gives a record that has read the topics and stands. Reading them takes long where there are many.
func (v *visit) topics(ctx context.Context) (*across.Record, error) {
	base, err := recall(ctx, v, "topics", func(ctx context.Context) (*across.Record, error) {
		record := across.NewRecord(v.Record, v.site.Issues)
		return record, record.Load(ctx)
	})
	if err != nil {
		return nil, err
	}
	return base.Again(), nil
}

// view is what a deed gives to be shown.
type view struct {
	template string // its file in templates, without the ending
	title    string
	data     any
	status   int  // 0: all well
	goesOn   bool // there will be more of it in a moment
}

// deed answers a visit.
type deed func(context.Context, *visit) (view, error)

// elsewhere is a view that sends the browser to another page.
func elsewhere(url string) view { return view{template: "", title: url, status: http.StatusSeeOther} }

// page makes a handler of a deed.
func (s *site) page(do deed) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		end, err := s.turns.take(r.Context())
		if err != nil { // nobody waits for an answer
			return
		}
		defer end()
		v, err := do(r.Context(), s.visit(r))
		switch {
		case err != nil:
			s.fail(w, r, err)
		case v.template == "":
			http.Redirect(w, r, v.title, v.status)
		default:
			s.write(w, r, v)
		}
	}
}

// frame is what the layout shows around a view.
type frame struct {
	Title, Path      string
	Name, Version    string
	IsSample, CanTry bool
	CanAdd           bool
	GoesOn           bool
	HasSearch        bool // the page brings no search of its own
	Data             any
}

// hasOwnSearch names the pages with a search box of their own.
var hasOwnSearch = map[string]bool{"start": true, "search": true, "timeline": true}

// write makes the whole page before a byte of it is sent: a fault shows as one.
func (s *site) write(w http.ResponseWriter, r *http.Request, v view) {
	_, isSample := s.showing()
	page := s.sheets.take()
	defer s.sheets.giveBack(page)
	if err := s.render(page, r.URL.Path, v, isSample); err != nil {
		s.Log.Error("write a page", "page", v.template, "path", r.URL.Path, "fault", err)
		http.Error(w, "The page could not be made; the log tells why.", http.StatusInternalServerError)
		return
	}
	send(w, max(v.status, http.StatusOK), page.Bytes())
}

// render writes a view into the layout.
func (s *site) render(page *bytes.Buffer, path string, v view, isSample bool) error {
	return s.pages[v.template].Execute(page, frame{
		v.title, path, s.Name, s.Version, isSample, s.Sample != nil && !isSample, s.Add != nil && !isSample, v.goesOn, !hasOwnSearch[v.template], v.data,
	})
}

func send(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(page) // whom it does not reach has left
}

// trouble is the page that says what went wrong.
type trouble struct{ Fault, Pointer, Hint string }

// fail shows an error: what the visitor may mend in words, what only the operator can in the log.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	var wrong *search.SyntaxError
	switch {
	case r.Context().Err() != nil: // nobody waits for an answer
		return
	case errors.As(err, &wrong):
		s.write(w, r, troubled(http.StatusBadRequest, "A query that cannot be read", trouble{wrong.Error(), wrong.Pointer(), ""}))
	case errors.Is(err, errBadRequest):
		s.write(w, r, troubled(http.StatusBadRequest, "Not understood", trouble{Fault: err.Error()}))
	case errors.Is(err, store.ErrNotFound), errors.Is(err, across.ErrNobody):
		s.write(w, r, troubled(http.StatusNotFound, "Not on record", trouble{err.Error(), "", "Names are found as reports write them: a surname, a country, a ministry."}))
	case errors.Is(err, errBusy):
		s.write(w, r, troubled(http.StatusServiceUnavailable, "Too much at once", trouble{Fault: err.Error()}))
	default:
		s.Log.Error("answer a visit", "path", r.URL.Path, "fault", err)
		s.write(w, r, troubled(http.StatusInternalServerError, "Something broke", trouble{Fault: "The record could not be asked; the log of the program tells why."}))
	}
}

func troubled(status int, title string, t trouble) view {
	return view{template: "trouble", title: title, data: t, status: status}
}

// errBadRequest says that an address asks for what cannot be.
var errBadRequest = errors.New("the address asks for something that cannot be")

func (s *site) missing(context.Context, *visit) (view, error) {
	return view{}, fmt.Errorf("%w: there is no such page", store.ErrNotFound)
}

// pages are the templates by name, each with the layout around it.
type pages map[string]*template.Template

// parsePages reads the templates. They are part of the program, so a fault is one of the program.
func parsePages() pages {
	shared := template.Must(template.New("layout.html").Funcs(functions()).ParseFS(assets, "templates/layout.html", "templates/parts.html"))
	files, err := assets.ReadDir("templates")
	if err != nil {
		panic("the folder templates is embedded: " + err.Error())
	}
	all := pages{}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".html")
		if name != "layout" && name != "parts" {
			all[name] = template.Must(template.Must(shared.Clone()).ParseFS(assets, path.Join("templates", f.Name())))
		}
	}
	return all
}
