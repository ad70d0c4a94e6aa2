package petrarch

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// line is a line of a dictionary without its comments.
type line struct {
	text   string
	file   string
	number int
}

func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", l.file, l.number, fmt.Sprintf(format, args...))
}

// place names the line in explanations.
func (l line) place() string { return fmt.Sprintf("%s:%d", filepath.Base(l.file), l.number) }

const maxLineBytes = 64 << 10

// readLines reads a dictionary and takes the comments out: what follows "#" or ";"
// outside of brackets, and what stands between "<!--" and "-->".
func readLines(file string, in io.Reader) ([]line, error) {
	var all []line
	counted := &io.LimitedReader{R: in, N: maxFileBytes + 1}
	scanner := bufio.NewScanner(counted)
	scanner.Buffer(nil, maxLineBytes)
	inComment := false
	for n := 1; scanner.Scan(); n++ {
		l := line{file: file, number: n}
		l.text, inComment = dropMarkup(strings.TrimPrefix(scanner.Text(), "\uFEFF"), inComment)
		l.text = strings.TrimSpace(dropComment(l.text))
		all = append(all, l)
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, len(all)+1, err)
	}
	if counted.N <= 0 {
		return nil, fmt.Errorf("%s: longer than %d bytes", file, maxFileBytes)
	}
	return all, nil
}

// dropMarkup takes "<!-- -->" out; the second result says whether one goes on into
// the next line. Files in use also write "<! --".
func dropMarkup(s string, inside bool) (string, bool) {
	var kept strings.Builder
	for {
		if inside {
			_, after, ends := strings.Cut(s, "-->")
			if !ends {
				return kept.String(), true
			}
			s = after
		}
		before, after, starts := strings.Cut(s, "<!")
		kept.WriteString(before)
		if !starts {
			return kept.String(), false
		}
		s, inside = after, true
	}
}

func dropComment(s string) string {
	depth := 0
	for i, c := range s {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '#', ';':
			if depth <= 0 {
				return s[:i]
			}
		}
	}
	return s
}

// cutBrackets takes the last "[...]" off a line.
func cutBrackets(s string) (before, inside string, found bool) {
	open := strings.LastIndexByte(s, '[')
	if open < 0 {
		return s, "", false
	}
	inside, _, closed := strings.Cut(s[open+1:], "]")
	return s[:open], strings.TrimSpace(inside), closed
}

// cutBraces takes "{...}" out of a line.
func cutBraces(s string) (rest, inside string, found bool) {
	before, after, found := strings.Cut(s, "{")
	if !found {
		return s, "", false
	}
	inside, after, _ = strings.Cut(after, "}")
	return before + " " + after, strings.TrimSpace(inside), true
}
