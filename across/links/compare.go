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
func Compare(x, y *Claim) (link onrecord.Link, ok bool) { return learned().Compare(x, y) }

// Compare is as [Compare], by the weights of a model.
func (m *Model) Compare(x, y *Claim) (link onrecord.Link, ok bool) {
	link, _, ok = m.compare(x, y)
	return link, ok
}

// compare also tells how strongly a link was found.
func (m *Model) compare(x, y *Claim) (link onrecord.Link, strength float64, ok bool) {
	x, y = InOrder(x, y)
	if x.Report == y.Report && x.Span.Overlaps(y.Span) {
		return link, 0, false
	}
	v, ok := newView(x, y)
	if !ok {
		return link, 0, false
	}
	found, ok := m.judge(v)
	if !ok {
		return link, 0, false
	}
	from, to := y, x
	if found.backward {
		from, to = x, y
	}
	link = onrecord.Link{Kind: found.kind, From: from.ref(), To: to.ref(), Certainty: round(found.certainty), Why: v.why(found.kind)}
	return link, round(found.strength), true
}

// why tells by what a link was found: in what manner, and the words that both share.
func (v *view) why(kind onrecord.LinkKind) string {
	how := map[onrecord.LinkKind]string{
		onrecord.Repeats: "says the same", onrecord.Denies: "says that it is not so", onrecord.Confirms: "another side says so",
		onrecord.Contradicts: "says otherwise", onrecord.Revises: "says otherwise than before",
	}[kind]
	switch {
	case kind == onrecord.Repeats && inOwnNext(v.earlier, v.later):
		how = "in its own words"
	case kind == onrecord.Denies && (v.earlier.Denies || v.later.Denies):
		how = "denial"
	case kind == onrecord.Confirms && v.later.Confirms:
		how = "admits"
	case (kind == onrecord.Contradicts || kind == onrecord.Revises) && numbersDiffer(v.whole[0], v.whole[1]):
		how = "another figure"
	case kind == onrecord.Revises && v.a.If != v.b.If:
		how = "under another condition"
	}
	if shared := v.like.sharedWords(v.inA, v.inB); shared != "" {
		how += ", " + percent(v.matter) + ": " + shared
	}
	return how
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

// isBody reports whether a side is known and no person.
func isBody(side onrecord.ActorID) bool { return side != "" && !isPerson(side) }

func isPerson(id onrecord.ActorID) bool { return strings.HasPrefix(string(id), "person/") }

// inReport reports whether both stand in one report.
func (p *pair) inReport() bool { return p.earlier.Report == p.later.Report }

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
