package screen

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// harmless takes out of a report's words what would steer a terminal or turn the
// direction of the line: controls show as a replacement mark.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), isDirection(r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// isDirection reports whether r overrides the direction of writing.
func isDirection(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f
}

// columns is how wide a text stands on a screen.
func columns(text string) (n int) {
	for _, r := range text {
		n += columnsOf(r)
	}
	return n
}

func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}
