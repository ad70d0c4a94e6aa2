package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// markStamps tells lines that hold the date or the age of the report and nothing
// else. Those written for people belong to it; those written for machines, and
// ages, which are wrong the minute after, are clutter.
func (s *sheet) markStamps() {
	last := s.lastSentence()
	for i := range s.blocks {
		b := &s.blocks[i]
		st := b.shape.stamp
		if b.kind != "" || b.clutter || b.opening > 0 || b.shape.words > stampWords {
			continue
		}
		switch {
		case st.relative && st.restWord <= 6 && !b.shape.ends:
			b.clutter = true
		case st.only && st.numeric && !strings.HasPrefix(b.text, "/"):
			b.clutter = true
		case st.only && i > s.first+3 && i < last && !st.labelled: // a card of another story stood here
			b.clutter = true
		case st.only, st.restWord <= 5 && len(st.dates) > 0 && i != s.first && !b.shape.ends && (i < s.first || st.labelled || i > last):
			b.kind = onrecord.Byline
		}
	}
}

// markCredits tells the lines that say who wrote the report.
func (s *sheet) markCredits() {
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != "" || b.clutter {
			continue
		}
		if isBy(b.text) && b.shape.words <= 24 || isCreditLine(b.text) || i < s.first && s.isNameLine(i) {
			b.kind = onrecord.Byline
		}
	}
}

// isBy reports whether a line begins with "By" and a name.
func isBy(text string) bool {
	rest, ok := cutBy(text)
	first, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsUpper(first) && len(rest) < 160 && !endsSentence(text) && namesWriter(rest)
}

// namesWriter reports whether one of the names behind "By" is a writer: "BY THE
// NUMBERS" heads a list.
func namesWriter(rest string) bool {
	if dates := findDates(rest); len(dates) > 0 {
		rest = rest[:dates[0].Start]
	}
	for _, name := range splitNames(rest) {
		if isPersonName(name) || agencyNamed(name) != "" || strings.Contains(strings.ToLower(name), "staff") || strings.HasSuffix(name, "agencies") || strings.HasSuffix(name, "Service") || knownName(name) {
			return true
		}
	}
	return false
}

func cutBy(text string) (string, bool) {
	if len(text) > 4 && (text[:2] == "by" || text[:2] == "By") && unicode.IsUpper(rune(text[2])) && unicode.IsLower(rune(text[3])) {
		return text[2:], true // "byAnn Teal": the page had a tag between
	}
	for _, by := range []string{"By ", "BY ", "by ", "By: ", "Written by ", "Reported by ", "Author: "} {
		if rest, ok := strings.CutPrefix(text, by); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// isCreditLine reports whether a line is the name of an agency, bare or between
// marks: "REUTERS", "(AP)", "- AFP", "Source: TASS", "(Reuters, AFP)".
func isCreditLine(text string) bool {
	if len(text) > 60 {
		return false
	}
	return len(creditsIn(text)) > 0 || strings.HasPrefix(text, "Source: ") || strings.HasPrefix(text, "Sources: ")
}

// creditsIn names the agencies of a line in which nothing else stands.
func creditsIn(text string) []string {
	text = strings.Trim(strings.TrimPrefix(strings.TrimPrefix(text, "Source:"), "Agencies:"), " ()[]-–—/.:*")
	if text == "" {
		return nil
	}
	var names []string
	for _, part := range splitNames(text) {
		name := agencyNamed(part)
		if name == "" {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// isNameLine reports whether a line before the running text is no more than names:
// of writers, of the outlet; behind a headline any line that looks like one.
func (s *sheet) isNameLine(i int) bool {
	shape := s.blocks[i].shape
	if text := s.blocks[i].text; shape.words <= 16 && (allPersons(text) || sameOutlet(text, s.report.Outlet) || knownName(text) || isSpecialTo(text)) {
		return true
	}
	if s.headline >= 0 && i > s.headline && shape.words <= 6 && !shape.ends && endsInWriter(s.blocks[i].text) {
		return true
	}
	return s.headline >= 0 && i > s.headline && shape.words >= 1 && shape.words <= 6 && shape.glue <= 1 && shape.capitals == shape.words-shape.glue && !shape.ends
}

// endsInWriter reports whether a line ends in the word for one who writes.
func endsInWriter(text string) bool {
	switch strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]) {
	case "reporter", "correspondent", "staff", "editor", "desk", "writer", "bureau", "reporters", "contributor", "columnist":
		return true
	}
	return false
}

func allPersons(text string) bool {
	names := splitNames(text)
	for _, name := range names {
		if !isPersonName(name) {
			return false
		}
	}
	return len(names) > 0
}

func isSpecialTo(text string) bool {
	return strings.HasPrefix(text, "Special to ") || strings.HasPrefix(text, "Special for ") || strings.HasPrefix(text, "For ") && strings.Contains(text, ".com")
}

// markRepeats tells blocks whose words stand again, and fuller, in a later block.
func (s *sheet) markRepeats() {
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != "" || b.clutter || b.shape.words < 5 || i > s.first+2 {
			continue
		}
		bare := strings.TrimRight(plainLine(strings.TrimLeft(b.text, "*•–- ")), " ")
		for j := i + 1; j < len(s.blocks) && j < i+12; j++ {
			if later := &s.blocks[j]; !later.clutter && len(later.text)-later.opening >= len(b.text)-4 && strings.Contains(plainLine(later.text), bare+" ") {
				b.kind = onrecord.Repeat
				break
			}
		}
	}
}

// markSubheads tells short lines between paragraphs that head what follows.
func (s *sheet) markSubheads() {
	for i := s.first + 1; i+1 < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind != "" || b.clutter || b.shape.words > 10 || b.shape.quoted || endsSentence(b.text) && !strings.HasSuffix(b.text, "?") {
			continue
		}
		if next := &s.blocks[i+1]; !next.clutter && next.shape.isSentence() && (s.blocks[i-1].shape.isSentence() || s.blocks[i-1].clutter) {
			b.kind = onrecord.Subhead
		}
	}
}
