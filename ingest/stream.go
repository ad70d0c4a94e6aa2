package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// errTooMuch ends a stream; reading cannot go on behind it, as behind ErrTooLong.
var errTooMuch = errors.New("unpacked it is longer than the most that is taken at once")

// stream reads until ctx ends or too much has come: what unpacks to terabytes without a report in
// them ends too.
type stream struct {
	ctx  context.Context
	from io.Reader
	most int64 // 0: any number of bytes
	came int64
}

func (s *stream) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	if s.most > 0 && s.came >= s.most {
		return 0, fmt.Errorf("%w: %s", errTooMuch, inMegabytes(int(s.most)))
	}
	n, err := s.from.Read(p)
	s.came += int64(n)
	return n, err
}
