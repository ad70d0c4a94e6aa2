package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// isDoubtful reports whether one word, taken by the tagger for a person, is more
// likely something else: a known name ("Tbilisi"), a word that the report also
// writes small ("Clash"), an adjective.
func (r *reading) isDoubtful(first, end int) bool {
	if end-first != 1 {
		return r.isPartyTag(first, end)
	}
	if n := r.name(first); n != nil {
		return r.entry(n).Kind != onrecord.PersonActor && !r.isPartOfPerson(r.words[first].key)
	}
	if k := r.words[first].key; isListed("civil", k) || isRoleNoun(k) {
		return true
	}
	if isListed("courtesy", r.words[first].key) || r.isWrittenSmall(r.words[first].key) {
		return true
	}
	t, last := r.a.TokensIn(r.words[first].Span)
	return t < last && r.a.Tokens[t].Deprel == "amod"
}

// isPartOfPerson reports whether a longer name of a person in the report holds
// the word: the Jordan of "Michael Jordan".
func (r *reading) isPartOfPerson(key string) bool { return r.perParts[key] }

func (r *reading) isWrittenSmall(key string) bool { return r.small[key] }

// trimPerson takes titles, countries and "'s" off a name that the tagger took
// too long.
func (r *reading) trimPerson(first, end int) (int, int) {
	for i := first; i < end-1; i++ {
		if n := r.name(i); n != nil && r.entry(n).Kind == onrecord.PersonActor && n.first >= first && n.end <= end && (n.end == end || n.end-n.first > 1) {
			return n.first, n.end
		}
		if isListed("courtesy", r.words[i].key) || i > first && isListed("plaintitle", r.words[i].key) && r.words[i+1].shape != lower {
			first = i + 1
		}
	}
	for first < end-1 && (isTitleWord(r.words[first].key) || r.isAdjectiveName(first) || r.words[first].shape == lower && !isListed("particle", r.words[first].key)) {
		first++
	}
	for end > first && r.isPossessive(end-1) {
		end--
	}
	return first, end
}

func (r *reading) isAdjectiveName(i int) bool {
	n := r.name(i)
	return n != nil && r.entry(n).Kind != onrecord.PersonActor
}

// titledName reads the name after an office or title at word i, "President
// Saakashvili", and gives its end; 0 if there is none.
func (r *reading) titledName(i int) int {
	k := r.words[i].key
	if !(isListed("office", k) || isListed("agent", k) || isListed("courtesy", k)) {
		return 0
	}
	end := i + 1
	for end < len(r.words) && end < i+6 && r.isNamePart(end, i) {
		end++
	}
	for end > i+1 && isListed("particle", r.words[end-1].key) {
		end--
	}
	if end == i+1 {
		return 0
	}
	return end
}

func (r *reading) isNamePart(j, title int) bool {
	w := r.words[j]
	if w.gap != "" && !(w.gap == "." && j == title+1) {
		return false
	}
	if j > title+1 && strings.Contains(r.text[r.words[j-1].End:w.Start], ".") && r.words[j-1].Len() > 2 {
		return false
	}
	if isListed("particle", w.key) && j > title {
		return true
	}
	if n := r.name(j); n != nil && r.entry(n).Kind != onrecord.PersonActor {
		return false
	}
	return w.shape != lower && !isTitleWord(w.key) && !isListed("month", w.key) && !isListed("weekday", w.key) &&
		!isListed("opening", w.key) && !isListed("thing", w.key) && !isListed("bodyadj", w.key) && !r.isPossessive(j) && len(r.table.officeEnds(w)) == 0
}

// officeEnds gives the offices of one word: "Parliament" is no surname.
func (t *table) officeEnds(w word) []spelling {
	if n := t.office.next(w.key); n != nil {
		return n.ends
	}
	return nil
}

// shortID is the id of a name by its first and last words: middle names come and
// go.
func shortID(keys []string) onrecord.ActorID {
	return "person/" + onrecord.ActorID(keys[0]+"-"+keys[len(keys)-1])
}

// nameKeys gives the words of a name that tell: no titles, no initials' stops.
func (r *reading) nameKeys(first, end int) []string {
	var keys []string
	for i := first; i < end; i++ {
		if k := r.words[i].key; !isListed("courtesy", k) && !r.isPossessive(i) {
			keys = append(keys, k)
		}
	}
	return keys
}

// samePerson compares names by their words: equal first and last words, or a
// single word that is the last, the first or any of the fuller name.
func samePerson(full, other []string) bool {
	if len(full) < len(other) {
		full, other = other, full
	}
	if len(other) == 0 {
		return false
	}
	if len(other) == 1 {
		return slices.Contains(full, other[0])
	}
	return full[0] == other[0] && full[len(full)-1] == other[len(other)-1] || isSubList(full, other)
}

// isSubList reports whether the words of part follow each other in whole.
func isSubList(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
