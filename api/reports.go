package api

import (
	"cmp"
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

type reportQuestion struct {
	ID string `path:"id" maxLength:"64" doc:"The id of a report." example:"64eecf87cc73504e62be4c8a"`
}

func (a *api) registerReports(routes huma.API) {
	get(routes, a, "/reports", "reports", "Reports, the newest first", a.reports)
	get(routes, a, "/reports/{id}", "report", "All that a report contributes: text, statements, events, actors, issues", a.report)
	get(routes, a, "/reports/{id}/origin", "origin", "The reports of one origin with a report, and who has it from whom", a.origin)
}

func (a *api) reports(ctx context.Context, in *Leaf) (list[onrecord.Masthead], error) {
	found, err := a.hits(ctx, *in, store.Query{Where: store.Value{Field: store.Sort, Is: store.ReportLine}})
	heads := list[onrecord.Masthead]{Items: []onrecord.Masthead{}, Next: found.Next}
	for _, h := range found.Items {
		heads.Items = append(heads.Items, h.Report)
	}
	return heads, err
}

func (a *api) report(ctx context.Context, in *reportQuestion) (*onrecord.Entry, error) {
	return a.Record.Get(ctx, onrecord.ReportID(in.ID))
}

func (a *api) origin(ctx context.Context, in *reportQuestion) (*across.Origin, error) {
	return a.across().Origin(ctx, onrecord.ReportID(in.ID))
}

// newReport is a report to be read and kept.
type newReport struct {
	Source    string `json:"source,omitempty" maxLength:"500" doc:"Where it was read: a name that tells it from others."`
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"Its address, if it has one. Given without text and html, the page is fetched from there, where the server does that."`
	Outlet    string `json:"outlet,omitempty" maxLength:"200"`
	Title     string `json:"title,omitempty" maxLength:"1000"`
	Published string `json:"published,omitempty" pattern:"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" doc:"The day, month or year of publication, if the text does not tell."`
	Text      string `json:"text,omitempty" maxLength:"2000000" doc:"The report as plain text."`
	HTML      string `json:"html,omitempty" maxLength:"5000000" doc:"Or as a page."`
}

// maxNewReport bounds the body of an added report.
const maxNewReport = 16 << 20

func (a *api) registerAdd(routes huma.API) {
	huma.Register(routes, huma.Operation{
		Method: http.MethodPost, Path: Prefix + "/reports", OperationID: "add", Summary: "Read a report and keep its entry",
		DefaultStatus: http.StatusCreated, MaxBodyBytes: maxNewReport,
		Errors: []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusTooManyRequests},
	}, a.add)
}

func (a *api) add(ctx context.Context, in *struct{ Body newReport }) (*answer[*onrecord.Entry], error) {
	report, err := a.brought(ctx, &in.Body)
	if err != nil {
		return nil, err
	}
	entry, err := a.Add(ctx, report)
	if err != nil {
		return nil, a.fault("add", err)
	}
	return &answer[*onrecord.Entry]{entry}, nil
}

// brought is the report that was sent, or the one at the address that was sent. What the asker
// tells of it holds for both.
func (a *api) brought(ctx context.Context, n *newReport) (r *onrecord.Report, err error) {
	day, err := onrecord.ParseDate(n.Published)
	switch {
	case n.Published != "" && err != nil:
		return nil, huma.Error400BadRequest(err.Error())
	case n.Text != "" && n.HTML != "":
		return nil, huma.Error400BadRequest("give either text or html")
	case n.Text != "" || n.HTML != "":
		r = n.report()
	case n.URL != "" && a.Fetch != nil:
		if r, err = a.Fetch(ctx, n.URL); err != nil {
			return nil, huma.Error422UnprocessableEntity("the page was not fetched: " + err.Error())
		}
	default:
		return nil, huma.Error400BadRequest("give text or html; or, where pages are fetched, url alone")
	}
	r.Source, r.Outlet, r.Title, r.Published = cmp.Or(n.Source, r.Source), n.Outlet, n.Title, day
	return r, nil
}

func (n *newReport) report() *onrecord.Report {
	r := &onrecord.Report{Source: cmp.Or(n.Source, "api"), URL: n.URL, MediaType: onrecord.PlainText, Raw: []byte(n.Text)}
	if n.HTML != "" {
		r.MediaType, r.Raw = onrecord.HTML, []byte(n.HTML)
	}
	r.ID = onrecord.NewReportID(cmp.Or(r.URL, r.Source), r.Raw)
	return r
}
