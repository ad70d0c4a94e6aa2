package clean

import (
	"cmp"
	"slices"

	"onrecord"
)

// Again makes the text of an entry, which is not stored, again: its words are those of the entry,
// cut into paragraphs as those of a plain text are. What would be clutter of a plain text and is
// none in the entry, such as a line of a page, is body.
func Again(e *onrecord.Entry) *onrecord.Text {
	report := &onrecord.Report{ID: e.Report.ID, Source: e.Report.Source, URL: e.Report.URL, Outlet: e.Report.Outlet, Title: e.Report.Headline,
		MediaType: onrecord.PlainText, Raw: []byte(e.Text)}
	if e.Report.Published != nil {
		report.Published = *e.Report.Published
	}
	text := readPlain(report, e.Text)
	for _, span := range text.Clutter {
		if !slices.ContainsFunc(e.Clutter, func(c onrecord.Quote) bool { return c.Start < span.End && span.Start < c.End }) {
			text.Paragraphs = append(text.Paragraphs, onrecord.Paragraph{Span: span, Kind: onrecord.Body})
		}
	}
	slices.SortStableFunc(text.Paragraphs, func(a, b onrecord.Paragraph) int { return cmp.Compare(a.Start, b.Start) })
	text.Imprint.Language = e.Report.Language
	return text
}
