package pipeline

import "onrecord"

// assemble puts the values of the stations into the public form. Lists are
// never null in it, so that readers of the JSON need not ask.
func assemble(text *onrecord.Text, actors *onrecord.Resolutions, statements []onrecord.Statement,
	events []onrecord.Event, issues []onrecord.Issue, made onrecord.Provenance) *onrecord.Entry {
	entry := &onrecord.Entry{
		Report:     masthead(text),
		Text:       text.Words,
		Clutter:    make([]onrecord.Quote, 0, len(text.Clutter)),
		Statements: statementsWithLists(statements),
		Events:     eventsWithLists(events),
		Actors:     actorsWithLists(actors.Actors),
		Issues:     orEmpty(issues),
		Provenance: made,
	}
	for _, span := range text.Clutter {
		entry.Clutter = append(entry.Clutter, text.Quote(span))
	}
	return entry
}

func masthead(text *onrecord.Text) onrecord.Masthead {
	report, imprint := text.Report, text.Imprint
	head := onrecord.Masthead{
		ID: report.ID, Source: report.Source, URL: report.URL,
		Outlet: imprint.Outlet, Headline: imprint.Headline, Byline: orEmpty(imprint.Byline),
		Dateline: imprint.Dateline, PublishedFrom: imprint.PublishedFrom, Language: imprint.Language,
	}
	if imprint.Published != "" {
		head.Published = &imprint.Published
	}
	return head
}

// statementsWithLists gives the statements with every list non-nil, on a copy.
func statementsWithLists(statements []onrecord.Statement) []onrecord.Statement {
	out := make([]onrecord.Statement, 0, len(statements))
	for _, s := range statements {
		s.Via, s.Content, s.About = orEmpty(s.Via), orEmpty(s.Content), orEmpty(s.About)
		out = append(out, s)
	}
	return out
}

// eventsWithLists gives the events with every list non-nil, on a copy.
func eventsWithLists(events []onrecord.Event) []onrecord.Event {
	out := make([]onrecord.Event, 0, len(events))
	for _, v := range events {
		v.Contexts = orEmpty(v.Contexts)
		out = append(out, v)
	}
	return out
}

// actorsWithLists gives the actors with every list non-nil, on a copy.
func actorsWithLists(actors []onrecord.Actor) []onrecord.Actor {
	out := make([]onrecord.Actor, 0, len(actors))
	for _, a := range actors {
		a.Aliases, a.Sectors, a.Roles = orEmpty(a.Aliases), orEmpty(a.Sectors), orEmpty(a.Roles)
		out = append(out, a)
	}
	return out
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
