package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/export"
)

func (a *app) exportCommand() *cobra.Command {
	var format, what, out string
	c := &cobra.Command{
		Use:   "export",
		Short: "Write all that is stored as JSONL, CSV, Parquet, JSON-LD, or in a form of the field",
		Long: `Write all that is stored, in the order in which it was added.

  --format jsonl                    one entry a line (docs/entry.schema.json)
  --format csv --what TABLE         a tidy table: reports, statements, events, actors, links, positions
  --format parquet --what TABLE     the same as Parquet
  --format polecat                  events in POLECAT's 40 columns
  --format icews                    events in ICEWS's 20 columns
  --format gdelt-events             events in GDELT's 61 columns, without a header
  --format gdelt-mentions           their mentions in GDELT's 16 columns
  --format petrarch                 events in PETRARCH2's columns, without a header
  --format jsonld                   one report a line as linked data of schema.org
  --format brat --out FOLDER        files for the annotation tool brat
  --format conllu                   words, tags and trees, with the parts of statements and events in MISC

docs/export.md describes every column. A row is what one report tells: several reports of one act are
several rows. The forms of events leave out what is denied, planned or of no known day.`,
		Example: `  onrecord export > entries.jsonl
  onrecord export --format csv --what events > events.csv
  onrecord export --format parquet --what statements > statements.parquet
  onrecord export --format brat --out brat/`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.export(c.Context(), format, what, out) }),
	}
	c.Flags().StringVar(&format, "format", "jsonl", "`form`: "+strings.Join(exportFormats(), ", "))
	c.Flags().StringVar(&what, "what", "", "`table`, for csv and parquet: "+strings.Join(namesOf(export.Tidy()), ", "))
	c.Flags().StringVar(&out, "out", "", "`folder`, for brat")
	offer(c, "format", exportFormats()...)
	offer(c, "what", namesOf(export.Tidy())...)
	return c
}

// exportFormats are the forms in which the record leaves.
func exportFormats() []string {
	return append([]string{"jsonl", "csv", "parquet", "jsonld", "brat", "conllu"}, namesOf(export.Field())...)
}

func namesOf(tables []export.Table) (names []string) {
	for _, t := range tables {
		names = append(names, t.Name)
	}
	return names
}

func (a *app) export(ctx context.Context, format, what, out string) error {
	if err := checkExport(format, what, out); err != nil {
		return err
	}
	db, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	if table, ok := export.Find(export.Field(), format); ok {
		return export.TSV(ctx, a.stdout, table, db)
	}
	table, _ := export.Find(export.Tidy(), what)
	switch format {
	case "csv":
		return export.CSV(ctx, a.stdout, table, db)
	case "brat":
		return export.Brat(ctx, out, db)
	case "conllu":
		stations, err := a.load()
		if err != nil {
			return err
		}
		return export.CoNLLU(ctx, a.stdout, db, stations.Analyze)
	case "jsonld":
		return export.JSONLD(ctx, a.stdout, db)
	case "parquet":
		return export.Parquet(ctx, a.stdout, table, db)
	}
	return export.JSONL(a.stdout, db.Entries(ctx))
}

func checkExport(format, what, out string) error {
	needsTable := format == "csv" || format == "parquet"
	_, isTable := export.Find(export.Tidy(), what)
	switch {
	case !slices.Contains(exportFormats(), format):
		return &usageError{fmt.Errorf("--format is %s, not %q", strings.Join(exportFormats(), ", "), format)}
	case needsTable && !isTable:
		return &usageError{fmt.Errorf("--format %s needs --what: %s", format, strings.Join(namesOf(export.Tidy()), ", "))}
	case (format == "brat") != (out != ""):
		return &usageError{errors.New("--format brat writes into a folder, --out, and the others to standard output")}
	case !needsTable && what != "":
		return &usageError{fmt.Errorf("--what goes with --format csv or parquet, not with %s", format)}
	}
	return nil
}
