package queue

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"

	"onrecord/ingest"
)

// Sizes bound a shard of a JSONL file; zero values give the usual ones. A shard is done in
// minutes at most, so that many machines end together, and is large enough that the queue
// costs nothing beside it.
type Sizes struct {
	Lines int
	Bytes int64
}

// The usual sizes.
const (
	UsualLines = 500
	UsualBytes = 32 << 20
)

func (s Sizes) orUsual() Sizes {
	if s.Lines <= 0 {
		s.Lines = UsualLines
	}
	if s.Bytes <= 0 {
		s.Bytes = UsualBytes
	}
	return s
}

// shard is a part of the input as the database keeps it.
type shard struct {
	id         int64
	path       string
	modified   int64
	start, end int64
	line       int64
	expected   *int64
}

// isRange reports whether the shard is a part of a JSONL file, not packed; else it is a whole
// file.
func (s *shard) isRange() bool { return s.expected != nil }

// cut gives the shards of a file to yield, in order.
func cut(path string, sizes Sizes, yield func(shard) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	whole := shard{path: path, modified: info.ModTime().UnixNano(), end: info.Size()}
	if !ingest.HoldsLines(path, f) {
		return yield(whole)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return (&cutter{sizes: sizes.orUsual(), next: whole, yield: yield}).cut(f)
}

// cutter cuts a JSONL file behind the ends of lines.
type cutter struct {
	sizes Sizes
	next  shard // the one that grows
	lines int64 // in it
	at    int64 // read so far
	yield func(shard) error
}

func (c *cutter) cut(f io.Reader) error {
	for buffer := make([]byte, 1<<20); ; {
		n, err := f.Read(buffer)
		if err := c.take(buffer[:n]); err != nil {
			return err
		}
		if errors.Is(err, io.EOF) {
			if c.at > c.next.start {
				c.lines++ // the last need not be ended; one too many does no harm
				return c.close()
			}
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (c *cutter) take(part []byte) error {
	for len(part) > 0 {
		i := bytes.IndexByte(part, '\n')
		if i < 0 {
			c.at += int64(len(part))
			return nil
		}
		part, c.at = part[i+1:], c.at+int64(i)+1
		c.lines++
		if c.lines >= int64(c.sizes.Lines) || c.at-c.next.start >= c.sizes.Bytes {
			if err := c.close(); err != nil {
				return err
			}
		}
	}
	return nil
}

// close gives the shard that grew and begins the next.
func (c *cutter) close() error {
	done, lines := c.next, c.lines
	done.end, done.expected = c.at, &lines
	c.next.start, c.next.line, c.lines = c.at, c.next.line+lines, 0
	return c.yield(done)
}
