package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Relation is how two stand to each other on a topic.
type Relation string

// The relations.
const (
	Aligned Relation = "aligned"
	Opposed Relation = "opposed"
	Partly  Relation = "partly" // under a condition, or both at once
)

// Alignment is how two holders stand to each other on one topic, over time.
type Alignment struct {
	A      Actor   `json:"a"`
	B      Actor   `json:"b"`
	Topic  *Topic  `json:"issue"`
	Spells []Spell `json:"spells"`
}

// Spell is a time during which the relation is the same, with the statements of both
// sides that show it. One side alone may tell it: "our interests coincide".
type Spell struct {
	Is   Relation   `json:"is"`
	When EDTF       `json:"when"`
	OfA  []Evidence `json:"of_a"`
	OfB  []Evidence `json:"of_b"`
}

// Compare gives the alignments of two holders by topic; issue may choose some.
func (r *Record) Compare(ctx context.Context, a, b onrecord.ActorID, issue string) ([]Alignment, error) {
	topics, err := r.Topics(ctx, issue)
	if err != nil {
		return nil, err
	}
	ofA, err := r.stands(ctx, a, topics, issue != "")
	if err != nil {
		return nil, err
	}
	ofB, err := r.stands(ctx, b, topics, issue != "")
	if err != nil {
		return nil, err
	}
	c := &comparison{Record: r, a: a, b: b}
	return c.onEach(ctx, topics, r.byTopic(ofA), r.byTopic(ofB))
}

type comparison struct {
	*Record
	a, b   onrecord.ActorID
	isBare bool // the relation alone is asked for, not the words
}

// step is a statement of either side, in the order of time.
type step struct {
	store.Stand
	ofA bool
}

// on goes through the statements of both sides on one topic. What one says of the other tells
// the relation by itself; else it follows from where both last stood.
func (c *comparison) on(ctx context.Context, t *Topic, ofA, ofB []store.Stand) (al Alignment, err error) {
	al = Alignment{Topic: t}
	if al.A, err = c.Actor(ctx, c.a); err != nil {
		return al, err
	}
	if al.B, err = c.Actor(ctx, c.b); err != nil {
		return al, err
	}
	var last [2]*step // where A and B last stood to the thing itself
	for _, s := range inTime(ofA, ofB) {
		is, shown := c.relate(&s, &last)
		if is == "" {
			continue
		}
		if err := c.show(ctx, &al, is, shown); err != nil {
			return al, err
		}
	}
	return al, nil
}

func inTime(ofA, ofB []store.Stand) (steps []step) {
	for _, d := range ofA {
		steps = append(steps, step{d, true})
	}
	for _, d := range ofB {
		steps = append(steps, step{d, false})
	}
	slices.SortStableFunc(steps, func(x, y step) int {
		return cmp.Or(cmp.Compare(orLast(x.Day), orLast(y.Day)), cmp.Compare(x.Ref.Report, y.Ref.Report), cmp.Compare(x.Start, y.Start))
	})
	return steps
}

func orLast(day string) string { return cmp.Or(day, "9999") }

// relate gives the relation that a step shows, and the steps that show it.
func (c *comparison) relate(s *step, last *[2]*step) (Relation, []*step) {
	other := c.b
	mine, theirs := 0, 1
	if !s.ofA {
		other, mine, theirs = c.a, 1, 0
	}
	if s.Toward == other {
		if !s.Together {
			last[mine] = s
		}
		return relationOf(s.Stance, onrecord.StanceFor), []*step{s}
	}
	if s.Together { // with somebody else
		return "", nil
	}
	last[mine] = s
	if last[theirs] == nil {
		return "", nil
	}
	return relationOf(s.Stance, last[theirs].Stance), []*step{last[theirs], s}
}

func relationOf(x, y onrecord.Stance) Relation {
	switch {
	case x == onrecord.StanceMixed || y == onrecord.StanceMixed || x == onrecord.StanceConditional || y == onrecord.StanceConditional:
		return Partly
	case x == y:
		return Aligned
	}
	return Opposed
}

// show adds what steps show to the last spell, or begins another.
func (c *comparison) show(ctx context.Context, al *Alignment, is Relation, steps []*step) error {
	day := onrecord.Date(steps[len(steps)-1].Day)
	if n := len(al.Spells); n == 0 || al.Spells[n-1].Is != is {
		al.Spells = append(al.Spells, Spell{Is: is, When: NewEDTF(day, day), OfA: []Evidence{}, OfB: []Evidence{}})
	}
	spell := &al.Spells[len(al.Spells)-1]
	spell.When = spell.When.through(day)
	if c.isBare {
		return nil
	}
	for _, s := range steps {
		e, err := c.evidence(ctx, statementRef(s.Ref), onrecord.Span{Start: s.Start, End: s.End})
		if err != nil {
			return err
		}
		into := &spell.OfA
		if !s.ofA {
			into = &spell.OfB
		}
		if !slices.ContainsFunc(*into, func(o Evidence) bool { return o.same(&e) }) {
			*into = append(*into, e)
		}
	}
	return nil
}
