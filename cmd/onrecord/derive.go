package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/across"
)

func (a *app) deriveCommand() *cobra.Command {
	var anew bool
	c := &cobra.Command{
		Use:   "derive",
		Short: "Compare reports with each other: origins, links, happenings, positions",
		Long: `Compare the reports in the database with each other: which have their words from which, which
statement repeats, denies, confirms, contradicts or revises which, which events are one, and who is for
or against what. "onrecord add" does so for each report that it adds; derive does it for those that wait,
and for all of them where an older program did it by other rules.

What is derived can be thrown away and made again at any time: it follows from the entries alone, in
whatever order they came.`,
		Example: `  onrecord derive
  onrecord derive --anew`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.derive(c.Context(), anew) }),
	}
	c.Flags().BoolVar(&anew, "anew", false, "throw away what was derived and make it again")
	return c
}

func (a *app) derive(ctx context.Context, anew bool) error {
	db, path, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	d := across.NewDeriver(db)
	if anew {
		err = d.Clear(ctx)
	}
	n := 0
	if err == nil {
		err = d.CatchUp(ctx, func() { n++ })
	}
	return firstOf(err, a.print("%s derived in %s\n", counted(n, "report"), path), db.Close())
}
