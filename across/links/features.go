package links

import (
	"math"
	"slices"

	"onrecord/across/words"
)

// FeatureNames are what [Features] gives numbers for, in its order.
func FeatureNames() []string {
	return []string{
		"one", "covers", "common", "shared", "deed of one", "deed of both", "all of one", "all of both", "actors", "concerns",
		"figures differ", "figures same", "years", "denial", "denial of the other's", "confirms", "attitude", "little said",
		"one report", "next", "own words", "opposed", "demands", "only names",
		"answers", "answers the deed", "turns", "turns the deed", "deed and matter", "one attitude", "own words and matter",
	}
}

// Features tells in numbers of about 0 to 1 how two claims fit, for [Learned]; the earlier one first.
func Features(x, y *Claim) []float64 {
	p := closest(x, y)
	if p.a == nil {
		return nil
	}
	var all [2]Clause
	for i, c := range []*Claim{x, y} {
		all[i] = whole(c)
	}
	ofX, ofY := part(&all[0], &all[1]), part(&all[1], &all[0])
	a, b := told01(p.a, p.b), told01(p.b, p.a)
	answers := yes(p.isOpposed() && concerns(x, y.Side) && p.days() <= nearDays)
	turns := yes(p.isOpposed() && p.days() > 7)
	next := x.Report == y.Report && y.No == x.No+1
	return []float64{
		1, p.o.covers(), p.o.common(), min(p.o.shared, 20) / 10, max(a, b), min(a, b), max(ofX, ofY), min(ofX, ofY),
		sameActors(&all[0], &all[1]), (yes(concerns(x, y.Side)) + yes(concerns(y, x.Side))) / 2,
		yes(p.figuresDiffer()), yes(sameFigures(all[0].Figures, all[1].Figures) > 0), math.Log1p(float64(p.days())) / 8,
		yes(x.Denies != y.Denies), yes(x.Denies != y.Denies && (concerns(x, y.Side) || concerns(y, x.Side))), yes(x.Confirms || y.Confirms),
		yes(p.o.attitude), min(bits(&all[0]), bits(&all[1]), 30) / 30,
		yes(x.Report == y.Report), yes(next), yes(inOwnNext(x, y)), yes(p.isOpposed()), yes(p.a.If != p.b.If), yes(p.o.shared == 0),
		answers, answers * max(a, b) * yes(p.o.deeds), turns * max(ofX, ofY), turns * a * b * yes(p.o.deeds), a * b * max(ofX, ofY),
		yes(isAttitude(x) != isAttitude(y)), yes(inOwnNext(x, y) && p.o.shared > 0),
	}
}

// inOwnNext reports whether a quotation stands right behind what its report tells in other words.
func inOwnNext(told, quoted *Claim) bool {
	return told.Report == quoted.Report && quoted.No == told.No+1 && !told.Quoted && quoted.Quoted
}

func yes(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// closest gives the clauses that share most, whatever their deeds are.
func closest(x, y *Claim) pair {
	best := pair{earlier: x, later: y}
	for i := range x.Clauses {
		for j := range y.Clauses {
			a, b := &x.Clauses[i], &y.Clauses[j]
			o := compareClauses(a, b, x.Side, y.Side)
			if best.a == nil || o.all*o.covers() > best.o.all*best.o.covers() {
				best.a, best.b, best.o = a, b, o
			}
		}
	}
	return best
}

// whole is a claim as one clause, with its side among those whom it names.
func whole(c *Claim) (all Clause) {
	for i := range c.Clauses {
		for _, stem := range c.Clauses[i].Terms {
			all.addTerm(stem)
		}
		for _, id := range c.Clauses[i].Actors {
			if !slices.Contains(all.Actors, id) {
				all.Actors = append(all.Actors, id)
			}
		}
		all.Figures = append(all.Figures, c.Clauses[i].Figures...)
	}
	if c.Side != "" && !slices.Contains(all.Actors, c.Side) {
		all.Actors = append(all.Actors, c.Side)
	}
	return all
}

// part is how much of what the terms of c tell those of other tell too.
func part(c, other *Clause) float64 {
	shared := 0.0
	for _, stem := range c.Terms {
		shared += matchTerm(stem, other.Terms).weight
	}
	return shared / max(1, bits(c))
}

func bits(c *Clause) (bits float64) {
	for _, stem := range c.Terms {
		bits += words.Weight(stem)
	}
	return bits
}

// told01 is 1 if a clause's deed is told by the other, 0 if not, and a half if it has none.
func told01(c, other *Clause) float64 {
	if len(c.Deeds) == 0 {
		return 0.5
	}
	return yes(sharesDeed(c, other))
}

func sameActors(a, b *Clause) float64 {
	n := 0
	for _, id := range a.Actors {
		if slices.Contains(b.Actors, id) {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(a.Actors), len(b.Actors))))
}
