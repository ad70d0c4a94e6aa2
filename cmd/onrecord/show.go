package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

func (a *app) showCommand() *cobra.Command {
	var asJSON, page bool
	c := &cobra.Command{
		Use:   "show REPORT-ID",
		Short: "Show a report with its statements and events marked",
		Long: `Show the text of a stored report with its statements and events marked where they stand, clutter
dimmed, and its record below. Any beginning of the id that fits no other report will do.`,
		Example: `  onrecord show 3fa9c1
  onrecord show --json 3fa9c1 | jq .provenance
  onrecord show --page 3fa9c1 > page.html`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: a.idsThatStart,
		RunE:              command(func(c *cobra.Command, args []string) error { return a.show(c.Context(), args[0], asJSON, page) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the entry as one line of JSON")
	c.Flags().BoolVar(&page, "page", false, "print the raw page as it came")
	c.MarkFlagsMutuallyExclusive("json", "page")
	return c
}

func (a *app) show(ctx context.Context, prefix string, asJSON, page bool) error {
	db, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	id, err := theOne(ctx, db, prefix)
	if err != nil {
		return err
	}
	if page {
		return a.showPage(ctx, db, id)
	}
	entry, err := db.Get(ctx, id)
	if err != nil {
		return err
	}
	if asJSON {
		return export.WriteEntry(a.stdout, entry)
	}
	return a.screen().Marked(entry)
}

func (a *app) showPage(ctx context.Context, db store.Store, id onrecord.ReportID) error {
	page, err := db.Page(ctx, id)
	if err != nil {
		return err
	}
	if page.DigestOnly {
		return fmt.Errorf("the page of report %s was not kept (--no-raw), only its digest: sha256 %s, %d bytes", id, page.Digest, page.Size)
	}
	_, err = a.stdout.Write(page.Raw)
	return err
}

// theOne finds the report whose id begins so.
func theOne(ctx context.Context, db store.Store, prefix string) (onrecord.ReportID, error) {
	const few = 5
	ids, err := db.Complete(ctx, prefix, few+1)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fmt.Errorf("%w: no id begins with %q; \"onrecord search\" shows ids", store.ErrNotFound, prefix)
	case len(ids) == 1 || string(ids[0]) == prefix:
		return ids[0], nil
	}
	more := ""
	if len(ids) > few {
		ids, more = ids[:few], " ..."
	}
	return "", fmt.Errorf("several reports begin with %q: %s%s", prefix, strings.Join(texts(ids), " "), more)
}
