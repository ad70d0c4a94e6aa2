package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"onrecord/across"
)

func (a *app) denialsCommand() *cobra.Command {
	var flags askFlags
	var of string
	var limit int
	var certainty float64
	c := &cobra.Command{
		Use:   "denials",
		Short: "Who denies what, and who had said it",
		Long: `Show denials, the newest first, each with what it denies, in the same report or in another, why they
were linked, how certain that is, and from how many independent origins the denied words come.`,
		Example: `  onrecord denials --of Taliban
  onrecord denials --json | jq -r '.denied[].to.words[].text'`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.denials(c.Context(), of, certainty, limit, flags) }),
	}
	c.Flags().StringVar(&of, "of", "", "only denials by, or of the words of, this actor")
	c.Flags().Float64Var(&certainty, "certainty", across.ListedDenials, "only links so certain or more, 0 to 1; of the less certain ones few are right in news")
	c.Flags().IntVar(&limit, "limit", 50, "most denials; 0 for all")
	flags.addTo(c, "denials")
	return c
}

func (a *app) denials(ctx context.Context, of string, certainty float64, limit int, f askFlags) error {
	if certainty < 0 || certainty > 1 {
		return fmt.Errorf("--certainty %v is none: it goes from 0 to 1", certainty)
	}
	return a.answer(ctx, "", func(q *question) error {
		who, err := q.find(ctx, of)
		if err != nil {
			return err
		}
		all, err := q.record.Denials(ctx, who.ID, certainty, limit)
		if err != nil {
			return err
		}
		if f.asJSON {
			return writeAll(a, all)
		}
		a.noteEnd(len(all), false)
		return a.screen().Denials(all)
	})
}
