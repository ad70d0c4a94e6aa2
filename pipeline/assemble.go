package pipeline

import (
	"math"

	"onrecord"
)

// assemble puts the values of the stations into the public form. Lists are
// never null in it, so that readers of the JSON need not ask.
func assemble(text *onrecord.Text, actors *onrecord.Resolutions, statements []onrecord.Statement,
	events []onrecord.Event, issues []onrecord.Issue, made onrecord.Provenance) *onrecord.Entry {
	entry := &onrecord.Entry{
		Report:     masthead(text),
		Text:       text.Words,
		Clutter:    make([]onrecord.Quote, 0, len(text.Clutter)),
		Statements: mapEach(statements, showStatement),
		Events:     mapEach(events, showEvent),
		Actors:     mapEach(actors.Actors, showActor),
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
		ID: report.ID, Source: report.Source, URL: report.URL, Fetched: report.Fetched,
		Outlet: imprint.Outlet, Headline: imprint.Headline, Byline: orEmpty(imprint.Byline),
		Dateline: imprint.Dateline, PublishedFrom: imprint.PublishedFrom, Language: imprint.Language,
	}
	if imprint.Published != "" {
		head.Published = &imprint.Published
	}
	return head
}

func showStatement(s *onrecord.Statement) {
	s.Via, s.Content, s.About = orEmpty(s.Via), orEmpty(s.Content), orEmpty(s.About)
	s.Certainty = round(s.Certainty)
}

func showEvent(v *onrecord.Event) {
	v.Contexts = orEmpty(v.Contexts)
	v.Certainty = round(v.Certainty)
}

func showActor(a *onrecord.Actor) {
	a.Aliases, a.Sectors, a.Roles = orEmpty(a.Aliases), orEmpty(a.Sectors), orEmpty(a.Roles)
}

// mapEach applies a deed to a copy of the list, so that no station's value is
// written to.
func mapEach[T any](list []T, deed func(*T)) []T {
	out := append(make([]T, 0, len(list)), list...)
	for i := range out {
		deed(&out[i])
	}
	return out
}

// round keeps three decimals: more would tell nothing, and the last bits of a
// logarithm may differ between processors.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
