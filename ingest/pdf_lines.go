package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphenEnd is how PDFium marks a line that ends within a word; it drops the line's end.
const hyphenEnd = "\x02"

// pdfLine is a line of a page. If it is parted, the next one goes on within its last word.
type pdfLine struct {
	words  string
	parted bool
}

// joinLines makes paragraphs of the lines of pages. What the layout put there is left out: numbers
// of pages, lines that stand at the head or foot of most pages, hyphens at the ends of lines.
func joinLines(pages []string) string {
	lines := linesOf(pages)
	width := usualWidth(lines)
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line.words)
		switch {
		case i == len(lines)-1:
		case line.parted:
			b.WriteString(hyphenBefore(lines[i+1].words))
		case endsParagraph(line.words, lines[i+1].words, width):
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// linesOf are the lines of all pages but those of the layout.
func linesOf(pages []string) (lines []pdfLine) {
	running := runningLines(pages)
	for _, page := range pages {
		all := pageLines(page)
		for i, line := range all {
			atEdge := i == 0 || i == len(all)-1
			if !atEdge || !isPageNumber(line.words) && !running[withoutDigits(line.words)] {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// pageLines are the lines of a page that are not blank.
func pageLines(page string) (lines []pdfLine) {
	for line := range strings.Lines(page) {
		parts := strings.Split(line, hyphenEnd)
		for i, part := range parts {
			if words := strings.Join(strings.FieldsFunc(part, isBlankOrControl), " "); words != "" {
				lines = append(lines, pdfLine{words, i < len(parts)-1})
			}
		}
	}
	return lines
}

func isBlankOrControl(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufffe'
}

// hyphenBefore is the hyphen that a parted word keeps: before a capital or a digit it is the word's own.
func hyphenBefore(rest string) string {
	if first, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(first) || unicode.IsDigit(first) {
		return "-"
	}
	return ""
}

var pageNumber = regexp.MustCompile(`^[-–—\s]*(?i:page\s+)?\d{1,4}(?i:\s*(of|/)\s*\d{1,4})?[-–—\s]*$`)

func isPageNumber(line string) bool { return pageNumber.MatchString(line) }

// runningLines are the first and last lines that more than half of three pages or more have,
// numbers aside.
func runningLines(pages []string) map[string]bool {
	count := map[string]int{}
	for _, page := range pages {
		lines := pageLines(page)
		if len(lines) < 2 {
			continue
		}
		for _, line := range []pdfLine{lines[0], lines[len(lines)-1]} {
			count[withoutDigits(line.words)]++
		}
	}
	running := map[string]bool{}
	for line, n := range count {
		if n >= 3 && 2*n > len(pages) {
			running[line] = true
		}
	}
	return running
}

func withoutDigits(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, line)
}

// usualWidth is how many letters a full line has: nine in ten lines have no more.
func usualWidth(lines []pdfLine) int {
	if len(lines) == 0 {
		return 0
	}
	widths := make([]int, len(lines))
	for i, line := range lines {
		widths[i] = utf8.RuneCountInString(line.words)
	}
	slices.Sort(widths)
	return widths[(len(widths)-1)*9/10]
}

// endsParagraph reports whether the next line's first word would have had room in this line: then
// the line was ended on purpose. Letters differ in width, so a seventh is allowed for.
func endsParagraph(line, next string, width int) bool {
	first, _, _ := strings.Cut(next, " ")
	return (utf8.RuneCountInString(line)+1+utf8.RuneCountInString(first))*7 <= width*6
}
