package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
)

func (a *app) diffCommand() *cobra.Command {
	var flags askFlags
	var from, to string
	var all bool
	c := &cobra.Command{
		Use:   "diff NAME --from DATE --to DATE",
		Short: "How an actor's statements on an issue changed between two dates",
		Long: `Show, issue by issue, what an actor had said until one date and what it said after that, until another.
Without --all only changes are shown.`,
		Example: `  onrecord diff Russia --from 2015 --to 2019 --issue "Islamic State"
  onrecord diff Russia --from 2015-06 --to 2020 --all`,
		Args: cobra.ExactArgs(1),
		RunE: command(func(c *cobra.Command, args []string) error {
			first, err := day(from)
			if err != nil {
				return err
			}
			second, err := day(to)
			if err != nil {
				return err
			}
			return a.diff(c.Context(), args[0], first, second, all, flags)
		}),
	}
	c.Flags().StringVar(&from, "from", "", "what was said until the end of this `date`")
	c.Flags().StringVar(&to, "to", "", "and after that until the end of this `date`")
	c.Flags().BoolVar(&all, "all", false, "show also what stayed the same")
	for _, needed := range []string{"from", "to"} {
		if err := c.MarkFlagRequired(needed); err != nil {
			panic("flag --" + needed + " is required before it is made")
		}
	}
	flags.addIssueTo(c)
	flags.addTo(c, "changes")
	return c
}

func (a *app) diff(ctx context.Context, name string, from, to onrecord.Date, showAll bool, f askFlags) error {
	return a.answer(ctx, f.issues, func(q *question) error {
		who, err := q.find(ctx, name)
		if err != nil {
			return err
		}
		changes, err := q.record.Diff(ctx, who.ID, f.issue, from, to)
		if err != nil {
			return err
		}
		var shown []across.Change
		for _, c := range changes {
			if showAll || c.IsChange() {
				shown = append(shown, c)
			}
		}
		if f.asJSON {
			return writeAll(a, shown)
		}
		a.noteEnd(len(shown), false)
		return a.screen().Changes(shown)
	})
}
