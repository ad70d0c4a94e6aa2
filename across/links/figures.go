package links

import (
	"slices"

	"onrecord/across/words"
)

// nearDays is within how many days figures of one event come, and what is not so is said.
const nearDays = 45

// figuresDiffer reports whether the claims count one thing differently.
func (p *pair) figuresDiffer() bool {
	for i := range p.earlier.Clauses {
		for j := range p.later.Clauses {
			a, b := &p.earlier.Clauses[i], &p.later.Clauses[j]
			if countDifferently(a.Figures, b.Figures) && len(a.Deeds) > 0 && sharesDeed(a, b) {
				return true
			}
		}
	}
	return false
}

func countDifferently(x, y []Figure) bool {
	for _, f := range x {
		for _, g := range y {
			if words.ConceptOf(f.Of).Name == words.ConceptOf(g.Of).Name && f.N != g.N {
				return true
			}
		}
	}
	return false
}

// numbersDiffer reports whether both tell numbers and share none.
func numbersDiffer(a, b *Clause) bool {
	for _, f := range a.Figures {
		if slices.ContainsFunc(b.Figures, func(g Figure) bool { return g.N == f.N }) {
			return false
		}
	}
	return len(a.Figures) > 0 && len(b.Figures) > 0
}
