// Package work answers: how are many reports read, on all cores and on many machines? Start at
// [Coding.Run], which makes a stream of entries of a stream of reports and keeps nothing;
// [Output] makes a file of it that a killed run can go on with, [InOrder] is the pool of
// workers under it.
package work

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"

	"golang.org/x/sync/semaphore"

	"onrecord"
	"onrecord/ingest"
)

// inFlight bounds the bytes of the lines that are read but not yet written.
const inFlight = 64 << 20

// Coding makes entries of reports, a line each, in the order of the reports. What comes out
// is the same for any number of workers. Every line that is not blank gives one entry or one
// reject, and each is written before the next: so the number of both tells, whenever a run
// ended, where the next one goes on.
type Coding struct {
	Read     func(context.Context, *onrecord.Report) (*onrecord.Entry, error)
	Form     func(io.Writer, *onrecord.Entry) error // writes an entry as one line
	Entries  io.Writer                              // gets a line in one Write
	Reject   func(Reject) error                     // takes a line that gave no entry
	Watch    func(Summary)                          // looks on after every line; may be nil
	Workers  int                                    // 0: as many as there are cores
	MaxBytes int                                    // of one report; 0: ingest.DefaultMaxBytes
	From     ingest.Resume
}

// Reject is a line that gave no entry.
type Reject struct {
	Line   int    `json:"line"`   // from 1
	Offset int64  `json:"offset"` // of its first byte in the unpacked stream
	Reason string `json:"reason"`
	Input  string `json:"input"` // the line; "" if it was too long
}

// Summary tells what a run did and where one that goes on from there begins.
type Summary struct {
	Entries    int   `json:"entries"`
	Rejects    int   `json:"rejects"`
	Statements int   `json:"statements"`
	Events     int   `json:"events"`
	Skip       int   `json:"skip"`     // reports behind which to go on, those of earlier runs counted
	Offset     int64 `json:"offset"`   // the same place in bytes of the unpacked stream
	Complete   bool  `json:"complete"` // the stream was read to its end
}

// Run codes the lines of a JSONL stream, packed or not. When ctx ends it finishes what it has
// begun and gives the error of ctx. A line that gives no entry does not stop it; an error of
// the stream, of Entries or of Reject does.
func (c *Coding) Run(ctx context.Context, in io.Reader, name string) (Summary, error) {
	r := run{Coding: c, room: semaphore.NewWeighted(inFlight)}
	r.sum.Skip, r.sum.Offset = c.From.Reports, c.From.Offset
	finish, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	lines := r.bounded(ctx, ingest.Lines(ctx, in, name, ingest.Options{MaxBytes: c.MaxBytes}, c.From))
	for coded := range InOrder(ctx, c.Workers, lines, func(l taken) coded { return r.code(finish, l) }) {
		if err := r.put(coded); err != nil {
			return r.sum, err
		}
	}
	r.sum.Complete = ctx.Err() == nil
	return r.sum, ctx.Err()
}

// run is one run of a coding.
type run struct {
	*Coding
	room *semaphore.Weighted
	sum  Summary
}

// taken is a line on its way to a worker; broken is the fault of the stream behind it.
type taken struct {
	ingest.Line
	broken error
}

// coded is a line with the form of its entry, or what is wrong with it.
type coded struct {
	taken
	form               []byte
	statements, events int
}

// bounded waits before each line until there is room for it.
func (r *run) bounded(ctx context.Context, lines iter.Seq2[ingest.Line, error]) iter.Seq[taken] {
	return func(yield func(taken) bool) {
		for line, err := range lines {
			if r.room.Acquire(ctx, weight(line)) != nil || !yield(taken{line, err}) {
				return
			}
		}
	}
}

func weight(l ingest.Line) int64 { return min(int64(len(l.Raw))+1, inFlight) }

// code makes the entry of a line.
func (r *run) code(ctx context.Context, l taken) coded {
	out := coded{taken: l}
	if l.broken != nil || l.Err != nil {
		return out
	}
	entry, err := r.Read(ctx, l.Report)
	var form bytes.Buffer
	if err == nil {
		err = r.Form(&form, entry)
	}
	if out.Err = err; err == nil {
		out.form, out.statements, out.events = form.Bytes(), len(entry.Statements), len(entry.Events)
	}
	return out
}

// put writes what came of a line.
func (r *run) put(c coded) error {
	defer r.room.Release(weight(c.Line))
	switch {
	case c.broken != nil:
		return c.broken
	case c.Err != nil:
		if err := r.Reject(Reject{c.Number, c.Start, c.Err.Error(), string(c.Raw)}); err != nil {
			return fmt.Errorf("set line %d aside: %w", c.Number, err)
		}
		r.sum.Rejects++
	default:
		if err := WriteWhole(r.Entries, c.form); err != nil {
			return err
		}
		r.sum.Entries++
		r.sum.Statements += c.statements
		r.sum.Events += c.events
	}
	r.sum.Skip, r.sum.Offset = c.Before+1, c.End
	if r.Watch != nil {
		r.Watch(r.sum)
	}
	return nil
}
