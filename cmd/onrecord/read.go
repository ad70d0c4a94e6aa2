package main

import (
	"context"

	"github.com/spf13/cobra"

	"onrecord/export"
	"onrecord/ingest"
)

func (a *app) readCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "read FILE...",
		Short: "Print the record of reports",
		Long: `Read reports and print their record; nothing is stored.

A FILE is text, HTML, JSONL with one report a line ({"id","url","outlet","date","title",
"text" or "html"}, or ninjs), a web crawl (WARC), items of an agency (NITF, NewsML-G2), letters
(eml, mbox), a txtar archive, a folder of such files, or - for standard input (docs/intake.md).
Files may be packed with gzip or zstd. Reports are read in parallel and printed in the order given.`,
		Example: `  onrecord read report.txt
  curl -s https://example.org/story.html | onrecord read -
  onrecord read --json reports.jsonl | jq -r '.statements[] | .speaker.name'`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, paths []string) error { return a.read(c.Context(), paths, asJSON) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one entry a line, as docs/entry.schema.json describes it")
	a.dictionaryFlags(c)
	return c
}

func (a *app) read(ctx context.Context, paths []string, asJSON bool) error {
	stations, err := a.loadStations()
	if err != nil {
		return err
	}
	screen := a.screen()
	failed, shown := 0, 0
	var passed passedOver
	defer passed.tell(a)
	for r := range readMany(ctx, stations, ingest.Read(ctx, paths, ingest.Options{Stdin: a.stdin, PassedOver: passed.count}), nil) {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case r.err != nil:
			a.complain(r.err)
			failed++
			continue
		case asJSON:
			err = export.WriteEntry(a.stdout, r.entry)
		default:
			err = firstOf(a.separate(shown), screen.Record(r.entry))
		}
		if err != nil {
			return err
		}
		shown++
	}
	return firstOf(ctx.Err(), someFailed(failed))
}

// separate parts a record from the one before it.
func (a *app) separate(shown int) error {
	if shown == 0 {
		return nil
	}
	return a.print("\n\n")
}

func someFailed(n int) error {
	if n > 0 {
		return errSomeFailed
	}
	return nil
}

func firstOf(faults ...error) error {
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}
