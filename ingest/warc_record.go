package ingest

import (
	"bufio"
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
	return &crawl{r: r, members: m, limit: limit}
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
