package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"onrecord"
)

// skipFactor bounds how far behind an over-long line we look for its end, in
// multiples of the longest report: a packed file may hold terabytes of nothing.
const skipFactor = 64

var errEndlessLine = errors.New("a line without end; the rest of the file was not read")

// Line is one line of a JSONL stream that is not blank, or one record of a WARC file.
type Line struct {
	Number     int              // from 1, blank lines and other records counted
	Before     int              // lines before it that are not blank
	Start, End int64            // bytes that it takes in the unpacked stream, its end included
	Raw        []byte           // without space around it, of a record the page; nil if there is none or it is too long
	Report     *onrecord.Report // nil if there is none in it
	Err        error            // why there is none

	last bool // nothing ended it but the end of the stream
}

// Resume says where reading goes on: behind so many reports (lines that are not blank), at
// the first line that begins at or behind the offset. The zero value is the beginning.
type Resume struct {
	Reports int
	Offset  int64
}

// Lines yields the lines of a JSONL stream, packed or not, and what each holds. Of a WARC file
// it yields the records from which a report could be expected. A line without a report does not
// end it; an error does: the stream itself broke there.
func Lines(ctx context.Context, r io.Reader, name string, opts Options, from Resume) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		inner, inside, done, err := unpack(r, name)
		if err != nil {
			yield(Line{Number: 1}, fmt.Errorf("read %s: %w", name, err))
			return
		}
		defer done()
		buffered := bufio.NewReaderSize(inner, sniffBytes)
		if opensCrawl(inside, buffered) {
			packed, _ := inner.(*members)
			crawlLines(ctx, buffered, packed, name, opts, from)(yield)
			return
		}
		lines := lineReader{r: buffered, limit: opts.maxBytes()}
		lines.each(ctx, name, from, yield)
	}
}

// each yields the lines that are not before the place to go on from, and ends with the stream
// or with its fault.
func (l *lineReader) each(ctx context.Context, name string, from Resume, yield func(Line, error) bool) {
	for before := 0; ctx.Err() == nil; before++ {
		line, err := l.next()
		line.Before = before
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			yield(line, fmt.Errorf("read %s:%d: %w", name, line.Number, err))
			return
		case before < from.Reports || line.Start < from.Offset:
			continue
		}
		line.Raw = bytes.Clone(line.Raw)
		if line.parse(name, l.limit); !yield(line, nil) {
			return
		}
	}
}

// readLines reads one JSON object a line. A bad line is told and passed over.
func (s *source) readLines(r *bufio.Reader) error {
	lines := lineReader{r: r, limit: s.opts.maxBytes()}
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if stopped := s.ctx.Err(); stopped != nil {
			return stopped
		}
		place := fmt.Sprintf(":%d", line.Number)
		if err != nil {
			return firstOf(s.complain(place, err), errStopped)
		}
		if line.parse(s.name, s.opts.maxBytes()); line.Err != nil {
			err = s.complain(place, line.Err)
		} else if !s.yield(line.Report, nil) {
			err = errStopped
		}
		if err != nil {
			return err
		}
	}
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// parse makes a report of the line, or tells why there is none in it.
func (l *Line) parse(name string, limit int) {
	if l.Err != nil {
		return
	}
	report, err := reportOf(l.Raw, fmt.Sprintf("%s:%d", name, l.Number), limit)
	if err == nil {
		err = identify(report)
	}
	if err == nil {
		l.Report = report
		return
	}
	var syntax *json.SyntaxError
	if l.last && errors.As(err, &syntax) && int(syntax.Offset) >= len(l.Raw) {
		err = fmt.Errorf("the last line is cut off; write the file again: %w", err)
	}
	l.Err = err
}

// lineReader reads a stream line by line and knows where it stands.
type lineReader struct {
	r      *bufio.Reader
	limit  int
	buf    []byte // of the line read last
	number int
	offset int64 // behind the line read last
	ended  bool
}

// next gives the next line that is not blank, not yet parsed; its bytes hold until the
// call after. The error is io.EOF behind the last line, else the stream's fault.
func (l *lineReader) next() (Line, error) {
	for !l.ended {
		l.number++
		line := Line{Number: l.number, Start: l.offset}
		err := l.read()
		line.End = l.offset
		switch {
		case errors.Is(err, ErrTooLong):
			line.Err = err
			return line, nil
		case errors.Is(err, io.EOF):
			l.ended, line.last = true, true
		case err != nil:
			return line, explainUnpack(err)
		}
		line.Raw = bytes.TrimSpace(bytes.TrimPrefix(l.buf, bom8))
		if len(line.Raw) > 0 {
			return line, nil
		}
	}
	return Line{}, io.EOF
}

// read reads a line into buf. The error is io.EOF with the last line, ErrTooLong where
// the line was passed over.
func (l *lineReader) read() error {
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		l.offset += int64(len(part))
		if len(l.buf)+len(part) > l.limit {
			return l.passOver(err)
		}
		l.buf = append(l.buf, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// passOver reads to the end of an over-long line.
func (l *lineReader) passOver(err error) error {
	for passed := 0; errors.Is(err, bufio.ErrBufferFull); {
		var part []byte
		part, err = l.r.ReadSlice('\n')
		l.offset += int64(len(part))
		if passed += len(part); passed > skipFactor*l.limit {
			return errEndlessLine
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return tooLong(l.limit)
}
