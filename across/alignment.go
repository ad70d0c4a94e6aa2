package across

import (
	"cmp"
	"context"
	"errors"
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
	all, err := r.Outline(ctx, a, b, issue)
	if err != nil {
		return nil, err
	}
	for i := range all {
		for j := range all[i].Spells {
			sp := &all[i].Spells[j]
			if err := errors.Join(r.Quote(ctx, sp.OfA), r.Quote(ctx, sp.OfB)); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// Outline is Compare without the words: those adds [Record.Quote].
func (r *Record) Outline(ctx context.Context, a, b onrecord.ActorID, issue string) ([]Alignment, error) {
	c := &comparison{Record: r, a: a, b: b}
	return c.alignments(ctx, issue)
}

// alignments gives the alignments on those topics on which the two have one.
func (c *comparison) alignments(ctx context.Context, issue string) (all []Alignment, err error) {
	topics, err := c.common(ctx, issue)
	if err != nil {
		return nil, err
	}
	chosen := issue != "" || c.standing != nil
	ofA, err := c.stands(ctx, c.a, topics, chosen)
	if err != nil {
		return nil, err
	}
	ofB, err := c.stands(ctx, c.b, topics, chosen)
	if err != nil {
		return nil, err
	}
	onA, onB := c.byTopic(ofA), c.byTopic(ofB)
	for _, t := range topics {
		if len(onA[t])+len(onB[t]) == 0 {
			continue
		}
		one, err := c.on(ctx, t, onA[t], onB[t])
		if err != nil {
			return nil, err
		}
		if len(one.Spells) > 0 {
			all = append(all, one)
		}
	}
	return all, nil
}

// common gives the topics on which the two may be compared, as far as that is known before their stands are read.
func (c *comparison) common(ctx context.Context, issue string) ([]*Topic, error) {
	topics, err := c.Topics(ctx, issue)
	if err != nil || c.standing == nil {
		return topics, err
	}
	var both []*Topic
	for _, id := range c.standing.between(c.a, c.b) {
		if t := c.topics.byID[id]; issue == "" || slices.Contains(topics, t) {
			both = append(both, t)
		}
	}
	slices.SortFunc(both, func(a, b *Topic) int { return cmp.Compare(a.at, b.at) })
	return slices.Compact(both), nil
}

// byTopic parts stands by their topics, which must have been read.
func (r *Record) byTopic(stands []store.Stand) map[*Topic][]store.Stand {
	parted := map[*Topic][]store.Stand{}
	for _, d := range stands {
		if t := r.topics.byID[d.Topic]; t != nil {
			parted[t] = append(parted[t], d)
		}
	}
	return parted
}

type comparison struct {
	*Record
	a, b   onrecord.ActorID
	isBare bool // the relation alone is asked for, not what shows it
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
		c.show(&al, is, shown)
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
func (c *comparison) show(al *Alignment, is Relation, steps []*step) {
	day := onrecord.Date(steps[len(steps)-1].Day)
	if n := len(al.Spells); n == 0 || al.Spells[n-1].Is != is {
		al.Spells = append(al.Spells, Spell{Is: is, When: NewEDTF(day, day), OfA: []Evidence{}, OfB: []Evidence{}})
	}
	spell := &al.Spells[len(al.Spells)-1]
	spell.When = spell.When.through(day)
	if c.isBare {
		return
	}
	for _, s := range steps {
		e := pointer(&s.Stand)
		into := &spell.OfA
		if !s.ofA {
			into = &spell.OfB
		}
		if !slices.ContainsFunc(*into, func(o Evidence) bool { return o.same(&e) }) {
			*into = append(*into, e)
		}
	}
}
