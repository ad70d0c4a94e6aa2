// Package clean answers: which words of a page are the report, and what does the
// report say of itself? Start at [Cleaner.Clean]: it makes a report's text once,
// and everything behind it points into that text.
//
// Words of a plain text stay as they came; what is not part of the report is
// marked as clutter. Words of an HTML page are extracted by package page, and
// clutter is left out of them.
package clean

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/clean/page"
)

// Cleaner makes the readable text of a report. It holds nothing and is safe for
// use by many at once.
type Cleaner struct{}

// New makes a cleaner.
func New() *Cleaner { return &Cleaner{} }

// Clean makes the text of a report. An error means that no words were found; what
// is only missing (a date, a language we read) is an issue.
func (c *Cleaner) Clean(report *onrecord.Report) (*onrecord.Text, []onrecord.Issue, error) {
	var text *onrecord.Text
	var told *page.Told
	if report.MediaType == onrecord.HTML {
		doc, err := page.Read(report.Raw, report.Charset)
		if err != nil {
			return nil, nil, err
		}
		text, told = readPage(report, doc), &doc.Told
	} else {
		words, err := decode(report.Raw, report.Charset)
		if err != nil {
			return nil, nil, err
		}
		text, told = readPlain(report, words), &page.Told{}
	}
	if !hasWords(text) {
		return nil, nil, fmt.Errorf("no readable text in %d bytes: all of it is empty or clutter", len(report.Raw))
	}
	text.Imprint.Language = tellLanguage(text, told.Language)
	return text, findIssues(text), nil
}

// readPlain reads a plain text: its words stay as they came.
func readPlain(report *onrecord.Report, words string) *onrecord.Text {
	s := newSheet(report, words, splitBlocks(words))
	s.sort()
	return s.text(&page.Told{})
}

func hasWords(text *onrecord.Text) bool {
	for _, p := range text.Paragraphs {
		if strings.ContainsFunc(text.Cut(p.Span), isWordRune) {
			return true
		}
	}
	return false
}

// findIssues tells what the report did not tell.
func findIssues(text *onrecord.Text) []onrecord.Issue {
	var issues []onrecord.Issue
	tell := func(kind, note string) {
		issues = append(issues, onrecord.Issue{Station: onrecord.AtClean, Kind: kind, Note: note})
	}
	if text.Imprint.Published == "" {
		tell("no-published-date", "the report does not tell when it was published; times like \"on Tuesday\" stay unresolved")
	}
	switch text.Imprint.Language {
	case "en":
	case "":
		tell("language-unsure", "the language could not be told; the report is read as English")
	default:
		tell("language-not-read", fmt.Sprintf("the report is in %q; only English is read", text.Imprint.Language))
	}
	if strings.ContainsRune(text.Words, utf8.RuneError) {
		tell("broken-characters", "some characters were damaged before the report came here")
	}
	return issues
}
