package clean

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/cues.txt
var cuesFile string

// cueClass is what a cue tells of its line.
type cueClass string

// The classes that rules ask for; lines of any other class are plain clutter.
const (
	noCue       cueClass = ""
	sectionCue  cueClass = "section"  // opens a box of other stories
	commentsCue cueClass = "comments" // opens the readers' comments
	captionCue  cueClass = "caption"
	creditCue   cueClass = "credit" // who else wrote it
	rightsCue   cueClass = "rights"
	moreCue     cueClass = "more" // another story
)

// cue is one line of data/cues.txt.
type cue struct {
	class      cueClass
	whole, any bool
	most       int
	phrase     string // with a blank on both sides, as plainLine writes
	after      string // what must stand somewhere behind the phrase
}

// cueBook holds the cues by their first word, those that may stand anywhere apart.
type cueBook struct {
	byWord   map[string][]cue
	anywhere []cue
}

var cues = sync.OnceValue(func() cueBook {
	book, err := readCues(cuesFile)
	if err != nil {
		panic(err) // the file is embedded and tested: this is a fault of the build
	}
	return book
})

func readCues(file string) (cueBook, error) {
	book := cueBook{byWord: map[string][]cue{}}
	number := 0
	for text := range strings.Lines(file) {
		number++
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		c, err := readCue(text)
		if err != nil {
			return book, fmt.Errorf("cues line %d: %w", number, err)
		}
		if c.any {
			book.anywhere = append(book.anywhere, c)
			continue
		}
		first, _, _ := strings.Cut(c.phrase[1:], " ")
		book.byWord[first] = append(book.byWord[first], c)
	}
	return book, nil
}

func readCue(text string) (cue, error) {
	fields := strings.SplitN(text, " ", 4)
	if len(fields) < 4 {
		return cue{}, fmt.Errorf("%q is not CLASS WHERE MAX PHRASE", text)
	}
	c := cue{class: cueClass(fields[0]), most: 1 << 10}
	c.phrase, c.after, _ = strings.Cut(fields[3], " ... ")
	c.phrase = " " + c.phrase + " "
	if c.after != "" {
		c.after = " " + c.after + " "
	}
	switch fields[1] {
	case "whole":
		c.whole = true
	case "any":
		c.any = true
	case "start":
	default:
		return c, fmt.Errorf("%q: where is whole, start or any", fields[1])
	}
	if fields[2] != "-" {
		most, err := strconv.Atoi(fields[2])
		if err != nil {
			return c, fmt.Errorf("most words: %w", err)
		}
		c.most = most
	}
	return c, nil
}

// mostCueWords is the length of the longest line that a cue may take.
const mostCueWords = 60

// cueOf tells the class of the cue by which a line says what it is. A line that
// only one cue takes whole is told before one that several words could start.
func cueOf(text string, words int) cueClass {
	if words > mostCueWords {
		return noCue
	}
	line := plainLine(text)
	first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	best := noCue
	for _, c := range cues().byWord[first] {
		if c.takes(line, words) {
			if c.whole {
				return c.class
			}
			best = c.class
		}
	}
	if best != noCue {
		return best
	}
	for _, c := range cues().anywhere {
		if c.takes(line, words) {
			return c.class
		}
	}
	return noCue
}

// takes reports whether the cue fits a line made by plainLine.
func (c *cue) takes(line string, words int) bool {
	if words > c.most {
		return false
	}
	if c.whole {
		return line == c.phrase
	}
	at := 0
	if c.any {
		at = strings.Index(line, c.phrase)
	}
	if at < 0 || !strings.HasPrefix(line[at:], c.phrase) {
		return false
	}
	return strings.Contains(line[at+len(c.phrase)-1:], c.after)
}

// plainLine writes a line in small letters without punctuation, numbers as "#",
// one blank before, between and behind the words.
func plainLine(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte(' ')
	last := ' '
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			r = '#'
		case unicode.IsLetter(r):
			r = unicode.ToLower(r)
		case r != '©':
			r = ' '
		}
		if r == last && (r == ' ' || r == '#') {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	if last != ' ' {
		b.WriteByte(' ')
	}
	return b.String()
}
