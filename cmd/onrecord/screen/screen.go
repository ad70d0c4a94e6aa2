// Package screen lays the record out for a person: how an entry, a marked text
// and the hits of a search look in a terminal. Start at [Screen.Record].
//
// It never writes a control character that came from a report, so that no report
// can steer a terminal. Each block leaves in one write.
package screen

import (
	"bytes"
	"io"
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
	width  int
	colour bool
}

func (s *Screen) newPage() *page { return &page{width: s.width, colour: s.colour} }

func (s *Screen) show(p *page) error {
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

// put writes text in a style.
func (p *page) put(s style, text string) {
	if p.colour && s != plain && text != "" {
		p.WriteString("\x1b[" + string(s) + "m" + text + "\x1b[0m")
		return
	}
	p.WriteString(text)
}

func (p *page) spaces(n int) {
	for range n {
		p.WriteByte(' ')
	}
}
