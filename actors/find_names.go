package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// found is a name of a known actor in a text.
type found struct {
	first, end int // words [first, end)
	actor      int32
	use        use
	weak       bool
	rivals     []int32
	certainty  float64
	place      bool // a city that is only a place here: "in Moscow"
}

// finder finds the names of known actors in one text.
type finder struct {
	table *table
	text  string
	words []word
	keys  map[string]bool // folded words of the text, for hints
	sure  map[int32]int   // how often an actor is named by a spelling of its own
	taken map[string]bool // surnames that the text gives to others: the Abbas of "Hassan Abbas"
}

func newFinder(t *table, text string) *finder {
	f := &finder{table: t, text: text, words: splitWords(text), keys: map[string]bool{}, taken: map[string]bool{}, sure: map[int32]int{}}
	for _, w := range f.words {
		f.keys[w.key] = true
	}
	return f
}

// findNames finds the known names of the text, longest first, and of each
// spelling that several actors share the one that the rest of the text speaks for.
func (f *finder) findNames() []found {
	all := make([][]hit, len(f.words))
	for i := range f.words {
		all[i] = f.table.names.hitsAt(f.text, f.words, i)
	}
	f.weighEvidence(all)
	var names []found
	for i := 0; i < len(f.words); i++ {
		if n, ok := f.best(all[i]); ok {
			names = append(names, n)
			i = n.end - 1
		}
	}
	return names
}

// weighEvidence counts the names that need no choice.
func (f *finder) weighEvidence(all [][]hit) {
	for i := 0; i < len(all); i++ {
		if len(all[i]) == 0 {
			continue
		}
		longest := all[i][len(all[i])-1]
		f.noteSurname(longest)
		only, ok := soleActor(longest.spellings)
		if ok && !f.isForeignSurname(longest, longest.spellings[0]) && !f.isShouted(longest) {
			f.sure[only]++
		}
		if ok || !anyWeak(longest.spellings) {
			i = longest.end - 1
		}
	}
}

func anyWeak(list []spelling) bool {
	return slices.ContainsFunc(list, func(s spelling) bool { return s.weak })
}

// noteSurname keeps the surnames that follow a first name which is not that of
// the person the tables know.
func (f *finder) noteSurname(h hit) {
	if s := h.spellings[0]; s.use == asSurname && f.isForeignSurname(h, s) {
		f.taken[f.words[h.first].key] = true
	}
}

// soleActor gives the actor that all sure spellings belong to.
func soleActor(list []spelling) (int32, bool) {
	if anyWeak(list) {
		return 0, false
	}
	for _, s := range list[1:] {
		if s.actor != list[0].actor {
			return 0, false
		}
	}
	return list[0].actor, true
}

// best takes the longest hit that the text bears out.
func (f *finder) best(hits []hit) (found, bool) {
	for _, h := range slices.Backward(hits) {
		if f.isShouted(h) {
			continue
		}
		if n, ok := f.choose(h); ok {
			return n, true
		}
	}
	return found{}, false
}

// choose weighs the actors that share a spelling.
func (f *finder) choose(h hit) (found, bool) {
	best, bestScore := spelling{}, 0
	var rivals []int32
	for _, s := range h.spellings {
		score := f.score(h, s)
		if score == 0 {
			continue
		}
		rivals = append(rivals, s.actor)
		if score > bestScore {
			best, bestScore = s, score
		}
	}
	if bestScore == 0 {
		return found{}, false
	}
	rivals = slices.DeleteFunc(rivals, func(a int32) bool { return a == best.actor })
	slices.Sort(rivals)
	n := found{first: h.first, end: h.end, actor: best.actor, use: best.use, weak: best.weak, rivals: slices.Compact(rivals)}
	n.certainty = 0.98
	if best.weak || len(n.rivals) > 0 {
		n.certainty = 0.8
	}
	return n, true
}

// score says how much speaks for a spelling's actor; 0: it is not meant.
func (f *finder) score(h hit, s spelling) int {
	if f.isForeignSurname(h, s) || f.isLoneLetter(h) || s.weak && s.the && !f.standsAlone(h) {
		return 0
	}
	if s.use == asSurname && f.taken[f.words[h.first].key] && f.sure[s.actor] == 0 || f.isFirstName(h, s) {
		return 0
	}
	e, score := &f.table.entries[s.actor], 2
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
