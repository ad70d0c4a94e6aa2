package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	kgzip "github.com/klauspost/compress/gzip"
)

// memberMagic opens a gzip member; the third byte names the only method there is.
var memberMagic = []byte("\x1f\x8b\x08")

// members unpacks gzip data member by member. Reading fails for good at a damaged member, until
// mend passes over it. In the files of web crawls every record is a member of its own, so a
// damaged one costs no other, and a record that lies about its length ends where its member does.
type members struct {
	in     *bufio.Reader
	z      *kgzip.Reader
	at     int64   // bytes given so far
	starts []int64 // where members begin in what was given, the first ones and, once somebody asks, all
	asked  bool
	within bool  // the fault is in a member, not in the opening of one
	fault  error // nil while there is more
}

func newMembers(in *bufio.Reader) (*members, error) {
	z, err := kgzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &members{in: in, z: z}, nil
}

// Read gives no bytes of two members at once.
func (m *members) Read(p []byte) (n int, err error) {
	for n == 0 && m.fault == nil && len(p) > 0 {
		n, err = m.z.Read(p)
		m.at += int64(n)
		m.within = err != nil && !errors.Is(err, io.EOF)
		switch {
		case m.within:
			m.fault = err
		case err != nil:
			m.fault = m.open()
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, m.fault
}

// open begins the next member. Zeros behind the last one are the padding of tapes and blocks.
func (m *members) open() error {
	for {
		next, err := m.in.Peek(1)
		if err != nil {
			return err
		}
		if next[0] != 0 {
			break
		}
		if _, err := m.in.Discard(1); err != nil {
			return err
		}
	}
	if err := m.z.Reset(m.in); err != nil {
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF // the data ended in the header
		}
		return err
	}
	m.z.Multistream(false)
	if n := len(m.starts); (m.asked || m.at <= sniffBytes) && (n == 0 || m.starts[n-1] < m.at) {
		m.starts = append(m.starts, m.at)
	}
	return nil
}

func (m *members) isDamaged() bool { return m.fault != nil && !errors.Is(m.fault, io.EOF) }

// mend passes over a damaged member: reading goes on at the next one, or is at its end.
func (m *members) mend() {
	for m.isDamaged() {
		m.fault = io.EOF
		if m.seekMagic() {
			m.fault = m.open()
		}
	}
}

// seekMagic passes over everything before the next bytes that open a member.
func (m *members) seekMagic() bool {
	for {
		window, err := m.in.Peek(m.in.Size())
		if i := bytes.Index(window, memberMagic); i >= 0 {
			_, err := m.in.Discard(i)
			return err == nil
		}
		if err != nil || len(window) < len(memberMagic) {
			return false
		}
		if _, err := m.in.Discard(len(window) - len(memberMagic) + 1); err != nil {
			return false
		}
	}
}

// startWithin tells the first place in [from, to) at which a member begins. It forgets those
// before: places are asked for in order, from the time when the stream's form is told.
func (m *members) startWithin(from, to int64) (int64, bool) {
	m.asked = true
	for len(m.starts) > 0 && m.starts[0] < from {
		m.starts = m.starts[1:]
	}
	if len(m.starts) > 0 && m.starts[0] < to {
		return m.starts[0], true
	}
	return 0, false
}
