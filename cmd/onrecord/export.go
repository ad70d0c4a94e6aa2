package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"onrecord/export"
)

func (a *app) exportCommand() *cobra.Command {
	var format, what string
	c := &cobra.Command{
		Use:   "export",
		Short: "Write all that is stored as JSONL or CSV",
		Long: `Write all that is stored to standard output, in the order in which it was added.

  --format jsonl                      one entry a line (docs/entry.schema.json)
  --format csv --what statements      one row a statement
  --format csv --what events          one row an event

docs/export.md describes every column. A row is what one report tells: several reports of one
act are several rows.`,
		Example: `  onrecord export > entries.jsonl
  onrecord export --format csv --what events > events.csv`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.export(c.Context(), format, what) }),
	}
	c.Flags().StringVar(&format, "format", "jsonl", "`jsonl or csv`")
	c.Flags().StringVar(&what, "what", "", "`statements or events`, for csv")
	offer(c, "format", "jsonl", "csv")
	offer(c, "what", string(export.Statements), string(export.Events))
	return c
}

func (a *app) export(ctx context.Context, format, what string) error {
	if err := checkExport(format, what); err != nil {
		return err
	}
	db, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	if format == "csv" {
		return export.CSV(a.stdout, export.What(what), db.Entries(ctx))
	}
	return export.JSONL(a.stdout, db.Entries(ctx))
}

func checkExport(format, what string) error {
	switch {
	case format != "jsonl" && format != "csv":
		return &usageError{fmt.Errorf("--format is jsonl or csv, not %q", format)}
	case format == "csv" && what != string(export.Statements) && what != string(export.Events):
		return &usageError{errors.New("--format csv needs --what statements or --what events")}
	case format == "jsonl" && what != "":
		return &usageError{errors.New("--what goes with --format csv; jsonl gives whole entries")}
	}
	return nil
}
