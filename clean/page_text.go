package clean

import (
	"cmp"
	"strings"

	"onrecord"
	"onrecord/clean/page"
)

// gap stands between the paragraphs of a page.
const gap = "\n\n"

// readPage reads a page taken apart: its paragraphs are sorted as those of a plain
// text are, and clutter is left out of the words.
func readPage(report *onrecord.Report, doc *page.Doc) *onrecord.Text {
	words, blocks := layOut(doc.Blocks)
	s := newSheet(report, words, blocks)
	s.title = cmp.Or(doc.Told.Title, report.Title)
	s.sort()
	return withoutClutter(s.text(&doc.Told))
}

// layOut writes paragraphs one under the other.
func layOut(paragraphs []page.Block) (string, []block) {
	var b strings.Builder
	var spans []onrecord.Span
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString(gap)
		}
		spans = append(spans, onrecord.Span{Start: b.Len(), End: b.Len() + len(p.Text)})
		b.WriteString(p.Text)
	}
	words := b.String()
	blocks := make([]block, len(spans))
	for i, span := range spans {
		blocks[i] = newBlock(words, span)
		blocks[i].kind = paragraphs[i].Kind
	}
	return words, blocks
}

// withoutClutter writes the words of a text again, its paragraphs alone.
func withoutClutter(t *onrecord.Text) *onrecord.Text {
	if len(t.Clutter) == 0 {
		return t
	}
	var b strings.Builder
	for i := range t.Paragraphs {
		p := &t.Paragraphs[i]
		if i > 0 {
			b.WriteString(between(t.Paragraphs[i-1].Kind))
		}
		start := b.Len()
		b.WriteString(t.Cut(p.Span))
		p.Span = onrecord.Span{Start: start, End: b.Len()}
	}
	t.Words, t.Clutter = b.String(), nil
	return t
}

// between is what stands before a paragraph: a dateline stays on its line.
func between(before onrecord.ParagraphKind) string {
	if before == onrecord.DateLine {
		return " "
	}
	return gap
}
