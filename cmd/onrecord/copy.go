package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store"
)

func (a *app) copyCommand() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:   "copy --from DATABASE --to DATABASE",
		Short: "Copy all that is stored to another database",
		Long: `Copy every entry and its page to another database, in the order in which they were added: from a
file to PostgreSQL when a collection outgrows one machine, or back. What is there already is left
as it is, so a copy that was stopped is simply run again. What follows from many reports is not
copied: "onrecord derive" makes it there.`,
		Example: `  onrecord copy --from talks.db --to postgres://onrecord@db.example.org/news`,
		Args:    cobra.NoArgs,
		RunE:    command(func(c *cobra.Command, _ []string) error { return a.copy(c.Context(), from, to) }),
	}
	c.Flags().StringVar(&from, "from", "", "`database` to copy")
	c.Flags().StringVar(&to, "to", "", "`database` to copy to")
	return c
}

func (a *app) copy(ctx context.Context, from, to string) (err error) {
	if from == "" || to == "" {
		return &usageError{errors.New("copy needs --from and --to")}
	}
	a.database = from
	source, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer source.Close()
	a.database = to
	target, name, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	copied, there := 0, 0
	for entry, err := range source.Entries(ctx) {
		if err != nil {
			return errors.Join(err, target.Close())
		}
		outcome, err := copyReport(ctx, source, target, entry)
		if err != nil {
			return errors.Join(err, target.Close())
		}
		if outcome == store.Unchanged {
			there++
		} else {
			copied++
		}
	}
	return firstOf(a.print("%s copied, %s already there: in %s\n", counted(copied, "report"), number(there), name), target.Close())
}

func copyReport(ctx context.Context, from, to store.Store, entry *onrecord.Entry) (store.Outcome, error) {
	id := entry.Report.ID
	if held, err := to.Holds(ctx, id, entry.Provenance); held || err != nil {
		return store.Unchanged, err
	}
	page, err := from.Page(ctx, id)
	if errors.Is(err, store.ErrNotFound) { // removed meanwhile
		return store.Unchanged, nil
	} else if err != nil {
		return store.Unchanged, err
	}
	return to.Put(ctx, entry, page)
}
