package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/across"
	"onrecord/export"
)

func (a *app) positionsCommand() *cobra.Command {
	var flags askFlags
	var of, toward string
	c := &cobra.Command{
		Use:   "positions",
		Short: "Who is for or against what, toward whom, from when to when",
		Long: `Show positions: a holder (a state or organisation through its speakers, or a person), toward whom,
on which issue, the stance - for, against, conditional or mixed - and from the first to the last day on
which it was said, with the words. Where a stance changes, a new position begins that revises the one
before. Days are in EDTF: 2015-12-30/2019-12-23.

An issue is what statements are about, in their own words: "fight against the Islamic State". A file
issues.toml beside the database may join issues and name them:

  [[issue]]
  name = "fight against the Islamic State"
  topics = ["fight/islamic-state", "defeat/islamic-state"]   # ids, as shown
  contexts = ["terrorism"]                                   # of the codebook`,
		Example: `  onrecord positions --of Russia --toward Taliban
  onrecord positions --of Moscow --issue "Islamic State"
  onrecord positions --of Russia --json | jq .stance`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.positions(c.Context(), of, toward, flags) }),
	}
	c.Flags().StringVar(&of, "of", "", "the holder, by any name that a report gives")
	c.Flags().StringVar(&toward, "toward", "", "toward whom")
	flags.addIssueTo(c)
	flags.addTo(c, "positions")
	return c
}

func (a *app) positions(ctx context.Context, of, toward string, f askFlags) error {
	return a.answer(ctx, f.issues, func(q *question) error {
		holder, err := q.find(ctx, of)
		if err != nil {
			return err
		}
		other, err := q.find(ctx, toward)
		if err != nil {
			return err
		}
		all, err := q.record.Positions(ctx, across.PositionQuery{Of: holder.ID, Toward: other.ID, Issue: f.issue})
		if err != nil {
			return err
		}
		if f.asJSON {
			return writeAll(a, all)
		}
		a.noteEnd(len(all), false)
		return a.screen().Positions(all)
	})
}

// writeAll prints values as one line of JSON each.
func writeAll[T any](a *app, all []T) error {
	for i := range all {
		if err := export.WriteJSON(a.stdout, all[i]); err != nil {
			return err
		}
	}
	return nil
}
