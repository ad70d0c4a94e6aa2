package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// block is a paragraph on its way: first cut by layout, then told what it is.
type block struct {
	onrecord.Span
	text    string
	shape   shape
	kind    onrecord.ParagraphKind // "" until told
	clutter bool
	prefix  int             // bytes at its start that are clutter, though the rest is not
	opening int             // bytes of it that are a dateline: relative to Start
	holes   []onrecord.Span // clutter inside it: relative to Start, in order
}

// The widths at which mail and old pages break their lines.
const (
	narrowest = 45
	widest    = 132
)

// leastWrapped is how many lines must be broken for width before a text counts as
// so: one or two may be as long by chance.
const leastWrapped = 3

// line is one line of a text without the blanks around it.
type line struct {
	onrecord.Span
	after bool // a blank line stands before it
}

// splitBlocks cuts a text into blocks: at blank lines, and at single line ends
// where lines are not broken for width.
func splitBlocks(words string) []block {
	lines := splitLines(words)
	width := wrapWidth(words, lines)
	var blocks []block
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !lines[end].after && isWrapped(words, lines[end-1], lines[end], width) {
			end++
		}
		blocks = append(blocks, newBlock(words, onrecord.Span{Start: lines[i].Start, End: lines[end-1].End}))
		i = end
	}
	return blocks
}

func newBlock(words string, span onrecord.Span) block {
	text := words[span.Start:span.End]
	return block{Span: span, text: text, shape: shapeOf(text)}
}

// splitLines gives the lines that hold something.
func splitLines(words string) []line {
	var lines []line
	after := false
	for at := 0; at < len(words); {
		end, next := lineEnd(words, at)
		span := trimSpan(words, onrecord.Span{Start: at, End: end})
		if span.IsEmpty() {
			after = true
		} else {
			lines = append(lines, line{span, after})
			after = false
		}
		at = next
	}
	return lines
}

// lineEnd tells where the line at an offset ends and the next begins.
func lineEnd(words string, at int) (end, next int) {
	end = len(words)
	if i := strings.IndexByte(words[at:], '\n'); i >= 0 {
		end = at + i
	}
	if i := strings.IndexByte(words[at:end], '\r'); i >= 0 && at+i < end-1 {
		end = at + i // an old line end, or a stray one
	}
	return end, min(end+1, len(words))
}

// trimSpan takes blanks and marks without a shape off both ends.
func trimSpan(words string, s onrecord.Span) onrecord.Span {
	blank := func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == 0 }
	cut := words[s.Start:s.End]
	s.End -= len(cut) - len(strings.TrimRightFunc(cut, blank))
	s.Start += len(cut) - len(strings.TrimLeftFunc(cut, blank))
	return onrecord.Span{Start: s.Start, End: max(s.Start, s.End)}
}

// wrapWidth is the width at which a text's lines are broken, 0 if they are not. A
// text is broken for width if most lines that another follows could not have taken
// the next word.
func wrapWidth(words string, lines []line) int {
	width := 0
	for i := 0; i+1 < len(lines); i++ {
		if n := lineWidth(words, lines[i]); !lines[i+1].after && n <= widest {
			width = max(width, n)
		} else if n > widest {
			return 0
		}
	}
	if width < narrowest {
		return 0
	}
	full, pairs := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].after || lineWidth(words, lines[i]) < narrowest {
			continue
		}
		pairs++
		if isWrapped(words, lines[i], lines[i+1], width) {
			full++
		}
	}
	if full*2 <= pairs || full < leastWrapped {
		return 0
	}
	return width
}

// slack is how many letters short of the width a broken line may be: writers of
// mails add or take a word.
const slack = 6

// isWrapped reports whether the line goes on in the next: its first word would
// not have fitted.
func isWrapped(words string, l, next line, width int) bool {
	if width == 0 {
		return false
	}
	first, _, _ := strings.Cut(words[next.Start:next.End], " ")
	return lineWidth(words, l)+1+utf8.RuneCountInString(first) > width-slack
}

func lineWidth(words string, l line) int {
	return utf8.RuneCountInString(words[l.Start:l.End])
}
