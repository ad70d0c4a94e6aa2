package links

import (
	"math"

	"onrecord"
	"onrecord/across/words"
)

// verdict is what a pair is judged to be; kind "" is nothing.
type verdict struct {
	kind      onrecord.LinkKind
	backward  bool // from the earlier to the later: a denial that stands before what it denies
	why       string
	certainty float64
}

// Shares of words that make two clauses one claim, and days within which they can be.
const (
	sameCommon    = 0.38 // of both
	clearCommon   = 0.75
	sameCovers    = 0.7 // of the smaller
	sameShared    = 8.0 // bits
	denialCovers  = 0.5
	confirmCommon = 0.55 // where no word of confirming stands
	turnCovers    = 0.6
	turnCommon    = 0.5 // where a word of the opposite meaning is all that sets them apart
	nearDays      = 45  // figures of one event come within
	factDays      = 200 // what is so now need not have been so before
	denialDays    = 1500
)

func (p *pair) judge() verdict {
	switch {
	case p.earlier.Denies != p.later.Denies && !p.sameSide():
		return p.judgeDenial()
	case p.sameSide():
		return p.judgeOwn()
	case p.later.Confirms && !p.earlier.Denies && !p.isOpposed():
		return p.judgeConfirmation()
	case p.earlier.Denies: // both deny; two who deny one thing have nothing to do with each other
		return verdict{}
	}
	return p.judgeOther()
}

// judgeDenial looks at a denial and what it may deny.
func (p *pair) judgeDenial() verdict {
	denial, claim, clause := p.later, p.earlier, p.b
	if p.earlier.Denies {
		denial, claim, clause = p.earlier, p.later, p.a
	}
	covered := min(1, p.o.all/max(1, told(clause)))
	if !p.isOpposed() || covered < denialCovers || p.days() > denialDays || !p.areConcerned(denial, claim) || isAttitude(claim) {
		return verdict{}
	}
	v := verdict{kind: onrecord.Denies, backward: denial == p.earlier, certainty: p.fade(covered), why: "denial covers " + percent(covered)}
	if v.backward && p.days() > 0 { // said again after it was denied
		v.kind, v.backward = onrecord.Contradicts, false
		v.why = "said in spite of a denial, " + percent(covered)
	}
	return v
}

// judgeConfirmation looks at what is admitted, and another side's word that it may admit.
func (p *pair) judgeConfirmation() verdict {
	covered := min(1, p.o.all/max(1, told(p.b)))
	if covered < denialCovers || p.days() > denialDays || !p.areConcerned(p.later, p.earlier) {
		return verdict{}
	}
	return verdict{kind: onrecord.Confirms, certainty: p.fade(covered), why: "admits " + percent(covered)}
}

// areConcerned reports whether a denial and a claim are about those who make them.
func (p *pair) areConcerned(denial, claim *Claim) bool {
	if p.days() <= 7 && p.o.shared >= 1.4*leastShared {
		return true
	}
	return concerns(claim, denial.Side) || concerns(denial, claim.Side) || claim.Side == "" || p.o.shared >= 2*leastShared
}

// judgeOwn looks at two statements of one side.
func (p *pair) judgeOwn() verdict {
	covers, common := p.o.covers(), p.o.common()
	switch {
	case p.o.attitude && !p.sameObject():
		return verdict{}
	case p.isOpposed() && (covers >= turnCovers && !p.o.opposite || common >= turnCommon || p.o.attitude && covers >= turnCovers) && (p.days() > 0 || p.later.Confirms):
		return verdict{kind: onrecord.Revises, certainty: p.fade(covers), why: "says the opposite of what it said, " + percent(covers)}
	case p.isOpposed() && p.later.Confirms && covers >= denialCovers && !p.o.opposite:
		return verdict{kind: onrecord.Revises, certainty: p.fade(covers), why: "admits what it said was not so, " + percent(covers)}
	case p.isOpposed():
		return verdict{}
	case p.a.If != p.b.If && p.days() > 0 && p.isSame():
		return verdict{kind: onrecord.Revises, certainty: p.fade(common), why: "under another condition, " + percent(common)}
	case p.figuresDiffer() && common >= sameCommon && p.days() <= nearDays:
		return verdict{kind: onrecord.Revises, certainty: p.fade(common), why: "another figure, " + percent(common)}
	case p.isSame():
		return verdict{kind: onrecord.Repeats, certainty: p.fade(common), why: "same words " + percent(common)}
	}
	return verdict{}
}

// judgeOther looks at statements of two sides, of which none is a denial by its cue.
func (p *pair) judgeOther() verdict {
	covers, common := p.o.covers(), p.o.common()
	switch {
	case !p.isSame(), p.o.attitude, p.a.If != p.b.If && p.isOpposed(), !p.o.deeds && common < confirmCommon && !p.isOpposed():
		return verdict{} // how two sides stand to a thing makes none of them wrong
	case p.isOpposed() && (p.days() > factDays || p.o.opposite && common < turnCommon):
		return verdict{}
	case p.isOpposed() && concerns(p.earlier, p.later.Side):
		return verdict{kind: onrecord.Denies, certainty: p.fade(covers), why: "says that it is not so, " + percent(covers)}
	case p.isOpposed():
		return verdict{kind: onrecord.Contradicts, certainty: p.fade(covers), why: "says the opposite, " + percent(covers)}
	case p.figuresDiffer() && p.days() <= nearDays:
		return verdict{kind: onrecord.Contradicts, certainty: p.fade(common), why: "another figure, " + percent(common)}
	}
	if !p.later.Confirms && common < confirmCommon {
		return verdict{}
	}
	return verdict{kind: onrecord.Confirms, certainty: p.fade(common), why: "another side says the same, " + percent(common)}
}

// sameObject reports whether two attitudes are to one thing.
func (p *pair) sameObject() bool {
	a, b := p.a.Object, p.b.Object
	return a == "" || b == "" || words.ConceptOf(a).Name == words.ConceptOf(b).Name
}

// isSame reports whether the clauses make one claim but for its sign and figures.
func (p *pair) isSame() bool {
	if deniesAll(p.a, &p.o) || deniesAll(p.b, &p.o) {
		return true
	}
	if (len(p.a.Deeds) == 0) != (len(p.b.Deeds) == 0) && p.o.common() < clearCommon {
		return false // one tells a deed, the other only a matter
	}
	return p.o.common() >= sameCommon || p.o.covers() >= sameCovers && p.o.shared >= sameShared
}

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

// fade makes a link less certain the more years lie between.
func (p *pair) fade(certainty float64) float64 {
	return certainty * math.Exp2(-float64(p.days())/(10*365))
}
