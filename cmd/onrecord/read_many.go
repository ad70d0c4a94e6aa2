package main

import (
	"context"
	"iter"

	"onrecord"
	"onrecord/pipeline"
	"onrecord/work"
)

// reading is a report with the entry made of it, or what went wrong.
type reading struct {
	report *onrecord.Report // nil if not even that could be read
	entry  *onrecord.Entry  // nil if skipped or wrong
	err    error
}

// readMany reads reports with as many workers as there are cores and gives the
// readings in the order of the reports. skip says which need not be read; nil
// skips none.
func readMany(ctx context.Context, p *pipeline.Pipeline, reports iter.Seq2[*onrecord.Report, error],
	skip func(*onrecord.Report) (bool, error)) iter.Seq[reading] {
	given := func(yield func(reading) bool) {
		for report, err := range reports {
			if !yield(reading{report: report, err: err}) {
				return
			}
		}
	}
	return work.InOrder(ctx, 0, given, func(r reading) reading { return readOne(ctx, p, r, skip) })
}

func readOne(ctx context.Context, p *pipeline.Pipeline, r reading, skip func(*onrecord.Report) (bool, error)) reading {
	if r.err != nil {
		return r
	}
	if skip != nil {
		skipped, err := skip(r.report)
		if r.err = err; skipped || err != nil {
			return r
		}
	}
	r.entry, r.err = work.Read(ctx, p, r.report)
	return r
}
