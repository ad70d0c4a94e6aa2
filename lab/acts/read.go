package acts

import (
	"context"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/events"
	"onrecord/lab/gold"
	"onrecord/pipeline"
)

// article gives a report in the form of the gold articles.
func (r *Report) article() gold.Article {
	a := gold.Article{ID: r.ID, Outlet: r.Outlet, Headline: r.Title, Published: r.Date, Text: r.Text}
	for _, t := range r.Told {
		a.Events = append(a.Events, gold.Event{Type: string(t.Type), Status: t.Status, By: t.By, Actor: t.Actor, Recipient: t.Recipient,
			Evidence: r.Text[t.Evidence.Start:t.Evidence.End]})
	}
	return a
}

// read is an article as the stations before the coding of events leave it.
type read struct {
	article *gold.Article
	events.ReadReport
}

// readArticle takes an article through the stations before the coder.
func readArticle(ctx context.Context, p *pipeline.Pipeline, a *gold.Article) (read, error) {
	text, _, err := p.Cleaner.Clean(a.Report())
	if err != nil {
		return read{}, fmt.Errorf("clean %s: %w", a.ID, err)
	}
	analysis, _, err := p.Analyzer.Analyze(ctx, text)
	if err != nil {
		return read{}, fmt.Errorf("analyze %s: %w", a.ID, err)
	}
	r := read{article: a}
	r.Analysis, r.Resolutions, r.IsName = analysis, p.Resolver.Resolve(analysis), a.IsName
	r.Statements = p.Attributor.Attribute(analysis, r.Resolutions)
	return r, nil
}

// readReports reads reports with the places of their acts.
func readReports(ctx context.Context, p *pipeline.Pipeline, reports []Report) ([]read, error) {
	var all []read
	for i := range reports {
		article := reports[i].article()
		r, err := readArticle(ctx, p, &article)
		if err != nil {
			return nil, err
		}
		if r.Analysis.Text.Words != reports[i].Text {
			return nil, fmt.Errorf("report %s: its text was changed, so that places in it mean nothing", reports[i].ID)
		}
		for _, t := range reports[i].Told {
			r.Acts = append(r.Acts, events.ReadAct{Type: t.Type, Actor: t.Actor, Recipient: t.Recipient, Words: t.Words})
		}
		all = append(all, r)
	}
	return all, nil
}

// readGold reads gold articles, of which most do not say which words of the evidence tell the act.
func readGold(ctx context.Context, p *pipeline.Pipeline, articles []gold.Article) ([]read, error) {
	var all []read
	for i := range articles {
		r, err := readArticle(ctx, p, &articles[i])
		if err != nil {
			return nil, err
		}
		for _, e := range articles[i].Events {
			at, ok := find(r.Analysis.Text, e.Evidence)
			if !ok {
				continue
			}
			if i := strings.Index(e.Evidence, e.Words); i >= 0 && e.Words != "" {
				at = onrecord.Span{Start: at.Start + i, End: at.Start + i + len(e.Words)}
			}
			r.Acts = append(r.Acts, events.ReadAct{Type: onrecord.EventType(e.Type), Actor: e.Actor, Recipient: e.Recipient, Words: at, Loose: e.Words == ""})
		}
		all = append(all, r)
	}
	return all, nil
}

// find gives the first place of the words.
func find(text *onrecord.Text, words string) (onrecord.Span, bool) {
	at := strings.Index(text.Words, words)
	return onrecord.Span{Start: at, End: at + len(words)}, at >= 0 && words != ""
}
