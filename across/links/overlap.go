package links

import (
	"slices"

	"onrecord"
	"onrecord/across/words"
)

const (
	actorWeight  = 3.0 // bits that a shared actor tells; most statements of a record share some
	figureWeight = 4.0
	alike        = 0.8 // part of its weight that a word counts where another of its concept stands
)

// overlap is what two clauses have in common.
type overlap struct {
	shared   float64 // bits of shared terms, without actors
	all      float64 // with actors
	opposite bool    // an odd number of shared terms mean the opposite
	attitude bool    // a shared deed tells how somebody stands to a thing
}

// match is a term in both clauses.
type match struct {
	weight   float64
	opposite bool
}

func matchTerm(stem string, in *Clause) (best match) {
	mine, all := words.ConceptOf(stem), in.concepts()
	for i, other := range in.Terms {
		theirs := &all[i]
		if theirs.Name != mine.Name {
			continue
		}
		w := min(words.Weight(stem), words.Weight(other))
		if stem != other {
			w *= alike
		}
		if w > best.weight {
			best = match{w, mine.Opposite != theirs.Opposite}
		}
	}
	return best
}

// sharesDeed reports whether a clause's deed, if it has one, is told by the other too.
func sharesDeed(c, other *Clause) bool {
	for _, stem := range c.Deeds {
		if matchTerm(stem, other).weight > 0 {
			return true
		}
	}
	return len(c.Deeds) == 0
}

// compareClauses weighs what two clauses share. Each side's own actor counts as named by its
// words where the other clause names it.
func compareClauses(a, b *Clause, sideA, sideB onrecord.ActorID) overlap {
	o := overlap{}
	for _, stem := range a.Terms {
		m := matchTerm(stem, b)
		if m.weight == 0 {
			continue
		}
		o.shared += m.weight
		o.opposite = o.opposite != m.opposite
		o.attitude = o.attitude || words.ConceptOf(stem).Attitude
	}
	o.shared += figureWeight * float64(sameFigures(a.Figures, b.Figures))
	o.all = o.shared
	for _, id := range a.Actors {
		if slices.Contains(b.Actors, id) || id == sideB {
			o.all += actorWeight
		}
	}
	if sideA != "" && !slices.Contains(a.Actors, sideA) && slices.Contains(b.Actors, sideA) {
		o.all += actorWeight
	}
	o.all = min(o.all, max(told(a), told(b)))
	return o
}

func told(c *Clause) (bits float64) {
	for _, stem := range c.Terms {
		bits += words.Weight(stem)
	}
	return bits + actorWeight*float64(len(c.Actors)) + figureWeight*float64(len(c.Figures))
}

func sameFigures(a, b []Figure) (n int) {
	for _, f := range a {
		if slices.ContainsFunc(b, func(g Figure) bool { return f.N == g.N && words.ConceptOf(f.Of).Name == words.ConceptOf(g.Of).Name }) {
			n++
		}
	}
	return n
}
