package api

import (
	"context"
	"errors"
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
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"Its address, if it has one. Nothing is fetched from there."`
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
		DefaultStatus: http.StatusCreated, MaxBodyBytes: maxNewReport, Errors: []int{http.StatusBadRequest},
	}, a.add)
}

func (a *api) add(ctx context.Context, in *struct{ Body newReport }) (*answer[*onrecord.Entry], error) {
	report, err := in.Body.report()
	if err != nil {
		return nil, huma.Error400BadRequest(err.Error())
	}
	entry, err := a.Add(ctx, report)
	if err != nil {
		return nil, a.fault("add", err)
	}
	return &answer[*onrecord.Entry]{entry}, nil
}

func (n *newReport) report() (*onrecord.Report, error) {
	r := &onrecord.Report{Source: n.Source, URL: n.URL, Outlet: n.Outlet, Title: n.Title, MediaType: onrecord.PlainText, Raw: []byte(n.Text)}
	if n.HTML != "" {
		r.MediaType, r.Raw = onrecord.HTML, []byte(n.HTML)
	}
	if (n.Text == "") == (n.HTML == "") {
		return nil, errors.New("give either text or html")
	}
	if r.Source == "" {
		r.Source = "api"
	}
	if n.Published != "" {
		day, err := onrecord.ParseDate(n.Published)
		if err != nil {
			return nil, err
		}
		r.Published = day
	}
	name := r.URL
	if name == "" {
		name = r.Source
	}
	r.ID = onrecord.NewReportID(name, r.Raw)
	return r, nil
}
