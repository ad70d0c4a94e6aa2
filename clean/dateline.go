package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// dateline is what stands before a report's first sentence.
type dateline struct {
	end    int // bytes of its block that it takes with its dash or colon; 0 for none
	place  string
	agency string
	outlet string // the outlet, where it names itself beside the agency
	day    found  // day.End is 0 if none is told
}

func isCaps(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}

// cutDateline takes the dateline off the first running text. A dateline may also
// stand on a line of its own: "JUBA/KHARTOUM | Sun Apr 15, 2012".
func (s *sheet) cutDateline() {
	if s.cutLoneDateline() {
		return
	}
	for i, seen := s.first, 0; i < len(s.blocks) && seen < 3; i++ {
		b := &s.blocks[i]
		if b.clutter || b.kind != "" && b.kind != onrecord.Body {
			continue
		}
		seen++
		if d := readDateline(b.text); d.end > 0 && (seen == 1 || d.agency != "" || d.day.End > 0 || isCaps(d.place) && !d.isColon(b.text)) && !s.isSpeaker(i, d) {
			b.opening, s.dateline = d.end, d
			return
		}
	}
}

// cutLoneDateline takes a dateline that stands on a line of its own before the
// running text: "WASHINGTON —", "Korva:".
func (s *sheet) cutLoneDateline() bool {
	for i := s.first - 1; i > s.headline && i >= s.first-3 && i >= 0 && i < len(s.blocks); i-- {
		b := &s.blocks[i]
		if b.kind != "" || b.clutter || b.shape.words > 6 {
			continue
		}
		if place, rest, _ := strings.Cut(b.text, ","); i == s.first-1 && s.first < len(s.blocks) && len(place) > 3 && isCaps(place) && isPlaceLike(place) && isPlaceLike(strings.TrimSpace(rest)) && readDateline(s.blocks[s.first].text).end == 0 {
			s.dateline, b.kind = dateline{end: len(b.text), place: place}, onrecord.DateLine
			return true
		}
		if !strings.HasSuffix(b.text, ":") && !strings.HasSuffix(b.text, "—") && !strings.HasSuffix(b.text, "–") && !strings.HasSuffix(b.text, "-") {
			continue
		}
		d := readDateline(b.text + " A")
		if place := strings.TrimSuffix(b.text, ":"); d.end == 0 && isPlaceLike(place) {
			d = dateline{end: len(b.text), place: place}
		}
		if d.end > 0 {
			s.dateline, b.kind = d, onrecord.DateLine
			return true
		}
	}
	return false
}

// isPlaceLike reports whether words could be the name of a place: at most three,
// all capitalised.
func isPlaceLike(words string) bool {
	fields := strings.Fields(words)
	for _, f := range fields {
		if first, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(first) || strings.ContainsAny(f, "0123456789,:") {
			return false
		}
	}
	return len(fields) > 0 && len(fields) <= 3 && !isLabel(words)
}

// isColon reports whether a dateline of a block ends in a colon.
func (d *dateline) isColon(text string) bool {
	return strings.HasSuffix(strings.TrimSpace(text[:d.end]), ":")
}

// isSpeaker tells a place in capitals before a colon from the speakers of a
// transcript: those open several blocks.
func (s *sheet) isSpeaker(i int, d dateline) bool {
	if d.agency != "" || d.day.End > 0 || !d.isColon(s.blocks[i].text) {
		return false
	}
	others := 0
	for j := i + 1; j < len(s.blocks) && j < i+30; j++ {
		if other := readDateline(s.blocks[j].text); other.end > 0 && other.isColon(s.blocks[j].text) {
			others++
		}
	}
	return others >= 2
}

// runeBorder is the last rune border at or before n.
func runeBorder(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}
