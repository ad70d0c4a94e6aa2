package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// take reads n bytes, into block unless that is nil. Where a gzip member begins within them, the
// record is cut off there if the member begins with a record of its own.
func (c *crawl) take(n int64, block *[]byte) error {
	for left := n; left > 0; {
		_, err := c.r.Peek(1)
		if errors.Is(err, io.EOF) || c.memberBegins() && c.opensRecord() {
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

// toNextMember tells how many bytes there are until a gzip member begins behind the next one.
func (c *crawl) toNextMember() int64 {
	if c.members != nil {
		if start, ok := c.members.startWithin(c.at+1, c.at+int64(c.r.Buffered())); ok {
			return start - c.at
		}
	}
	return sniffBytes
}

// memberBegins reports whether a gzip member begins here.
func (c *crawl) memberBegins() bool {
	if c.members == nil {
		return false
	}
	_, begins := c.members.startWithin(c.at, c.at+1)
	return begins
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
		c.memberBegins() // so that those behind are forgotten
		inLine = errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !inLine && !c.mend() {
			return err
		}
	}
	return nil
}
