package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/across"
	"onrecord/ingest"
	"onrecord/pipeline"
	"onrecord/store"
)

func (a *app) addCommand() *cobra.Command {
	var noRaw bool
	c := &cobra.Command{
		Use:   "add FILE...",
		Short: "Read reports and keep their entries",
		Long: `Read reports, as "onrecord read" does, and keep their entries in the database.

A report that was added before is not read again, unless the program or its models have
changed since: then its new entry takes the place of the old one. So an add that was stopped
is simply run again. Each report is stored whole or not at all, and then compared with the others
("onrecord derive").

The raw page is kept, packed, beside the entry; --no-raw keeps only its digest.`,
		Example: `  onrecord add pages/
  zcat archive.jsonl.gz | onrecord add -
  onrecord --db talks.db add --no-raw talks/*.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, paths []string) error { return a.add(c.Context(), paths, noRaw) }),
	}
	c.Flags().BoolVar(&noRaw, "no-raw", false, "keep only the digest of raw pages")
	a.dictionaryFlags(c)
	return c
}

func (a *app) add(ctx context.Context, paths []string, noRaw bool) error {
	stations, err := a.loadStations()
	if err != nil {
		return err
	}
	db, path, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	adding := &adding{app: a, stations: stations, db: db, deriver: across.NewDeriver(db), noRaw: noRaw, progress: a.newProgress(paths)}
	err = adding.all(ctx, paths)
	adding.progress.finish()
	adding.passed.tell(a)
	var fatal error // what must be told; of inputs that failed it was told when they did
	if !errors.Is(err, errSomeFailed) {
		fatal = err
	}
	return firstOf(fatal, a.print("%s\n", adding.summary(path)), db.Close(), err)
}

// adding is one run of "onrecord add".
type adding struct {
	app      *app
	stations *pipeline.Pipeline
	db       database
	deriver  *across.Deriver
	noRaw    bool
	progress *progress
	passed   passedOver

	outcomes                   [3]int // by store.Outcome
	failed, statements, events int
}

// all reads on behind a report that fails; only a failing store stops it, since
// nothing could be kept then.
func (d *adding) all(ctx context.Context, paths []string) error {
	if err := d.deriver.CatchUp(ctx, func() {}); err != nil { // what a stopped run left
		return err
	}
	reports := ingest.Read(ctx, paths, ingest.Options{Stdin: d.app.stdin, PassedOver: d.passed.count})
	isHeld := func(r *onrecord.Report) (bool, error) { return d.db.Holds(ctx, r.ID, d.stations.Made) }
	for r := range readMany(ctx, d.stations, reports, isHeld) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := d.one(ctx, r); err != nil {
			return err
		}
	}
	return firstOf(ctx.Err(), someFailed(d.failed))
}

func (d *adding) one(ctx context.Context, r reading) error {
	defer d.progress.step()
	switch {
	case r.err != nil:
		d.failed++
		d.progress.clear()
		d.app.complain(r.err)
		return nil
	case r.entry == nil: // held already
		d.outcomes[store.Unchanged]++
		return nil
	}
	outcome, err := d.db.Put(ctx, r.entry, store.Page{MediaType: r.report.MediaType, Raw: r.report.Raw, DigestOnly: d.noRaw})
	if err != nil {
		return err
	}
	d.outcomes[outcome]++
	if outcome != store.Unchanged {
		if err := d.deriver.Add(ctx, r.entry.Report.ID); err != nil {
			return err
		}
	}
	if outcome != store.Unchanged {
		d.statements += len(r.entry.Statements)
		d.events += len(r.entry.Events)
	}
	return nil
}

func (d *adding) summary(path string) string {
	parts := []string{counted(d.outcomes[store.Added], "report") + " added"}
	for _, more := range []struct {
		n    int
		what string
	}{{d.outcomes[store.Replaced], "read anew"}, {d.outcomes[store.Unchanged], "already there"}, {d.failed, "failed"}} {
		if more.n > 0 {
			parts = append(parts, number(more.n)+" "+more.what)
		}
	}
	return strings.Join(parts, ", ") + ": " + counted(d.statements, "statement") + ", " + counted(d.events, "event") + " in " + path
}
