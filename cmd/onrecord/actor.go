package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/export"
)

func (a *app) actorCommand() *cobra.Command {
	var flags askFlags
	var last int
	c := &cobra.Command{
		Use:   "actor NAME",
		Short: "An actor's names, roles with dates, who speaks for it, last statements",
		Long: `Show what the record knows of an actor, by any name that a report gives: all its names, its roles with
the dates that reports tell and the days on which they were seen, who speaks for it, and what it said last.`,
		Example: `  onrecord actor Kabulov
  onrecord actor Moscow --last 20`,
		Args: cobra.ExactArgs(1),
		RunE: command(func(c *cobra.Command, args []string) error { return a.actor(c.Context(), args[0], last, flags) }),
	}
	c.Flags().IntVar(&last, "last", 5, "how many of its last statements to show")
	flags.addTo(c, "the actor")
	return c
}

func (a *app) actor(ctx context.Context, name string, last int, f askFlags) error {
	return a.answer(ctx, "", func(q *question) error {
		who, err := q.find(ctx, name)
		if err != nil {
			return err
		}
		profile, err := q.record.Profile(ctx, q.db, who, last)
		if err != nil {
			return err
		}
		if f.asJSON {
			return export.WriteJSON(a.stdout, profile)
		}
		return a.screen().Profile(profile)
	})
}
