package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// beforeCard ends a name before the card that some pages leave behind it, which tells
// the full name and, grown together with the surname, the title of another story: "Ann
// Teal Ann Mary TealTeal wins", "Teal Ann Mary Teal2021". It gives the end of the name.
func (r *reading) beforeCard(first, end int) int {
	for i := first; i < end; i++ {
		name := r.text[r.words[i].Start:r.words[i].End]
		if len(name) < shortestSurname || r.words[i].shape == lower {
			continue
		}
		for j := i + 1; j < end; j++ {
			rest, glued := strings.CutPrefix(r.text[r.words[j].Start:r.words[j].End], name)
			if next, _ := utf8.DecodeRuneInString(rest); glued && (unicode.IsUpper(next) || unicode.IsDigit(next)) {
				return i + 1
			}
		}
	}
	return end
}

const shortestSurname = 3

// isPartyTag tells the bracket behind an American lawmaker, "D-N.Y.", from a name.
func (r *reading) isPartyTag(first, end int) bool {
	if end-first < 2 || r.text[r.words[first].End:r.words[first+1].Start] != "-" {
		return false
	}
	switch r.words[first].key {
	case "d", "r", "i":
		return r.words[first].shape != lower && r.words[first+1].shape != lower
	}
	return false
}
