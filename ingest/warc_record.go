package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

const (
	mostHeader = 64 << 10 // bytes of a record's header
	httpRoom   = 1 << 20  // bytes that a server's header may add to a page
)

// crawl is a WARC stream on its way to records.
type crawl struct {
	r       *bufio.Reader
	members *members // that r reads from; nil if the file is not packed with gzip
	limit   int      // of one page
	at      int64    // bytes read
	number  int      // of the record read last, from 1
}

// record is one record of a WARC file.
type record struct {
	number     int
	start, end int64 // bytes that it takes in the unpacked stream
	fields     fields
	block      []byte // nil where no page can be in it
}

// fields are what the product asks of a record's header.
type fields struct {
	kind, target, contentType, payloadType string
	date                                   time.Time
	length                                 int64
	hasLength                              bool
}

// holdsPage reports whether a page can be in the record, or could have been.
func (f *fields) holdsPage() bool {
	return f.kind == "response" || f.kind == "resource" || f.kind == "conversion" || f.kind == "revisit"
}

// brokenRecord tells what is wrong with a record; the next one can be read.
type brokenRecord struct{ error }

func (b *brokenRecord) Unwrap() error { return b.error }

func broken(format string, args ...any) error { return &brokenRecord{fmt.Errorf(format, args...)} }

func newCrawl(r *bufio.Reader, m *members, limit int) *crawl {
	c := &crawl{r: r, members: m, limit: limit}
	c.memberWithin(0)
	return c
}

// next reads the next record that can hold a page. The error is a *brokenRecord where reading can
// go on, io.EOF behind the last record.
func (c *crawl) next() (record, error) {
	for {
		r, err := c.read()
		if err != nil {
			err = c.recover(err)
		}
		r.end = c.at
		if err != nil || r.fields.holdsPage() {
			return r, err
		}
	}
}

func (c *crawl) read() (r record, err error) {
	err = c.skipBlank()
	c.number++
	r.number, r.start = c.number, c.at
	if err != nil {
		return r, err
	}
	if r.fields, err = c.readHeader(); err != nil {
		return r, err
	}
	switch {
	case !r.fields.hasLength:
		return r, broken("the record has no Content-Length")
	case !r.fields.holdsPage() || r.fields.kind == "revisit":
		err = c.take(r.fields.length, nil)
	case r.fields.length > int64(c.limit)+httpRoom:
		if err = c.take(r.fields.length, nil); err == nil {
			err = &brokenRecord{tooLong(c.limit)}
		}
	default:
		err = c.take(r.fields.length, &r.block)
	}
	if err != nil {
		return r, err
	}
	return r, c.checkEnd()
}

// advance passes over bytes that the reader holds.
func (c *crawl) advance(n int) {
	n, _ = c.r.Discard(n)
	c.at += int64(n)
}

// skipBlank passes over line ends. The error is io.EOF at the end.
func (c *crawl) skipBlank() error {
	for {
		head, err := c.r.Peek(1)
		if err != nil {
			return err
		}
		if head[0] != '\r' && head[0] != '\n' {
			return nil
		}
		c.advance(1)
	}
}

// readHeader reads the version line and the fields under it.
func (c *crawl) readHeader() (f fields, err error) {
	for begin := c.at; c.at-begin <= mostHeader; {
		isFirst := c.at == begin
		line, err := c.r.ReadSlice('\n')
		c.at += int64(len(line))
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case errors.Is(err, io.EOF):
			return f, broken("the record is cut off in its header")
		case isFirst && !strings.HasPrefix(text, "WARC/"):
			return f, broken("no WARC record begins here")
		case errors.Is(err, bufio.ErrBufferFull):
			return f, broken("the record's header has a line without end")
		case err != nil:
			return f, err
		case text == "":
			return f, nil
		}
		f.set(text)
	}
	return f, broken("the record's header is longer than %d bytes", mostHeader)
}

// set takes a line of the header.
func (f *fields) set(line string) {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch strings.ToLower(name) {
	case "warc-type":
		f.kind = strings.ToLower(value)
	case "warc-target-uri":
		f.target = value
	case "warc-date":
		f.date, _ = time.Parse(time.RFC3339, value)
	case "warc-identified-payload-type":
		f.payloadType = value
	case "content-type":
		f.contentType = value
	case "content-length":
		n, err := strconv.ParseInt(value, 10, 64)
		f.length, f.hasLength = n, err == nil && n >= 0
	}
}

// take reads n bytes, into block unless that is nil. Where a gzip member begins within them, the
// record is cut off there if the member begins with a record of its own.
func (c *crawl) take(n int64, block *[]byte) error {
	for left := n; left > 0; {
		_, err := c.r.Peek(1)
		if _, isStart := c.memberWithin(1); errors.Is(err, io.EOF) || isStart && c.opensRecord() {
			return broken("the record says %d bytes and is cut off after %d", n, n-left)
		}
		if err != nil {
			return err
		}
		head, _ := c.r.Peek(int(min(left, int64(c.r.Buffered()), c.toNextMember())))
		if block != nil {
			*block = append(*block, head...)
		}
		left -= int64(len(head))
		c.advance(len(head))
	}
	return nil
}

// toNextMember tells how many bytes there are, behind the next one, until a gzip member begins.
func (c *crawl) toNextMember() int64 {
	if c.members != nil {
		if start, ok := c.members.startWithin(c.at, c.at+int64(c.r.Buffered())); ok && start > c.at {
			return start - c.at
		}
	}
	return sniffBytes
}

// memberWithin tells whether a gzip member begins within the next n bytes, and where.
func (c *crawl) memberWithin(n int) (int64, bool) {
	if c.members == nil {
		return 0, false
	}
	return c.members.startWithin(c.at, c.at+int64(n))
}

func (c *crawl) opensRecord() bool {
	head, _ := c.r.Peek(len("WARC/1."))
	return bytes.Equal(head, []byte("WARC/1.")) || bytes.Equal(head, []byte("WARC/0."))
}

// checkEnd tries what stands behind a record: two line ends, another record or the end of the
// file; else its length is wrong.
func (c *crawl) checkEnd() error {
	if end, _ := c.r.Peek(4); bytes.Equal(end, []byte("\r\n\r\n")) {
		c.advance(4)
		if c.r.Buffered() > 0 {
			return nil
		}
	}
	err := c.skipBlank()
	switch {
	case errors.Is(err, io.EOF), err != nil && c.members != nil && !c.members.within:
		return nil // the end, or what is wrong is the next member
	case err != nil:
		return err
	}
	if !c.opensRecord() {
		return broken("the record does not end where its Content-Length says")
	}
	return nil
}

// recover finds the place behind a fault at which reading can go on. It gives a *brokenRecord if
// there is one, else the error that ends the stream.
func (c *crawl) recover(fault error) error {
	var isBroken *brokenRecord
	switch {
	case errors.As(fault, &isBroken):
		if err := c.seekRecord(); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		return fault
	case c.mend():
		return &brokenRecord{explainUnpack(fault)}
	}
	return fault
}

// mend passes over a damaged member and tells whether that was the fault.
func (c *crawl) mend() bool {
	if c.members == nil || !c.members.isDamaged() {
		return false
	}
	c.advance(c.r.Buffered())
	c.members.mend()
	return true
}

// seekRecord passes over lines until a record begins, but not over more than a file of pages has
// between two of them.
func (c *crawl) seekRecord() error {
	inLine := false
	for begin := c.at; inLine || !c.opensRecord(); {
		if c.at-begin > skipFactor*int64(c.limit) {
			return fmt.Errorf("no record begins between the bytes %d and %d; the rest of the file was not read", begin, c.at)
		}
		part, err := c.r.ReadSlice('\n')
		c.at += int64(len(part))
		c.memberWithin(0)
		inLine = errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !inLine && !c.mend() {
			return err
		}
	}
	return nil
}
