package statements

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// quotation is a stretch inside quotation marks, cut at its paragraph's end.
type quotation struct {
	onrecord.Span               // with its marks
	Inner         onrecord.Span // without them
	Paragraph     int
	Depth         int  // 0 for one that stands in no other
	Single        bool // in single marks
	Closed        bool // its closing mark was found
	Continues     int  // index of the quotation of the paragraph before that it carries on; -1 if none
}

// findQuotations finds the quotations of a text, by Start, outer before inner.
// Marks may be curly, straight, doubled single ones or guillemets; they may be
// nested, unbalanced, or opened anew at each paragraph of a long quotation.
func findQuotations(text *onrecord.Text) []quotation {
	found := make([]quotation, 0, len(text.Paragraphs))
	for i, p := range text.Paragraphs {
		switch p.Kind {
		case onrecord.Byline, onrecord.DateLine:
			continue
		}
		s := quoteScan{words: text.Words, paragraph: i, span: p.Span}
		s.scan()
		found = append(found, s.finish(found)...)
	}
	return found
}

// openMark is a mark that waits for its partner.
type openMark struct {
	mark  quoteMark
	start int
	at    int // index of its quotation
}

type quoteScan struct {
	words     string
	paragraph int
	span      onrecord.Span
	open      []openMark
	found     []quotation
}

// maxQuoteDepth bounds the nesting that is followed.
const maxQuoteDepth = 8

func (s *quoteScan) scan() {
	for at := s.span.Start; at < s.span.End; {
		m, size := readMark(s.words[at:s.span.End])
		if m.family == 0 {
			at += size
			continue
		}
		s.meet(m, at, size)
		at += size
	}
}

// meet decides what a mark does where it stands.
func (s *quoteScan) meet(m quoteMark, at, size int) {
	before, after := s.around(at, size)
	if m.family == singleMark && isInWord(before, after) {
		return
	}
	if i := s.partner(m); i >= 0 && m.mayClose && !s.mustOpen(m, before, after) {
		s.closeAt(i, at, size)
		return
	}
	if i := s.mixedPartner(m, before, after); i >= 0 && m.mayClose && s.partner(m) < 0 {
		s.closeAt(i, at, size)
		return
	}
	if m.mayOpen && opens(m, before, after) && len(s.open) < maxQuoteDepth {
		if i := s.partner(m); i >= 0 && m.mayClose { // a straight mark opened twice: the first never closed
			s.dropFrom(i, at)
		}
		s.open = append(s.open, openMark{m, at, len(s.found)})
		s.found = append(s.found, quotation{
			Span: onrecord.Span{Start: at}, Inner: onrecord.Span{Start: at + size},
			Paragraph: s.paragraph, Depth: len(s.open) - 1, Single: m.family == singleMark, Continues: -1,
		})
	}
}

func (s *quoteScan) around(at, size int) (before, after rune) {
	before, after = ' ', ' '
	if at > s.span.Start {
		before, _ = utf8.DecodeLastRuneInString(s.words[s.span.Start:at])
	}
	if at+size < s.span.End {
		after, _ = utf8.DecodeRuneInString(s.words[at+size : s.span.End])
	}
	return before, after
}

// partner gives the innermost open mark that this one may close; -1 if none.
func (s *quoteScan) partner(m quoteMark) int {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].mark.family == m.family && s.open[i].mark.style == m.style {
			return i
		}
	}
	return -1
}

// mixedPartner gives the open double mark that one of another style closes, as where
// a curly quotation ends in a straight mark: `“no comment"`; -1 if none.
func (s *quoteScan) mixedPartner(m quoteMark, before, after rune) int {
	i := len(s.open) - 1
	if i < 0 || m.family != doubleMark || s.open[i].mark.family != doubleMark || isGap(before) || !isGap(after) && isLetterOrDigit(after) {
		return -1
	}
	if isMixed(m.style, s.open[i].mark.style) {
		return i
	}
	return -1
}

// isMixed names the styles that careless writers mix.
func isMixed(a, b byte) bool { return a == 's' && b == 'c' || a == 'c' && b == 's' }

// mustOpen tells that a mark of two uses cannot close here: `he said "` + `word`.
func (s *quoteScan) mustOpen(m quoteMark, before, after rune) bool {
	return m.mayOpen && m.mayClose && isGap(before) && !isGap(after)
}

func (s *quoteScan) closeAt(i, at, size int) {
	s.dropFrom(i+1, at)
	q := &s.found[s.open[i].at]
	q.End, q.Inner.End, q.Closed = at+size, at, true
	s.open = s.open[:i]
}

// dropFrom ends the open quotations from the i-th on before a place. Single marks
// that never close were apostrophes.
func (s *quoteScan) dropFrom(i, at int) {
	for _, o := range s.open[i:] {
		q := &s.found[o.at]
		q.End, q.Inner.End = at, at
		if o.mark.family == singleMark {
			q.End = q.Start
		}
	}
	s.open = s.open[:i]
}

func (s *quoteScan) finish(before []quotation) []quotation {
	end := s.span.Start + len(strings.TrimRightFunc(s.words[s.span.Start:s.span.End], unicode.IsSpace))
	s.dropFrom(0, end)
	kept := s.found[:0]
	for _, q := range s.found {
		if q.End > q.Start && q.Inner.Start <= q.Inner.End {
			kept = append(kept, q)
		}
	}
	if len(kept) > 0 && kept[0].Start == s.span.Start {
		for i := len(before) - 1; i >= 0 && before[i].Paragraph >= s.paragraph-1; i-- {
			if last := before[i]; last.Depth == 0 && !last.Closed && !last.Single {
				kept[0].Continues = i
				break
			}
		}
	}
	return kept
}
