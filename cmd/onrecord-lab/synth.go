package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"onrecord/lab/synth"
)

// synthOptions are the flags of synth.
type synthOptions struct {
	reports, each int
	words, page   int
	seed          uint64
}

func synthCommand() *cobra.Command {
	var o synthOptions
	cmd := &cobra.Command{
		Use:   "synth FOLDER",
		Short: "Make very many reports by chance, as web crawls, to try the intake with",
		Long: `synth writes web crawls (WARC, packed) of reports that it makes by chance from sentences of its
own, always the same for a seed. They tell what many reports cost, not how well they are read.`,
		Example: `  onrecord-lab synth --reports 1000000 --each 2000 /tmp/crawls
  onrecord-lab synth --reports 400 --words 800 --page 170000 /tmp/pages`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return writeCrawls(args[0], o) },
	}
	cmd.Flags().IntVar(&o.reports, "reports", 1000, "how many reports")
	cmd.Flags().IntVar(&o.each, "each", 2000, "how many of them in a file")
	cmd.Flags().IntVar(&o.words, "words", 50, "words of a report, in the mean")
	cmd.Flags().IntVar(&o.page, "page", 0, "bytes of a page, filled up with scripts, styles and links; 0: only the report")
	cmd.Flags().Uint64Var(&o.seed, "seed", 1, "of the chances")
	return cmd
}

func writeCrawls(folder string, o synthOptions) error {
	if o.reports < 1 || o.each < 1 || o.words < 1 || o.page < 0 {
		return errors.New("--reports, --each and --words are 1 or more, --page 0 or more")
	}
	maker, err := synth.New(o.seed, o.words, o.page)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	for n := 0; n < o.reports; n += o.each {
		path := filepath.Join(folder, fmt.Sprintf("synth-%07d.warc.gz", n))
		if err := writeCrawl(maker, path, n, min(n+o.each, o.reports)); err != nil {
			return err
		}
	}
	return nil
}

func writeCrawl(maker *synth.Maker, path string, n, end int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(f)
	return errors.Join(maker.WriteCrawl(buffered, n, end), buffered.Flush(), f.Close())
}
