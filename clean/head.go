package clean

import (
	"strings"

	"onrecord"
)

// markHead sorts what stands before the running text.
func (s *sheet) markHead() {
	if s.headline < 0 {
		s.markHeadless()
		return
	}
	s.blocks[s.headline].kind = onrecord.Headline
	s.blocks[s.headline].clutter = false
	title := s.blocks[s.headline].text[s.blocks[s.headline].prefix:]
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		b := &s.blocks[i]
		switch {
		case i == s.headline:
		case i < s.headline && isTrail(b.text, title):
			b.clutter, b.kind = true, ""
		case isSameTitle(b.text[b.prefix:], title):
			b.kind, b.clutter = onrecord.Headline, false
		case i < s.headline && s.isBeforePage(i), isHeaderLine(b.text) && s.hasHeaderBeside(i):
			b.clutter, b.kind = true, ""
		case i > s.headline && (s.isForeign(i) || s.isButton(i)):
			b.clutter = true
		}
		if b.kind != onrecord.Headline && b.prefix < len(b.text) {
			b.prefix = 0
		}
		if b.prefix >= len(b.text) {
			b.clutter, b.prefix = true, 0
		}
	}
}

// isButton reports whether a word or two below the headline stand beside the
// page's buttons and name nothing that the text names.
func (s *sheet) isButton(i int) bool {
	b := &s.blocks[i]
	if b.kind != "" || b.shape.words > 3 || b.shape.ends || b.shape.stamp.only || len(b.shape.stamp.dates) > 0 || allPersons(b.text) || s.kinship(b.text) > 0 || isCaps(b.text) {
		return false
	}
	isCue := func(j int) bool {
		return j > s.headline && j < s.first && s.blocks[j].clutter && (s.cues[j] == "share" || s.cues[j] == "print")
	}
	return isCue(i-1) || isCue(i+1)
}

// isTrail reports whether a line is the way to the page with the title at its end:
// "Home World Talks fail".
func isTrail(text, title string) bool {
	way, ok := strings.CutSuffix(text, title)
	return ok && way != "" && !strings.ContainsAny(way, ":()[]") && !endsSentence(way)
}

// isBeforePage reports whether a block before the headline belongs to the site:
// all but full sentences, credits and lines that speak of the report's subject.
func (s *sheet) isBeforePage(i int) bool {
	b := &s.blocks[i]
	switch {
	case s.isDateOfReport(i):
		return false
	case b.shape.isSentence() && b.shape.words >= sentenceWords, isBy(b.text), b.kind == onrecord.Byline, b.kind == onrecord.Caption, b.shape.words >= 25 && b.shape.glue >= 4:
		return false
	}
	return b.shape.words < 4 || s.kinship(b.text) < 0.6
}

// isDateOfReport reports whether a stamp before the headline stands so close to it
// that it is the report's.
func (s *sheet) isDateOfReport(i int) bool {
	st := s.blocks[i].shape.stamp
	return s.headline-i <= 4 && st.only && len(st.dates) > 0 && !st.updated && !st.numeric && !st.relative && !isHeaderLine(s.blocks[i].text)
}

// markHeadless sorts what stands before the running text of a page without a
// headline: menus and foreign lines go, the rest stays.
func (s *sheet) markHeadless() {
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.prefix >= len(b.text) {
			b.clutter = true
		}
		b.prefix = 0
		if s.isForeign(i) || isHeaderLine(b.text) && s.hasHeaderBeside(i) {
			b.clutter = true
		}
	}
	s.markLinkRuns(0, min(s.first, len(s.blocks)), 4)
}

// isForeign reports whether a line of several words has no English in it and
// names nothing that the running text names.
func (s *sheet) isForeign(i int) bool {
	b := &s.blocks[i]
	return b.kind == "" && b.shape.words >= 4 && b.shape.glue == 0 && b.shape.capitals*2 <= b.shape.words && len(b.shape.stamp.dates) == 0 &&
		s.kinship(b.text) == 0 && len(s.vocab) > 20
}

// isHeaderLine reports whether a line is the head of a mail: "From: ...".
func isHeaderLine(text string) bool {
	name, rest, found := strings.Cut(text, ":")
	if !found || rest == "" || rest[0] != ' ' {
		return false
	}
	switch strings.ToLower(name) {
	case "from", "to", "cc", "date", "sent", "subject", "reply-to", "message-id", "sender", "newsgroups", "organization", "x-mailer":
		return true
	}
	return false
}

func (s *sheet) hasHeaderBeside(i int) bool {
	return i > 0 && isHeaderLine(s.blocks[i-1].text) || i+1 < len(s.blocks) && isHeaderLine(s.blocks[i+1].text)
}
