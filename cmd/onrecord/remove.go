package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/across"
)

func (a *app) removeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "remove REPORT-ID...",
		Short: "Take reports out of the database",
		Long: `Take reports out of the database, each with its page, its entry, and all that was derived from it
alone. Any beginning of an id that fits no other report will do.`,
		Example:           `  onrecord remove 3fa9c1`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: a.idsThatStart,
		RunE:              command(func(c *cobra.Command, args []string) error { return a.remove(c.Context(), args) }),
	}
}

func (a *app) remove(ctx context.Context, prefixes []string) error {
	db, path, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	removed := 0
	for _, prefix := range prefixes {
		id, err := theOne(ctx, db, prefix)
		if err == nil {
			err = db.Remove(ctx, id)
		}
		if err != nil {
			return firstOf(err, db.Close())
		}
		removed++
	}
	err = across.NewDeriver(db).CatchUp(ctx, func() {})
	return firstOf(err, a.print("%s removed from %s\n", counted(removed, "report"), path), db.Close())
}
