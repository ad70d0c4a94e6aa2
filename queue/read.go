package queue

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"syscall"

	"onrecord"
	"onrecord/ingest"
)

// item is a report of a shard, or what is there instead of one.
type item struct {
	report *onrecord.Report
	place  string // path, and line where there is one
	input  string // the line
	err    error
}

// errChanged says that a shard is no more what it was when it was cut.
var errChanged = errors.New("the file has changed since; enqueue it again")

// items yields what is in a shard, always the same in the same order. Its error is one of the
// machine, for which trying again is the cure; what is wrong with the file is an item.
func (s *shard) items(ctx context.Context) iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		f, err := s.open()
		if err != nil {
			yield(item{}, err)
			return
		}
		defer f.Close()
		all := s.reports(ctx, f)
		if s.isRange() {
			all = s.lines(ctx, io.LimitReader(f, s.end-s.start))
		}
		for one := range all {
			if isOfMachine(one.err) {
				yield(item{}, one.err)
				return
			}
			if !yield(one, nil) {
				return
			}
		}
	}
}

func (s *shard) open() (*os.File, error) {
	f, err := os.Open(s.path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.ModTime().UnixNano() != s.modified {
		err = fmt.Errorf("%s: %w", s.path, errChanged)
	}
	if err == nil {
		_, err = f.Seek(s.start, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// isOfMachine reports whether an error is none of the data.
func isOfMachine(err error) bool {
	var number syscall.Errno
	return errors.As(err, &number) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func (s *shard) lines(ctx context.Context, r io.Reader) iter.Seq[item] {
	return func(yield func(item) bool) {
		for line, err := range ingest.Part(ctx, r, s.path, ingest.Options{}, int(s.line)) {
			one := item{report: line.Report, place: fmt.Sprintf("%s:%d", s.path, line.Number), input: string(line.Raw), err: line.Err}
			if err != nil {
				one.err = err
			}
			if !yield(one) {
				return
			}
		}
	}
}

func (s *shard) reports(ctx context.Context, r io.Reader) iter.Seq[item] {
	return func(yield func(item) bool) {
		for report, err := range ingest.From(ctx, r, s.path, ingest.Options{}) {
			one := item{report: report, place: s.path, err: err}
			if report != nil {
				one.place = report.Source
			}
			if !yield(one) {
				return
			}
		}
	}
}
