package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// score says how much speaks for a spelling's actor; 0: it is not meant.
func (f *finder) score(h hit, s spelling) int {
	if f.isForeignSurname(h, s) || f.isLoneLetter(h) || s.weak && s.the && !f.standsAlone(h) {
		return 0
	}
	if s.use == asSurname && f.taken[f.words[h.first].key] && f.sure[s.actor] == 0 || f.isFirstName(h, s) {
		return 0
	}
	e, score := &f.table.entries[s.actor], 2
	if s.weak && f.isForeignBody(h, e) {
		return 0
	}
	if s.tail != "" || s.users {
		score += 5
	}
	switch {
	case f.sure[s.actor] > 0 && s.weak:
		score += 2
	case f.sure[s.actor] > 0:
		score += 4
	}
	if slices.ContainsFunc(e.hints, f.isBorneOut) {
		score += 3
	}
	if s.weak {
		if score == 2 || s.users && score == 7 {
			return 0
		}
		score--
	}
	if i, ok := f.table.index[onrecord.ActorID(e.Country)]; ok && i != s.actor && f.sure[i] > 0 {
		score += min(2, 1+f.sure[i]/oftenNamed)
	}
	return score
}

// oftenNamed is how often a country is named in a report that is about it.
const oftenNamed = 3

// isLoneLetter reports whether a name of one letter does not stand where a network
// stands: "wrote on X", not "Malcolm X".
func (f *finder) isLoneLetter(h hit) bool {
	if h.end-h.first != 1 || f.words[h.first].Len() != 1 {
		return false
	}
	return h.first == 0 || !isListed("lettered", f.words[h.first-1].key) || f.words[h.first].gap != "" || !f.standsAlone(h) ||
		strings.HasPrefix(f.text[f.words[h.first].End:], "-")
}

// isBorneOut reports whether the text has the word of a hint, or, for "@USA",
// names that actor.
func (f *finder) isBorneOut(hint string) bool {
	if id, ok := strings.CutPrefix(hint, "@"); ok {
		i, known := f.table.index[onrecord.ActorID(strings.ToUpper(id))]
		return known && f.sure[i] > 0
	}
	return f.keys[hint]
}

// isForeignSurname reports whether a surname follows another first name:
// "Hassan Abbas" is not Mahmoud Abbas.
func (f *finder) isForeignSurname(h hit, s spelling) bool {
	if s.use != asSurname || h.first == 0 {
		return false
	}
	before := f.words[h.first-1]
	if f.words[h.first].gap != "" || before.shape == lower {
		return false
	}
	if f.startsSentence(h.first-1) && isListed("opening", before.key) {
		return false
	}
	return !isTitleWord(before.key) && !isDemonym(f.table, before)
}

// isFirstName reports whether a country's name is somebody's first name: "Chad
// Miller".
func (f *finder) isFirstName(h hit, s spelling) bool {
	if s.use != asName || h.end-h.first != 1 || !isListed("firstname", f.words[h.first].key) || h.end >= len(f.words) {
		return false
	}
	next := f.words[h.end]
	return next.gap == "" && next.shape == initial && !isTitleWord(next.key) && !isListed("thing", next.key) &&
		!isListed("month", next.key) && !isListed("weekday", next.key) && f.table.names.next(next.key) == nil && f.table.office.next(next.key) == nil
}

// standsAlone reports whether no capitalised word follows: "the South", not "the
// South Pacific".
func (f *finder) standsAlone(h hit) bool {
	return h.end >= len(f.words) || f.words[h.end].gap != "" || f.words[h.end].shape == lower
}

// startsSentence reports whether nothing, or the end of a sentence, stands before.
func (f *finder) startsSentence(i int) bool {
	return i == 0 || slices.ContainsFunc([]rune(f.words[i].gap), isBreak)
}

func isBreak(r rune) bool {
	switch r {
	case '.', '\n', '"', '“', '”', ':', '!', '?', ';', '—':
		return true
	}
	return false
}

// isShouted reports whether a short word in capitals stands among capitals, where
// "US" and "IS" may be "us" and "is".
func (f *finder) isShouted(h hit) bool {
	if h.end-h.first != 1 || f.words[h.first].shape != caps || !isCommonWord(f.words[h.first].key) {
		return false
	}
	return f.isCapsWord(h.first-1) && f.isCapsWord(h.end)
}

func (f *finder) isCapsWord(i int) bool {
	return i < 0 || i >= len(f.words) || f.words[i].shape == caps && f.words[i].Len() > 1
}
