package gold

import (
	"fmt"
	"regexp"
	"strings"

	"onrecord"
)

// Report gives an article as the product gets it: page text, address and
// headline; date and outlet only where the page itself does not tell them.
func (a *Article) Report() *onrecord.Report {
	r := &onrecord.Report{
		ID: onrecord.NewReportID(a.ID, []byte(a.Text)), Source: a.ID, URL: a.URL, Title: a.Headline,
		MediaType: onrecord.PlainText, Raw: []byte(a.Text),
	}
	if !a.tellsDate() {
		r.Published = onrecord.Date(a.Published)
	}
	if !a.tellsOutlet() {
		r.Outlet = a.Outlet
	}
	return r
}

// tellsDate reports whether the page holds its published date in a usual form.
func (a *Article) tellsDate() bool {
	day, ok := onrecord.Date(a.Published).First()
	if !ok {
		return true
	}
	y, m, d := day.Year(), int(day.Month()), day.Day()
	name := day.Month().String()
	short := name[:3]
	if short == "Sep" {
		short = "Sept"
	}
	month := fmt.Sprintf(`(?:%s|%s\.?)`, name, short)
	for _, pattern := range []string{
		fmt.Sprintf(`(?i)\b%s\s+0?%d(?:st|nd|rd|th)?\b`, month, d),
		fmt.Sprintf(`(?i)\b0?%d(?:st|nd|rd|th)?\s+(?:of\s+)?%s`, d, month),
		fmt.Sprintf(`\b%d[-/.]0?%d[-/.]0?%d\b`, y, m, d),
		fmt.Sprintf(`\b0?%d[-/.]0?%d[-/.](?:%d|%02d)\b`, d, m, y, y%100),
		fmt.Sprintf(`\b0?%d[-/.]0?%d[-/.](?:%d|%02d)\b`, m, d, y, y%100),
	} {
		if regexp.MustCompile(pattern).MatchString(a.Text) {
			return true
		}
	}
	return false
}

func (a *Article) tellsOutlet() bool {
	have := set(wordsOf(a.Text))
	for _, w := range wordsOf(strings.Map(lettersOnly, a.URL)) {
		have[w] = true
	}
	glued := strings.Join(wordsOf(a.URL), "")
	have[glued] = true
	n, found := 0, 0
	for _, w := range wordsOf(a.Outlet) {
		if emptyWords()[w] {
			continue
		}
		n++
		if have[w] {
			found++
		}
	}
	return n == 0 || found*2 >= n || strings.Contains(glued, strings.Join(wordsOf(a.Outlet), ""))
}

func lettersOnly(r rune) rune {
	if isWordRune(r) {
		return r
	}
	return ' '
}
