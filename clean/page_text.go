package clean

import (
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
	s.title = report.Title
	if doc.Told.Sure {
		s.title = doc.Told.Title
	}
	s.sort()
	return withoutClutter(s.text(&doc.Told))
}

// layOut writes paragraphs one under the other.
func layOut(paragraphs []page.Block) (string, []block) {
	var b strings.Builder
	starts := make([]int, 0, len(paragraphs))
	for _, p := range paragraphs {
		starts = append(starts, b.Len())
		b.WriteString(p.Text)
		b.WriteString(gap)
	}
	words := strings.TrimSuffix(b.String(), gap)
	var blocks []block
	for i, p := range paragraphs {
		if p.Laid {
			blocks = append(blocks, moved(splitBlocks(p.Text), words, starts[i])...)
			continue
		}
		one := newBlock(words, onrecord.Span{Start: starts[i], End: starts[i] + len(p.Text)})
		one.kind = p.Kind
		blocks = append(blocks, one)
	}
	return words, blocks
}

// moved puts blocks of a part at their place in the whole.
func moved(blocks []block, words string, by int) []block {
	for i, b := range blocks {
		blocks[i] = newBlock(words, onrecord.Span{Start: b.Start + by, End: b.End + by})
	}
	return blocks
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
