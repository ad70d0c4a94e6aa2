package links

import (
	"slices"

	"onrecord/across/words"
)

// view is two claims side by side, the earlier one first: the clauses that fit best, and what features are made of.
type view struct {
	pair
	like         *likeness
	all          [2][]int   // the words of each among those compared
	told         [2]float64 // how much of each claim the other tells too
	whole        [2]*Clause // each claim as one clause
	bits         [2]float64 // what each claim tells
	inA, inB     []int      // the words of the clauses
	partA, partB float64    // of each clause that the other tells too
	matter       float64    // the larger of them
	aroundBoth   float64    // what each shares with the other, taken with what was said just before
	aroundOne    float64    // what one shares with the other so taken

	kin float64 // how much the matters of two reports have in common, of mostKin words

	own, opposed, toLater, toEarlier, after float64 // 1 or 0: one side's; opposed; the earlier speaks of the later's side; the other way; days later
}

// newView gives the view of two claims, the earlier one first; ok is false where so little speaks for a link that none
// is sought.
func newView(x, y *Claim) (v *view, ok bool) {
	v = &view{pair: pair{earlier: x, later: y}}
	if !v.isOneMatter() {
		return v, false
	}
	v.like = newLikeness(x, y)
	v.whole = [2]*Clause{x.asOne(), y.asOne()}
	v.all = [2][]int{places(v.like.rows, v.whole[0].Terms), places(v.like.columns, v.whole[1].Terms)}
	v.told[0], v.told[1] = v.like.parts(v.all[0], v.all[1])
	if !v.isWorthwhile() {
		return v, false
	}
	v.chooseClauses()
	v.lookAround()
	v.bits = [2]float64{bits(v.whole[0]), bits(v.whole[1])}
	v.matter = max(v.partA, v.partB)
	v.own, v.opposed = yes(v.sameSide()), yes(v.isOpposed())
	v.toLater, v.toEarlier, v.after = yes(concerns(x, y.Side)), yes(concerns(y, x.Side)), yes(v.days() > 0)
	return v, true
}

// Of two reports that are linked the matters nearly always have some words in common: in the stories and in judged
// raw news 1 to 4 in 100 have fewer than leastKin.
const (
	leastKin = 2
	mostKin  = 6 // so many, and it is one matter for sure
)

// isOneMatter reports whether two reports are about one matter, as far as their words tell.
func (v *view) isOneMatter() bool {
	x, y := v.earlier, v.later
	if x.Report == y.Report {
		return true
	}
	shared := x.Matter.shared(y.Matter)
	v.kin = float64(min(shared, mostKin)) / mostKin
	return shared >= leastKin
}

// chooseClauses finds the clauses that share most in meaning.
func (v *view) chooseClauses() {
	v.a, v.b = &Clause{}, &Clause{}
	most := -1.0
	for i := range v.earlier.Clauses {
		a := &v.earlier.Clauses[i]
		inA := places(v.like.rows, a.Terms)
		for j := range v.later.Clauses {
			b := &v.later.Clauses[j]
			inB := places(v.like.columns, b.Terms)
			o := compareClauses(a, b, v.earlier.Side, v.later.Side)
			partA, partB := v.like.parts(inA, inB)
			if shared := max(partA, partB)*min(bits(a), bits(b), 20) + 0.2*o.all; shared > most {
				most = shared
				v.a, v.b, v.o, v.inA, v.inB, v.partA, v.partB = a, b, o, inA, inB, partA, partB
			}
		}
	}
}

// lookAround compares what was said just before in two reports.
func (v *view) lookAround() {
	if v.earlier.Report == v.later.Report {
		return
	}
	x := places(v.like.rows, append(slices.Clip(v.whole[0].Terms), v.earlier.Context...))
	y := places(v.like.columns, append(slices.Clip(v.whole[1].Terms), v.later.Context...))
	v.aroundBoth = min(v.like.parts(x, y))
	ofX, _ := v.like.parts(v.all[0], y)
	_, ofY := v.like.parts(x, v.all[1])
	v.aroundOne = max(ofX, ofY)
}

// leastTold is how much of one claim the other must tell, unless in one report another voice may answer it, mostAnswered
// or fewer statements later.
const (
	leastTold    = 0.12
	mostAnswered = 6
)

// isWorthwhile reports whether enough speaks for a link to seek one.
func (v *view) isWorthwhile() bool {
	x, y := v.earlier, v.later
	return max(v.told[0], v.told[1]) >= leastTold ||
		v.inReport() && (isNext(x, y) || y.Denies || y.No-x.No <= mostAnswered && !isOneVoice(x, y))
}

// areTwoBodies reports whether two states or bodies speak: they do not repeat each other.
func (v *view) areTwoBodies() bool {
	return v.own == 0 && isBody(v.earlier.Side) && isBody(v.later.Side)
}

// mayConflict leaves out a body that speaks twice, two who deny one thing, and how somebody stands to a thing: nobody
// denies that, and of two who stand otherwise none is wrong.
func (v *view) mayConflict() bool {
	x, y := v.earlier, v.later
	isOneBody := v.own > 0 && isBody(x.Side) && isBody(y.Side)
	isOfAttitude := v.o.attitude && v.own == 0 || y.Denies && isAttitude(x) || x.Denies && isAttitude(y)
	return !isOneBody && !(x.Denies && y.Denies) && !isOfAttitude
}

// objectsNear tells how near what is done to is; less than halfway where a clause does not tell it.
func (v *view) objectsNear() float64 {
	if v.a.Object == "" || v.b.Object == "" {
		return 0.3
	}
	return v.like.closest(places(v.like.rows, []string{v.a.Object}), places(v.like.columns, []string{v.b.Object}))
}

// deedsNear tells how near a deed of one clause comes to a word of the other; less than halfway where one has none.
func (v *view) deedsNear() (near float64) {
	const unknown = 0.4
	if len(v.a.Deeds) == 0 || len(v.b.Deeds) == 0 {
		near = unknown
	}
	return max(near, v.like.closest(places(v.like.rows, v.a.Deeds), v.inB), v.like.closest(v.inA, places(v.like.columns, v.b.Deeds)))
}

// isNext reports whether a statement follows another in their report.
func isNext(x, y *Claim) bool { return x.Report == y.Report && y.No == x.No+1 }

// inOwnNext reports whether a quotation stands right behind what its report tells in other words.
func inOwnNext(told, quoted *Claim) bool {
	return isNext(told, quoted) && !told.Quoted && quoted.Quoted
}

// asOne is the claim as one clause, with its side among those whom it names. It is kept: a claim is compared with many.
func (c *Claim) asOne() *Clause {
	if c.whole == nil {
		c.whole = c.joined()
	}
	return c.whole
}

func (c *Claim) joined() *Clause {
	all := &Clause{}
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
