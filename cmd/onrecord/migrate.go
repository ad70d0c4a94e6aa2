package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/store/postgres"
)

func (a *app) migrateCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "migrate",
		Short: "Bring a database up to this version",
		Long: `Make the tables of an empty database, or bring those of an older onrecord up to this version. There
is no way back: copy the database before.

A file is brought up by any command that writes. A PostgreSQL database is brought up by this
command alone: until then programs of the newer version refuse it, and afterwards those of the
older one.`,
		Example: `  onrecord --db postgres://onrecord@db.example.org/news migrate`,
		Args:    cobra.NoArgs,
		RunE:    command(func(c *cobra.Command, _ []string) error { return a.migrate(c.Context()) }),
	}
}

func (a *app) migrate(ctx context.Context) error {
	db, name, err := a.openWriting(ctx, postgres.Options{Migrate: true})
	if err != nil {
		return err
	}
	return firstOf(a.print("%s is up to date\n", name), db.Close())
}
