package main

import (
	"os"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/lab"
	"onrecord/lab/precision"
)

func precisionCommand(from func() lab.Corpora) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "precision",
		Short: "Draw events of raw news to be judged by hand, and count the verdicts",
		Long: `precision draws a sample of the events that onrecord finds in the raw news of the
corpora folder, the same each time, and counts what a judge said of it. The protocol
and the figures are in lab/precision/README.md.`,
		Example: `  onrecord-lab precision pick | onrecord code | onrecord-lab precision draw
  onrecord-lab precision pick | onrecord code | onrecord-lab precision draw --show
  onrecord-lab precision count lab/precision/judged.tsv`,
	}
	seed := cmd.PersistentFlags().String("seed", precision.Seed, "another seed draws another sample")
	cmd.AddCommand(pickCommand(from, seed), drawCommand(seed), countCommand())
	return cmd
}

func pickCommand(from func() lab.Corpora, seed *string) *cobra.Command {
	var n int
	cmd := &cobra.Command{
		Use: "pick", Short: "Write the reports of the sample, for onrecord code", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := from().Open("corpora", "news-raw", "news.jsonl.zst")
			if err != nil {
				return err
			}
			defer f.Close()
			return precision.Pick(f, cmd.OutOrStdout(), *seed, n)
		},
	}
	cmd.Flags().IntVar(&n, "reports", 300, "how many reports")
	return cmd
}

func drawCommand(seed *string) *cobra.Command {
	var n int
	var show bool
	cmd := &cobra.Command{
		Use: "draw < ENTRIES", Short: "Draw one event of each entry", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out, number := cmd.OutOrStdout(), 0
			if !show {
				if err := precision.WriteHead(out); err != nil {
					return err
				}
			}
			return precision.Draw(cmd.InOrStdin(), *seed, n, func(r precision.Row, e *onrecord.Entry) error {
				number++
				if show {
					return precision.Show(out, number, r, e)
				}
				return precision.WriteRow(out, r)
			})
		},
	}
	cmd.Flags().IntVar(&n, "events", 200, "how many events")
	cmd.Flags().BoolVar(&show, "show", false, "print the words around each event, for the judge's eyes only")
	return cmd
}

func countCommand() *cobra.Command {
	return &cobra.Command{
		Use: "count TABLE", Short: "Count the verdicts of a judged table", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			rows, err := precision.ReadTable(f)
			if err != nil {
				return err
			}
			return precision.WriteCounts(cmd.OutOrStdout(), precision.Counts(rows))
		},
	}
}
