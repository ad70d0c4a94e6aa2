package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// skipFactor bounds how far behind an over-long line we look for its end, in
// multiples of the longest report: a packed file may hold terabytes of nothing.
const skipFactor = 64

var errEndlessLine = errors.New("a line without end; the rest of the file was not read")

// readLines reads one JSON object a line. A bad line is told and passed over.
func (s *source) readLines(r *bufio.Reader) error {
	var line []byte
	for number := 1; ; number++ {
		var err error
		line, err = nextLine(r, line[:0], s.opts.maxBytes())
		if end := errors.Is(err, io.EOF); err == nil || end {
			if err := s.readLine(line, number, end); err != nil {
				return err
			}
			if end {
				return nil
			}
			continue
		}
		place := fmt.Sprintf(":%d", number)
		if told := s.complain(place, explainUnpack(err)); told != nil {
			return told
		}
		if !errors.Is(err, ErrTooLong) {
			return errStopped
		}
	}
}

// readLine makes a report of one line. The last line of a file may be cut off.
func (s *source) readLine(line []byte, number int, last bool) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	line = bytes.TrimSpace(bytes.TrimPrefix(line, bom8))
	if len(line) == 0 {
		return nil
	}
	place := fmt.Sprintf("%s:%d", s.name, number)
	report, err := reportOf(line, place, s.opts.maxBytes())
	if err == nil {
		err = s.give(report)
	}
	if err == nil || errors.Is(err, errStopped) || s.ctx.Err() != nil {
		return err
	}
	var syntax *json.SyntaxError
	if last && errors.As(err, &syntax) && int(syntax.Offset) >= len(line) {
		err = fmt.Errorf("the last line is cut off; write the file again: %w", err)
	}
	return s.complain(fmt.Sprintf(":%d", number), err)
}

// nextLine reads a line without its end into buf. The error is io.EOF with the
// last line, ErrTooLong where the line was passed over.
func nextLine(r *bufio.Reader, buf []byte, limit int) ([]byte, error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(buf)+len(part) > limit {
			return buf, skipLine(r, err, limit)
		}
		buf = append(buf, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return bytes.TrimSuffix(buf, []byte("\n")), err
	}
}

// skipLine passes over the rest of an over-long line.
func skipLine(r *bufio.Reader, err error, limit int) error {
	for passed := 0; errors.Is(err, bufio.ErrBufferFull); {
		var part []byte
		part, err = r.ReadSlice('\n')
		if passed += len(part); passed > skipFactor*limit {
			return errEndlessLine
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return tooLong(limit)
}
