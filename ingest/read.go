// Package ingest answers: where do reports come in? It reads files, folders,
// sample archives, web crawls and standard input and yields one [onrecord.Report] after the
// other. Start at [Read]; [From] reads one stream that is already open, [Lines] one of JSONL
// or WARC whose places are wanted too, [Page.Report] what a server gave.
package ingest

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"onrecord"
)

// Stdin is the path that means standard input.
const Stdin = "-"

// DefaultMaxBytes bounds one report when Options.MaxBytes is 0.
const DefaultMaxBytes = 20 << 20

// Options tune what is read. The zero value works.
type Options struct {
	MaxBytes  int       // most bytes of one report, unpacked; 0 means DefaultMaxBytes
	MaxStream int64     // most bytes of one stream, unpacked, for those from strangers; 0 means any number
	Stdin     io.Reader // what "-" reads; nil means os.Stdin

	// PassedOver is called with the reason when a record of a web crawl is whole and holds no
	// report: an answer other than 200, an image. May be nil.
	PassedOver func(reason string)
}

func (o Options) passOver(reason string) {
	if o.PassedOver != nil {
		o.PassedOver(reason)
	}
}

func (o Options) maxBytes() int { return cmp.Or(max(o.MaxBytes, 0), DefaultMaxBytes) }

func (o Options) stdin() io.Reader {
	if o.Stdin != nil {
		return o.Stdin
	}
	return os.Stdin
}

// Errors that callers may ask for with errors.Is.
var (
	ErrEmpty   = errors.New("no words in it; give a file that holds a report")
	ErrBinary  = errors.New("neither text nor HTML but binary data; convert it to text first")
	ErrTooLong = errors.New("report too long")
)

// Read yields the reports of files, folders and standard input ("-"), in the
// order given; a folder's files come sorted by path. What could not be read comes
// as an error that names the file and line, and reading goes on behind it. Only
// the end of ctx stops it early.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[*onrecord.Report, error] {
	return func(yield func(*onrecord.Report, error) bool) {
		for _, path := range paths {
			for report, err := range readPath(ctx, path, opts) {
				if !yield(report, err) {
					return
				}
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

// From yields the reports of one open stream. What it holds is told by the name's
// ending and, where that tells nothing, by its first bytes.
func From(ctx context.Context, r io.Reader, name string, opts Options) iter.Seq2[*onrecord.Report, error] {
	return func(yield func(*onrecord.Report, error) bool) {
		s := source{name: name, opts: opts, yield: yield, ctx: ctx}
		if err := s.read(r); err != nil {
			yield(nil, fmt.Errorf("read %s: %w", name, err))
		}
	}
}

// errStopped ends a source whose taker wants no more. It is never shown.
var errStopped = errors.New("stopped")

// source is one stream on its way to reports.
type source struct {
	name  string // as the user wrote it
	opts  Options
	ctx   context.Context
	yield func(*onrecord.Report, error) bool
}

// read unpacks the stream, tells its form and reads it so.
func (s *source) read(r io.Reader) error {
	inner, name, done, err := unpack(r, s.name)
	if err != nil {
		return err
	}
	defer done()
	buffered := bufio.NewReaderSize(&stream{s.ctx, inner, s.opts.MaxStream, 0}, sniffBytes)
	if as := tellForm(name, buffered); as == warc {
		packed, _ := inner.(*members)
		err = s.readCrawl(buffered, packed)
	} else {
		err = s.readAs(as, buffered)
	}
	if errors.Is(err, errStopped) {
		return nil
	}
	return err
}

func (s *source) readAs(as form, r *bufio.Reader) error {
	switch as {
	case lines:
		return s.readLines(r)
	case objects:
		return s.readObjects(r)
	case archive:
		return s.readArchive(r)
	case letter:
		return s.readMail(r)
	case mbox:
		return s.readMailbox(r)
	case news:
		return s.readNewsXML(r)
	case pdf:
		return s.readPDF(r)
	case page:
		return s.readWhole(r, onrecord.HTML)
	}
	return s.readWhole(r, onrecord.PlainText)
}

// readWhole takes the stream as one report.
func (s *source) readWhole(r io.Reader, as onrecord.MediaType) error {
	raw, err := readBounded(r, s.opts.maxBytes())
	if err != nil {
		return err
	}
	return s.give(&onrecord.Report{Source: s.name, MediaType: as, Raw: raw})
}

// give names a report and hands it on, unless there is nothing in it to read.
func (s *source) give(report *onrecord.Report) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if err := identify(report); err != nil {
		return err
	}
	if !s.yield(report, nil) {
		return errStopped
	}
	return nil
}

// identify gives a report its name, unless there is nothing in it to read.
func identify(report *onrecord.Report) error {
	if err := checkReadable(report.Raw); err != nil {
		return err
	}
	// The folder that a file lies in, or the way its path was typed, makes no other report of it.
	report.ID = onrecord.NewReportID(cmp.Or(report.URL, filepath.Base(report.Source)), report.Raw)
	return nil
}

// complain hands on what is wrong at a place of the source; reading can go on.
func (s *source) complain(place string, err error) error {
	if !s.yield(nil, fmt.Errorf("read %s%s: %w", s.name, place, err)) {
		return errStopped
	}
	return nil
}

// passOver complains of what is wrong at a place, so that reading can go on. What ends the
// source it gives back: that nothing more is wanted, or the end of the context.
func (s *source) passOver(place string, err error) error {
	if err == nil || errors.Is(err, errStopped) || s.ctx.Err() != nil {
		return err
	}
	return s.complain(place, err)
}

// readBounded reads all, or fails where a report is longer than limit.
func readBounded(r io.Reader, limit int) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, explainUnpack(err)
	}
	if len(raw) > limit {
		return nil, tooLong(limit)
	}
	return raw, nil
}

func tooLong(limit int) error {
	return fmt.Errorf("%w: more than %s; split it into reports or raise the limit", ErrTooLong, inMegabytes(limit))
}

func inMegabytes(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%.4g MB", float64(n)/(1<<20))
}
