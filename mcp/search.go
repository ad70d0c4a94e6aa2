package mcp

import (
	"context"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"onrecord"
	"onrecord/search"
	"onrecord/store"
)

// line is a statement or an event with its words and its report.
type line struct {
	Sort      string              `json:"sort" jsonschema:"statement, event or report"`
	Source    source              `json:"source"`
	Statement *onrecord.Statement `json:"statement,omitempty"`
	Event     *onrecord.Event     `json:"event,omitempty"`
}

// source names a report.
type source struct {
	Report    onrecord.ReportID `json:"report" jsonschema:"its id, for report_text"`
	Outlet    string            `json:"outlet,omitempty"`
	Headline  string            `json:"headline,omitempty"`
	Published onrecord.Date     `json:"published,omitempty"`
	URL       string            `json:"url,omitempty"`
}

func sourceOf(m *onrecord.Masthead) source {
	s := source{m.ID, m.Outlet, m.Headline, "", m.URL}
	if s.Outlet == "" {
		s.Outlet = m.Dateline.Agency
	}
	if m.Published != nil {
		s.Published = *m.Published
	}
	return s
}

type searchAsked struct {
	Query string `json:"query" jsonschema:"words that all must stand there, \"in quotes\" together; fields by: about: for: via: actor: to: toward: issue: place: outlet: kind:deny type:assault status: is:statement since:2015-12 until: date:2019; OR and - work"`
	Limit int    `json:"limit,omitempty" jsonschema:"most lines, 20 if left out, at most 100"`
}

type statementsAsked struct {
	By    string        `json:"by,omitempty" jsonschema:"who said it, by any name: Moscow finds Russia's envoys"`
	About string        `json:"about,omitempty" jsonschema:"whom it speaks of"`
	Kind  string        `json:"kind,omitempty" jsonschema:"assert, deny, confirm, accuse, demand, promise, threaten, hope, propose, agree, refuse, condemn, praise, believe or question"`
	Words string        `json:"words,omitempty" jsonschema:"words next to each other in what was said"`
	Since onrecord.Date `json:"since,omitempty" jsonschema:"2015, 2015-12 or 2015-12-29"`
	Until onrecord.Date `json:"until,omitempty"`
	Limit int           `json:"limit,omitempty" jsonschema:"most statements, 20 if left out, at most 100"`
}

func (t *tools) addSearch(server *sdk.Server) {
	add(server, t, "search", "Find statements, events and reports by a query; the newest first.", t.search)
	add(server, t, "statements", "Find what somebody said, about whom, of what kind, when.", t.statements)
}

func (t *tools) search(ctx context.Context, in searchAsked) (answer[line], error) {
	where, err := search.Parse(in.Query)
	if err != nil {
		return answer[line]{}, err
	}
	return t.lines(ctx, where, limitOf(in.Limit, 20))
}

func (t *tools) lines(ctx context.Context, where store.Q, limit int) (answer[line], error) {
	var all []line
	for hit, err := range t.Record.Search(ctx, store.Query{Where: where, Limit: limit + 1}) {
		if err != nil {
			return answer[line]{}, err
		}
		one := line{Sort: store.ReportLine, Source: sourceOf(&hit.Entry.Report), Statement: hit.Statement, Event: hit.Event}
		if hit.Statement != nil {
			one.Sort = store.StatementLine
		} else if hit.Event != nil {
			one.Sort = store.EventLine
		}
		all = append(all, one)
	}
	return fit(all, limit)
}

func (t *tools) statements(ctx context.Context, in statementsAsked) (answer[line], error) {
	where := store.And{store.Value{Field: store.Sort, Is: store.StatementLine}}
	for part, name := range map[store.Part]string{store.By: in.By, store.About: in.About} {
		if name != "" {
			where = append(where, store.Name{Part: part, Text: name})
		}
	}
	if in.Kind != "" {
		where = append(where, store.Value{Field: store.Kind, Is: in.Kind})
	}
	if in.Words != "" {
		where = append(where, store.Words{Text: in.Words})
	}
	days, err := daysOf(in.Since, in.Until)
	if err != nil {
		return answer[line]{}, err
	}
	if days != (store.Days{}) {
		where = append(where, days)
	}
	return t.lines(ctx, where, limitOf(in.Limit, 20))
}
