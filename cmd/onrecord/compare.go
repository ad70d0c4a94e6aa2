package main

import (
	"context"

	"github.com/spf13/cobra"
)

func (a *app) compareCommand() *cobra.Command {
	var flags askFlags
	c := &cobra.Command{
		Use:   "compare NAME NAME",
		Short: "On which issues two actors are aligned and on which opposed, over time",
		Long: `Compare two actors issue by issue: when they are aligned, opposed, or partly both, with the statements
of both sides that show it. One side's word that "our interests coincide" shows it by itself; else it
follows from where both last stood.`,
		Example: `  onrecord compare Russia Taliban
  onrecord compare Russia Taliban --issue "power in Afghanistan"
  onrecord compare Moscow Kabul --json`,
		Args: cobra.ExactArgs(2),
		RunE: command(func(c *cobra.Command, args []string) error { return a.compare(c.Context(), args[0], args[1], flags) }),
	}
	flags.addIssueTo(c)
	flags.addTo(c, "alignments")
	return c
}

func (a *app) compare(ctx context.Context, one, two string, f askFlags) error {
	return a.answer(ctx, f.issues, func(q *question) error {
		x, err := q.find(ctx, one)
		if err != nil {
			return err
		}
		y, err := q.find(ctx, two)
		if err != nil {
			return err
		}
		all, err := q.record.Compare(ctx, x.ID, y.ID, f.issue)
		if err != nil {
			return err
		}
		if f.asJSON {
			return writeAll(a, all)
		}
		a.noteEnd(len(all), false)
		return a.screen().Alignments(all)
	})
}
