package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

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

func (a *app) timeline(ctx context.Context, query string, limit int, f askFlags) error {
	where, err := search.Parse(query)
	if err != nil {
		return err
	}
	return a.answer(ctx, "", func(q *question) error {
		moments, isCut, err := q.record.Timeline(ctx, q.db, store.Query{Where: where, Limit: limit})
		if err != nil {
			return err
		}
		if !f.asJSON {
			a.noteEnd(len(moments), isCut)
		}
		for i := range moments {
			if err := a.showMoment(&moments[i], f.asJSON); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *app) showMoment(m *across.Moment, asJSON bool) error {
	switch {
	case asJSON:
		return export.WriteJSON(a.stdout, m)
	case m.Happening != nil:
		return a.screen().Happening(m.Happening)
	}
	return a.screen().Moment(m.Day, store.Hit{Entry: m.Entry, Statement: m.Statement})
}
