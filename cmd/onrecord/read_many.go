package main

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"onrecord"
	"onrecord/pipeline"
)

// reading is a report with the entry made of it, or what went wrong.
type reading struct {
	report *onrecord.Report // nil if not even that could be read
	entry  *onrecord.Entry  // nil if skipped or wrong
	err    error
}

// readMany reads reports with as many workers as there are cores and gives the
// readings in the order of the reports. At most a few reports a worker are held
// at a time, however slow the taker is. skip says which need not be read; nil
// skips none.
func readMany(ctx context.Context, p *pipeline.Pipeline, reports iter.Seq2[*onrecord.Report, error],
	skip func(*onrecord.Report) (bool, error)) iter.Seq[reading] {
	return func(yield func(reading) bool) {
		ctx, cancel := context.WithCancel(ctx)
		workers := runtime.GOMAXPROCS(0)
		inOrder := make(chan chan reading, 2*workers)
		var hiring sync.WaitGroup
		defer hiring.Wait()
		defer cancel()
		hiring.Go(func() {
			defer close(inOrder)
			hire(ctx, workers, reports, inOrder, func(r *onrecord.Report) reading { return readOne(ctx, p, r, skip) })
		})
		for next := range inOrder {
			if !yield(<-next) {
				return
			}
		}
	}
}

// hire gives each report to a worker, and the channel on which its reading will
// come to the taker.
func hire(ctx context.Context, workers int, reports iter.Seq2[*onrecord.Report, error],
	inOrder chan<- chan reading, read func(*onrecord.Report) reading) {
	desks := make(chan struct{}, workers)
	var atWork sync.WaitGroup
	defer atWork.Wait()
	for report, err := range reports {
		done := make(chan reading, 1)
		select {
		case inOrder <- done:
		case <-ctx.Done():
			return
		}
		if err != nil {
			done <- reading{report, nil, err}
			continue
		}
		desks <- struct{}{}
		atWork.Go(func() {
			done <- read(report)
			<-desks
		})
	}
}

// readOne turns a fault of the program into an error of this one report: a
// million others may wait behind it.
func readOne(ctx context.Context, p *pipeline.Pipeline, report *onrecord.Report, skip func(*onrecord.Report) (bool, error)) (r reading) {
	r.report = report
	defer func() {
		if fault := recover(); fault != nil {
			r.entry, r.err = nil, fmt.Errorf("read %s: the program is at fault, please report it: %v", report.Source, fault)
		}
	}()
	if skip != nil {
		if skipped, err := skip(report); skipped || err != nil {
			r.err = err
			return r
		}
	}
	r.entry, r.err = p.Read(ctx, report)
	return r
}
