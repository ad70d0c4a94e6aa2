package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/export"
)

func (a *app) originsCommand() *cobra.Command {
	var flags askFlags
	c := &cobra.Command{
		Use:   "origins REPORT-ID",
		Short: "Who has a report from whom",
		Long: `Show the reports that are of one origin with a report: who has the words from whom, how much of them,
which are versions of one another, and who only names the other as its source. Reports of one origin
count as one witness. Passages are sentences that go to or come from reports of other origins.`,
		Example:           `  onrecord origins 3fa9c1`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: a.idsThatStart,
		RunE:              command(func(c *cobra.Command, args []string) error { return a.origins(c.Context(), args[0], flags) }),
	}
	flags.addTo(c, "the origin")
	return c
}

func (a *app) origins(ctx context.Context, prefix string, f askFlags) error {
	return a.answer(ctx, "", func(q *question) error {
		id, err := theOne(ctx, q.db, prefix)
		if err != nil {
			return err
		}
		origin, err := q.record.Origin(ctx, id)
		if err != nil {
			return err
		}
		if f.asJSON {
			return export.WriteJSON(a.stdout, origin)
		}
		return a.screen().Origin(origin)
	})
}
