package clean

import (
	"strings"

	"onrecord"
	"onrecord/clean/page"
)

// text puts the blocks together.
func (s *sheet) text(told *page.Told) *onrecord.Text {
	t := &onrecord.Text{Report: s.report, Words: s.words}
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.clutter {
			t.Clutter = appendClutter(t.Clutter, s.words, b.Span)
			continue
		}
		rest := b.Span
		if b.prefix > 0 {
			t.Clutter = appendClutter(t.Clutter, s.words, onrecord.Span{Start: b.Start, End: b.Start + b.prefix})
			rest = trimSpan(s.words, onrecord.Span{Start: b.Start + b.prefix, End: b.End})
		}
		if b.opening > 0 {
			opening := trimSpan(s.words, onrecord.Span{Start: b.Start, End: b.Start + b.opening})
			t.Paragraphs = append(t.Paragraphs, onrecord.Paragraph{Span: opening, Kind: onrecord.DateLine})
			rest = trimSpan(s.words, onrecord.Span{Start: b.Start + b.opening, End: b.End})
		}
		s.addParts(t, b, rest)
	}
	t.Imprint = s.imprint(told)
	return t
}

// addParts adds what is left of a block as paragraphs: one, or the parts around its
// holes.
func (s *sheet) addParts(t *onrecord.Text, b *block, rest onrecord.Span) {
	for _, hole := range b.holes {
		hole.Start, hole.End = hole.Start+b.Start, hole.End+b.Start
		if hole.Start < rest.Start {
			continue
		}
		s.addPart(t, b, onrecord.Span{Start: rest.Start, End: hole.Start})
		if hole = trimSpan(s.words, hole); !hole.IsEmpty() {
			t.Clutter = append(t.Clutter, hole)
		}
		rest.Start = hole.End
	}
	s.addPart(t, b, rest)
}

func (s *sheet) addPart(t *onrecord.Text, b *block, part onrecord.Span) {
	if part = trimSpan(s.words, part); !part.IsEmpty() {
		t.Paragraphs = append(t.Paragraphs, onrecord.Paragraph{Span: part, Kind: b.kind})
	}
}

// appendClutter adds a span, joined to the one before where only blanks stand
// between them.
func appendClutter(list []onrecord.Span, words string, span onrecord.Span) []onrecord.Span {
	if n := len(list); n > 0 && strings.TrimSpace(words[list[n-1].End:span.Start]) == "" {
		list[n-1].End = span.End
		return list
	}
	return append(list, span)
}
