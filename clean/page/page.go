// Package page answers: which words of an HTML page are its report? Start at
// [Read]. It keeps paragraphs apart, as evidence needs them, and gathers what the
// page's fields tell of the report: title, site, writers, dates.
package page

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"onrecord"
)

// Doc is a page taken apart.
type Doc struct {
	Told   Told
	Blocks []Block // the headline first, if the page has one
}

// Block is a paragraph of the report, or a line that stands among its paragraphs.
type Block struct {
	Text string                 // blanks as one, no line ends unless Laid
	Laid bool                   // laid out by its writer: line ends and blank lines count
	Kind onrecord.ParagraphKind // Headline, Subhead, Caption, Byline where the markup tells; else ""
}

// Field is one field of a page and where it stood.
type Field struct{ Name, Value string }

// Told is what the fields of a page tell of its report; "" where they do not.
type Told struct {
	Title    string
	Sure     bool // the title is told by a field or a heading, not by the window alone
	Site     string
	Suffix   string // what the page's title adds to the headline: often the site
	Rights   string // the line that tells who holds the rights
	URL      string
	Language string
	Authors  []string
	Dates    []Field // when it was published, the surest field first
	Lines    []Field // lines that may be a date or the writer of the report, by their markup or place
	body     string  // the whole report as one of the fields gives it
	window   string  // the title of the browser's window
}

// ErrNoText is wrapped where a page holds no running text.
var ErrNoText = errors.New("no readable text")

// Read takes a page apart; charset is what its server declared, or "". An error means that no
// running text was found.
func Read(raw []byte, charset string) (*Doc, error) {
	root, err := parse(raw, charset)
	if err != nil {
		return nil, err
	}
	p := &reader{root: root, notes: map[*html.Node]*note{}}
	doc := &Doc{Told: readTold(root)}
	p.told = &doc.Told
	p.survey(root, 0)
	p.total = p.note(root).paras - p.parasOfCards(root)
	p.judge(root, false)
	p.findTitle()
	p.find()
	doc.Told.nameTitle(p.heading())
	doc.Blocks = p.blocks()
	if body := splitBody(doc.Told.body); lettersIn(body) > 2*lettersIn(doc.Blocks) && lettersIn(body) > 160 {
		doc.Blocks = append(headlineOnly(doc.Told.Title), body...)
	}
	if lettersIn(doc.Blocks) == 0 {
		return nil, fmt.Errorf("%w in an HTML page of %d bytes: it may be empty, made by scripts, or a list of links; save the page as your browser shows it", ErrNoText, len(raw))
	}
	p.readLines(doc)
	return doc, nil
}

// splitBody makes paragraphs of a report that a field holds as one text.
func splitBody(text string) []Block {
	var blocks []Block
	for line := range strings.Lines(text) {
		if line = onOneLine(line); line != "" {
			blocks = append(blocks, Block{Text: line})
		}
	}
	return blocks
}

func headlineOnly(title string) []Block {
	if title == "" {
		return nil
	}
	return []Block{{Text: title, Kind: onrecord.Headline}}
}

// lettersIn counts the letters of running text.
func lettersIn(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		if b.Kind != onrecord.Headline {
			for _, r := range b.Text {
				if unicode.IsLetter(r) {
					n++
				}
			}
		}
	}
	return n
}

func onOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
