package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
)

func (a *app) timelineCommand() *cobra.Command {
	var flags askFlags
	var limit int
	c := &cobra.Command{
		Use:   "timeline QUERY",
		Short: "What was said and done, by day; several reports of one act on one line",
		Long: `Show the statements and events that a query finds (see "onrecord search") in the order of their days, the
oldest first. Events of several reports that tell of one act are one happening: its reports, their
independent origins, whose word it is, who denies it, and the figures that each source gives, side by
side.`,
		Example: `  onrecord timeline 'about:taliban by:russia'
  onrecord timeline is:event type:assault since:2020-12 until:2021`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, words []string) error {
			return a.timeline(c.Context(), strings.Join(words, " "), limit, flags)
		}),
	}
	c.Flags().IntVar(&limit, "limit", 200, "most lines, the newest kept; 0 for all")
	flags.addTo(c, "lines")
	return c
}

// moment is a line of a timeline: a statement, or a happening.
type moment struct {
	Day       string              `json:"day"`
	Report    onrecord.ReportID   `json:"report"`
	Statement *onrecord.Statement `json:"statement,omitempty"`
	Happening *across.Happening   `json:"happening,omitempty"`
	hit       store.Hit
}

func (a *app) timeline(ctx context.Context, query string, limit int, f askFlags) error {
	where, err := search.Parse(query)
	if err != nil {
		return err
	}
	return a.answer(ctx, "", func(q *question) error {
		moments, err := q.moments(ctx, store.Query{Where: where, Limit: limit})
		if err != nil {
			return err
		}
		if !f.asJSON {
			a.noteEnd(len(moments), 0)
		}
		for i := range moments {
			if err := a.showMoment(&moments[i], f.asJSON); err != nil {
				return err
			}
		}
		return nil
	})
}

// moments gives what is found by day. A happening stands where its first event was found.
func (q *question) moments(ctx context.Context, ask store.Query) ([]moment, error) {
	var all []moment
	told := map[onrecord.EventRef]bool{}
	for hit, err := range q.db.Search(ctx, ask) {
		if err != nil {
			return nil, err
		}
		m := moment{Report: hit.Entry.Report.ID, Statement: hit.Statement, hit: hit}
		switch {
		case hit.Event != nil:
			if told[onrecord.EventRef{Report: m.Report, Event: hit.Event.ID}] {
				continue
			}
			if m.Happening, err = q.record.Happening(ctx, m.Report, hit.Event.ID); err != nil {
				return nil, err
			}
			for _, t := range m.Happening.Told {
				told[onrecord.EventRef{Report: t.Report, Event: t.Event.ID}] = true
			}
			m.Day = string(m.Happening.When)
		case hit.Statement == nil:
			continue
		default:
			m.Day = dayOf(hit)
		}
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(x, y moment) int { return cmp.Compare(cmp.Or(x.Day, "9999"), cmp.Or(y.Day, "9999")) })
	return all, nil
}

func dayOf(hit store.Hit) string {
	if on := hit.Statement.SaidOn; on != nil && on.From != "" {
		return string(on.From)
	}
	if hit.Entry.Report.Published != nil {
		return string(*hit.Entry.Report.Published)
	}
	return ""
}

func (a *app) showMoment(m *moment, asJSON bool) error {
	switch {
	case asJSON:
		return export.WriteJSON(a.stdout, m)
	case m.Happening != nil:
		return a.screen().Happening(m.Happening)
	}
	return a.screen().Moment(m.Day, m.hit)
}
