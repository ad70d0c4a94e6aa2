package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"

	"onrecord"
	"onrecord/across"
	"onrecord/ingest"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/testdata"
)

// sample is the record of the bundled reports, in a file that goes when it is closed.
type sample struct {
	database
	dir string
}

// openSample reads the bundled reports.
func (a *app) openSample(ctx context.Context) (*sample, error) {
	dir, err := os.MkdirTemp("", "onrecord-sample-")
	if err != nil {
		return nil, err
	}
	db, err := a.open(ctx, filepath.Join(dir, "sample.db"), sqlite.Options{})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	s := &sample{db, dir}
	if err := s.fill(ctx, a); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *sample) fill(ctx context.Context, a *app) error {
	stations, err := a.load()
	if err != nil {
		return err
	}
	for r := range readMany(ctx, stations, bundledReports(ctx), nil) {
		if r.err != nil {
			return r.err
		}
		if _, err := s.Put(ctx, r.entry, store.Page{MediaType: r.report.MediaType, Raw: r.report.Raw}); err != nil {
			return err
		}
	}
	return across.NewDeriver(s).CatchUp(ctx, func() {})
}

// bundledReports yields the reports that are part of the program.
func bundledReports(ctx context.Context) func(yield func(*onrecord.Report, error) bool) {
	return func(yield func(*onrecord.Report, error) bool) {
		for name, raw := range testdata.Sample() {
			for report, err := range ingest.From(ctx, bytes.NewReader(raw), name, ingest.Options{}) {
				if !yield(report, err) {
					return
				}
			}
		}
	}
}

// Close closes the record and takes its file away.
func (s *sample) Close() error { return errors.Join(s.database.Close(), os.RemoveAll(s.dir)) }
