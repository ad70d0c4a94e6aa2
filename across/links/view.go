package links

import (
	"slices"

	"onrecord/across/words"
)

// view is two claims side by side, the earlier one first: the clauses that fit best, and what features are made of.
type view struct {
	pair
	like, turned *likeness
	whole        [2]Clause  // each claim as one clause
	all, around  [2][]int   // its words among those compared, alone and with those said just before
	inA, inB     []int      // the words of the clauses
	bits         [2]float64 // what each claim tells
	partA, partB float64    // of each clause that the other tells too
	matter       float64    // the larger of them

	own, opposed, toLater, toEarlier, after float64 // 1 or 0: one side's; opposed; the earlier speaks of the later's side; the other way; days later
}

func newView(x, y *Claim) *view {
	v := &view{pair: pair{earlier: x, later: y}, like: newLikeness(x, y)}
	v.turned = v.like.turned()
	for i, c := range []*Claim{x, y} {
		known := v.like.own
		if i == 1 {
			known = v.like.other
		}
		v.whole[i] = whole(c)
		v.bits[i] = bits(&v.whole[i])
		v.all[i] = places(known, v.whole[i].Terms)
		v.around[i] = places(known, append(slices.Clip(v.whole[i].Terms), c.Context...))
	}
	v.chooseClauses()
	v.matter = max(v.partA, v.partB)
	v.own, v.opposed = yes(v.sameSide()), yes(v.isOpposed())
	v.toLater, v.toEarlier, v.after = yes(concerns(x, y.Side)), yes(concerns(y, x.Side)), yes(v.days() > 0)
	return v
}

// chooseClauses finds the clauses that share most in meaning.
func (v *view) chooseClauses() {
	v.a, v.b = &Clause{}, &Clause{}
	most := -1.0
	for i := range v.earlier.Clauses {
		a := &v.earlier.Clauses[i]
		inA := places(v.like.own, a.Terms)
		for j := range v.later.Clauses {
			b := &v.later.Clauses[j]
			inB := places(v.like.other, b.Terms)
			o := compareClauses(a, b, v.earlier.Side, v.later.Side)
			partA, partB := v.like.part(inA, inB), v.turned.part(inB, inA)
			if shared := max(partA, partB)*min(bits(a), bits(b), 20) + 0.2*o.all; shared > most {
				most = shared
				v.a, v.b, v.o, v.inA, v.inB, v.partA, v.partB = a, b, o, inA, inB, partA, partB
			}
		}
	}
}

// leastTold is how much of one claim the other must tell, unless they stand together in one report.
const leastTold = 0.12

// isWorthwhile reports whether enough speaks for a link to seek one.
func (v *view) isWorthwhile() bool {
	x, y := v.earlier, v.later
	return v.like.part(v.all[0], v.all[1]) >= leastTold || v.turned.part(v.all[1], v.all[0]) >= leastTold ||
		x.Report == y.Report && (isNext(x, y) || y.Denies)
}

// areTwoBodies reports whether two states or bodies speak: they do not repeat each other. Nor does one deny itself.
func (v *view) areTwoBodies() bool {
	return v.own == 0 && isBody(v.earlier.Side) && isBody(v.later.Side)
}

func (v *view) isOneBody() bool { return v.own > 0 && isBody(v.earlier.Side) && isBody(v.later.Side) }

// deniesAttitude reports whether a denial stands beside how another stands to a thing, which nobody denies.
func (v *view) deniesAttitude() bool {
	return v.later.Denies && isAttitude(v.earlier) || v.earlier.Denies && isAttitude(v.later)
}

// objectsNear tells how near what is done to is; less than halfway where a clause does not tell it.
func (v *view) objectsNear() float64 {
	if v.a.Object == "" || v.b.Object == "" {
		return 0.3
	}
	return v.like.closest(places(v.like.own, []string{v.a.Object}), places(v.like.other, []string{v.b.Object}))
}

// deedNear tells how near a deed of a clause comes to a word of the other; less than halfway where it has none.
func deedNear(l *likeness, deeds []string, others []int) float64 {
	if len(deeds) == 0 {
		return 0.4
	}
	return l.closest(places(l.own, deeds), others)
}

// isNext reports whether a statement follows another in their report.
func isNext(x, y *Claim) bool { return x.Report == y.Report && y.No == x.No+1 }

// inOwnNext reports whether a quotation stands right behind what its report tells in other words.
func inOwnNext(told, quoted *Claim) bool {
	return isNext(told, quoted) && !told.Quoted && quoted.Quoted
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

func bits(c *Clause) (bits float64) {
	for _, stem := range c.Terms {
		bits += words.Weight(stem)
	}
	return bits
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

// isAttitude reports whether a claim tells how its side stands to a thing, and not what is so.
func isAttitude(c *Claim) bool {
	return len(c.Clauses) > 0 && len(c.Clauses[0].Deeds) > 0 && words.ConceptOf(c.Clauses[0].Deeds[0]).Attitude
}
