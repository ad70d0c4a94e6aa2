package actors

import "slices"

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
