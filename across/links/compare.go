package links

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"onrecord"
)

// Compare tells what two claims have to do with each other; ok is false if nothing. The
// link runs from the one that answers to the one that is answered: the later one, or of
// one day the denial. The order of the arguments does not matter.
func Compare(x, y *Claim) (link onrecord.Link, ok bool) {
	x, y = InOrder(x, y)
	if x.Report == y.Report && x.Span.Overlaps(y.Span) {
		return link, false
	}
	p, v := judgeByRules(x, y)
	if v.kind == "" {
		p, v = judgeLearned(x, y)
	}
	if v.kind == "" {
		return link, false
	}
	from, to := y, x
	if v.backward {
		from, to = x, y
	}
	return onrecord.Link{
		Kind: v.kind, From: from.ref(), To: to.ref(), Certainty: round(v.certainty),
		Why: v.why + ": " + strings.Join(p.o.sharedTerms, " "),
	}, true
}

func judgeByRules(x, y *Claim) (p pair, v verdict) {
	if p = bestPair(x, y); p.isNothing() {
		return p, v
	}
	return p, p.judge()
}

// IsLearned reports whether what is learned decides about two claims, the earlier one first: rules tell nothing, and
// they may fit.
func IsLearned(x, y *Claim) bool {
	_, v := judgeByRules(x, y)
	p := closest(x, y)
	return v.kind == "" && p.a != nil && p.mayFit()
}

// InOrder gives two claims in the order of time.
func InOrder(x, y *Claim) (earlier, later *Claim) {
	if isBefore(y, x) {
		return y, x
	}
	return x, y
}

func (c *Claim) ref() onrecord.StatementRef {
	return onrecord.StatementRef{Report: c.Report, Statement: c.Statement}
}

// isBefore orders claims by day, those of unknown day last, then by report and place.
func isBefore(a, b *Claim) bool {
	if (a.Day == 0) != (b.Day == 0) {
		return b.Day == 0
	}
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Span.Start, b.Span.Start)) < 0
}

// pair is two claims, the earlier one first, with the clauses that fit best.
type pair struct {
	earlier, later *Claim
	a, b           *Clause
	o              overlap
}

func bestPair(x, y *Claim) pair {
	best := pair{earlier: x, later: y}
	for i := range x.Clauses {
		for j := range y.Clauses {
			a, b := &x.Clauses[i], &y.Clauses[j]
			o := compareClauses(a, b, x.Side, y.Side)
			if !(sharesDeed(a, b) && sharesDeed(b, a)) && !deniesAll(a, &o) && !deniesAll(b, &o) && !(x.Denies != y.Denies && best.days() <= soonDays && o.covers() >= deniedThings) {
				continue
			}
			if o.shared > 0 && o.shared*o.covers() > best.o.shared*best.o.covers() {
				best.a, best.b, best.o = a, b, o
			}
		}
	}
	return best
}

// How many bits two clauses must share to be about one thing: beside those whom they name, or
// with them where one denies.
const (
	leastShared = 5.0
	leastDenied = 9.0
	leastPlain  = 3.0 // where little else is said

	soonDays     = 3
	deniedAll    = 0.8
	deniedThings = 0.7 // part of what is said, where a denial words the deed otherwise
)

func (p *pair) isNothing() bool {
	if p.a == nil {
		return true
	}
	isDenial := p.earlier.Denies != p.later.Denies
	isPlain := p.o.shared >= leastPlain && p.o.common() >= 0.6 && p.o.deeds
	return p.o.shared < leastShared && !isPlain && !(isDenial && p.o.shared > 0 && p.o.all >= leastDenied)
}

// negated reports whether a claim's clause says no: by itself, or because the claim is a denial.
func negated(c *Claim, clause *Clause) bool { return clause.Negated || c.Denies }

// isOpposed reports whether one says what the other says is not so.
func (p *pair) isOpposed() bool {
	return (negated(p.earlier, p.a) != negated(p.later, p.b)) != p.o.opposite
}

// sameSide reports whether both are the word of one side, or of one person; two of whom
// nothing is known are not.
func (p *pair) sameSide() bool {
	return p.earlier.Side != "" && p.earlier.Side == p.later.Side || samePerson(p.earlier.Who, p.later.Who)
}

// samePerson takes "person/weber" and "person/anna-weber" for one: some reports give the family name only.
func samePerson(a, b onrecord.ActorID) bool {
	if !isPerson(a) || !isPerson(b) {
		return false
	}
	x, y := strings.TrimPrefix(string(a), "person/"), strings.TrimPrefix(string(b), "person/")
	return x == y || strings.HasSuffix(x, "-"+y) || strings.HasSuffix(y, "-"+x)
}

func isPerson(id onrecord.ActorID) bool { return strings.HasPrefix(string(id), "person/") }

// days lie between the two; of unknown days none.
func (p *pair) days() int {
	if p.earlier.Day == 0 || p.later.Day == 0 {
		return 0
	}
	return p.later.Day - p.earlier.Day
}

// concerns reports whether a claim speaks of a side.
func concerns(c *Claim, side onrecord.ActorID) bool {
	if side == "" {
		return false
	}
	for i := range c.Clauses {
		if slices.Contains(c.Clauses[i].Actors, side) {
			return true
		}
	}
	return false
}

func round(f float64) float64 { return float64(int(min(max(f, 0.05), 0.99)*100+0.5)) / 100 }

func percent(f float64) string { return fmt.Sprintf("%d%%", int(f*100+0.5)) }
