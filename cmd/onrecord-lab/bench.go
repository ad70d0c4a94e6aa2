package main

import (
	"encoding/json"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/ingest"
	"onrecord/lab/speed"
)

// samples are the bundled reports, seen from the module root.
const samples = "testdata/reports"

// benchOptions are the flags of bench.
type benchOptions struct {
	corpus  string
	reports int
	seconds float64
	write   string
	asJSON  bool
}

func benchCommand() *cobra.Command {
	var o benchOptions
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure words a second of one core, stage by stage",
		Long: `bench reads reports on one core and tells how many words a second each stage
reads: clean, the steps of language, actors, statements, events and the whole path.
It reads the bundled samples over and over until enough time has passed, or with
--corpus reports of your own, such as the raw news of the corpora folder.

A word is a token of the analysis; signs count, as in the figures of other parsers.
The time is that of the processor, so that what else runs on the machine stretches
it little - though a busy neighbour on the same core still takes half its speed.`,
		Example: `  onrecord-lab bench
  onrecord-lab bench --corpus ../shared/corpora/news-raw/news.jsonl.zst --reports 200
  onrecord-lab bench --write lab/bench.md
  onrecord-lab bench --json | jq '.stages[] | {stage, rate: (.words / .seconds)}'`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return bench(cmd, o) },
	}
	cmd.Flags().StringVar(&o.corpus, "corpus", samples, "reports to read: anything that \"onrecord read\" takes")
	cmd.Flags().IntVar(&o.reports, "reports", 0, "read only so many reports; 0 means all")
	cmd.Flags().Float64Var(&o.seconds, "seconds", 5, "read all reports again until so much processor time has passed")
	cmd.Flags().StringVar(&o.write, "write", "", "write the table into this file, too")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print the figures as JSON")
	return cmd
}

func bench(cmd *cobra.Command, o benchOptions) error {
	reports, err := someReports(cmd, o)
	if err != nil {
		return err
	}
	table, err := speed.Measure(cmd.Context(), reports, time.Duration(o.seconds*float64(time.Second)))
	if err != nil {
		return err
	}
	if o.write != "" {
		if err := writeTable(table, o.write); err != nil {
			return err
		}
	}
	if o.asJSON {
		return json.NewEncoder(cmd.OutOrStdout()).Encode(table)
	}
	return table.Write(cmd.OutOrStdout())
}

func someReports(cmd *cobra.Command, o benchOptions) ([]*onrecord.Report, error) {
	var reports []*onrecord.Report
	for r, err := range ingest.Read(cmd.Context(), []string{o.corpus}, ingest.Options{Stdin: cmd.InOrStdin()}) {
		if err != nil {
			return nil, err
		}
		if reports = append(reports, r); len(reports) == o.reports {
			break
		}
	}
	return reports, cmd.Context().Err()
}

func writeTable(table speed.Table, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(table.Write(f), f.Close())
}
