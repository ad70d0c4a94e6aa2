package screen

import (
	"strings"

	"onrecord"
	"onrecord/store"
)

// Hits shows lines of the record that stand in one report. Words are what was
// looked for: they choose what of the text is shown where the report itself is
// the hit.
func (s *Screen) Hits(hits []store.Hit, words []string) error {
	p := s.newPage()
	for i, hit := range hits {
		if i == 0 {
			p.banner(&hit.Entry.Report)
		}
		switch {
		case hit.Statement != nil:
			p.statement(hit.Statement)
		case hit.Event != nil:
			p.event(hit.Event)
		default:
			p.label("", dim, "TEXT")
			p.block(wordsColumn, []run{{plain, harmless(excerpt(strings.Join(store.OwnText(hit.Entry), " "), words))}}, "")
		}
	}
	p.newline()
	return s.show(p)
}

// banner names a report in short: outlet, date, headline, and the id to show it by.
func (p *page) banner(r *onrecord.Masthead) {
	date := "date unknown"
	if r.Published != nil {
		date = string(*r.Published)
	}
	p.block(0, []run{{plain, harmless(joined(" · ", r.Outlet, date)) + " · "}, {bold, harmless(orElse(r.Headline, r.Source))}}, shortID(r.ID))
}

// shortID is enough to find a report among billions, and fits a line.
func shortID(id onrecord.ReportID) string { return string(id[:min(12, len(id))]) }

// excerpt is the text around the first of the words.
func excerpt(text string, words []string) string {
	const before, length = 60, 220
	at := -1
	lower := strings.ToLower(text)
	for _, w := range words {
		if i := strings.Index(lower, strings.ToLower(w)); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at <= before || len(lower) != len(text) { // lower case may be longer than what it lowers
		return cutAt(strings.TrimSpace(text), length)
	}
	start := at - before + strings.IndexByte(text[at-before:at]+" ", ' ') + 1
	return "… " + cutAt(text[min(start, at):], length)
}
