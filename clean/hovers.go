package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// hoverReach bounds the text of a hover card, nameReach the name that opens it.
const (
	hoverReach = 600
	nameReach  = 60
)

// markHovers marks the cards that some pages show over a name and their text holds
// in the middle of a sentence: "Ann Teal Ann Mary TealTeal wins vote Rain ends
// drought MORE said". They are titles of other stories and would pass for
// statements.
func (s *sheet) markHovers() {
	for i := range s.blocks {
		if b := &s.blocks[i]; !b.clutter && strings.Contains(b.text, " MORE") {
			b.holes = findHovers(b.text)
		}
	}
}

// findHovers gives the cards of a text, relative to it.
func findHovers(text string) []onrecord.Span {
	var cards []onrecord.Span
	for from := 0; ; {
		at := strings.Index(text[from:], " MORE")
		if at < 0 {
			return cards
		}
		end := from + at + len(" MORE")
		next, _ := utf8.DecodeRuneInString(text[end:])
		if start := hoverStart(text[max(from, runeBorder(text, max(0, end-hoverReach))):end]); start > 0 && !unicode.IsLetter(next) {
			cards = append(cards, onrecord.Span{Start: end - start, End: end})
		}
		from = end
	}
}

// hoverStart tells how many bytes before its end the card of a text begins, 0 if
// there is none: behind a surname that stands again, grown together with a title.
func hoverStart(text string) int {
	word := 0
	var before rune
	for i, r := range text {
		if unicode.IsUpper(r) && unicode.IsLower(before) && i-word >= 3 {
			surname := text[word:i]
			head := text[max(0, word-nameReach):word]
			if at := strings.LastIndex(head, surname+" "); at >= 0 && !strings.ContainsAny(head[at:], ".;:") {
				return len(text) - (max(0, word-nameReach) + at + len(surname))
			}
		}
		if !unicode.IsLetter(r) && r != '\'' && r != '-' {
			word = i + len(string(r))
		}
		before = r
	}
	return 0
}
