// Package screen lays the record out for a person: how an entry, a marked text
// and the hits of a search look in a terminal. Start at [Screen.Record].
//
// It never writes a control character that came from a report, so that no report
// can steer a terminal. Each block leaves in one write.
package screen

import (
	"bytes"
	"io"
	"strings"
)

// Widths of a page. A line longer than maxWidth is hard to read back.
const (
	DefaultWidth = 100 // where nothing tells how wide the screen is
	minWidth     = 40
	maxWidth     = 120
)

// Screen is where the record is shown.
type Screen struct {
	out    io.Writer
	width  int // columns
	colour bool
}

// New makes a screen. A width of 0 means DefaultWidth.
func New(out io.Writer, width int, colour bool) *Screen {
	if width <= 0 {
		width = DefaultWidth
	}
	return &Screen{out: out, width: max(minWidth, min(width, maxWidth)), colour: colour}
}

// page is a block of lines on its way to the screen.
type page struct {
	bytes.Buffer
	width      int
	colour     bool
	now        style           // in force behind the last byte
	introduced map[string]bool // speakers with their roles
}

func (s *Screen) newPage() *page {
	return &page{width: s.width, colour: s.colour, introduced: map[string]bool{}}
}

func (s *Screen) show(p *page) error {
	p.put(plain, "")
	_, err := s.out.Write(p.Bytes())
	return err
}

// style is the parameters of an ANSI SGR sequence; "" is plain.
type style string

const (
	plain    style = ""
	bold     style = "1"
	dim      style = "2"
	said     style = "1;36"
	did      style = "1;33"
	trouble  style = "1;31"
	saidText style = "36"
	didText  style = "4"
	bothText style = "4;36"
)

// put writes text in a style, and changes style only where it must.
func (p *page) put(s style, text string) {
	if p.colour && s != p.now {
		if p.now != plain {
			p.WriteString("\x1b[0m")
		}
		if s != plain {
			p.WriteString("\x1b[" + string(s) + "m")
		}
		p.now = s
	}
	p.WriteString(text)
}

func (p *page) spaces(n int) { p.put(plain, strings.Repeat(" ", max(0, n))) }

func (p *page) newline() { p.put(plain, "\n") }
