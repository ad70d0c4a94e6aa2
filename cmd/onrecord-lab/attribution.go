package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"onrecord/lab"
	"onrecord/lab/polnear"
)

func attributionCommand(from func() lab.Corpora) *cobra.Command {
	var faults int
	cmd := &cobra.Command{
		Use:   "attribution",
		Short: "Show what rules and models add to attribution, and its commonest faults",
		Long: `attribution scores the dev articles of PolNeAR with the rules alone, the models
alone and both, then counts the kinds of fault. The tables are those of
docs/decisions/0006-attribution.md.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := polnear.Ablate(cmd.Context(), from(), cmd.OutOrStdout()); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout())
			return polnear.CountFaults(cmd.Context(), from(), faults, cmd.OutOrStdout())
		},
	}
	cmd.Flags().IntVar(&faults, "faults", 20, "how many kinds of fault to list")
	return cmd
}
