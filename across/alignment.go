package across

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"onrecord"
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
	c, err := r.comparison(ctx, a, b, issue)
	if err != nil {
		return nil, err
	}
	all, err := c.alignments(ctx, c.weighed())
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

// Outline is Compare of the topics of most words alone, without the words, which [Record.Quote] adds. It tells how many
// topics are left out.
func (r *Record) Outline(ctx context.Context, a, b onrecord.ActorID, issue string, most int) (all []Alignment, others int, err error) {
	c, err := r.comparison(ctx, a, b, issue)
	if err != nil {
		return nil, 0, err
	}
	topics := c.weighed()
	slices.SortStableFunc(topics, func(x, y weighedTopic) int { return cmp.Compare(y.words, x.words) })
	others = max(0, len(topics)-most)
	all, err = c.alignments(ctx, topics[:len(topics)-others])
	return all, others, err
}

// comparison is of two on those topics on which they may have an alignment.
type comparison struct {
	*standing
	record *Record
	a, b   onrecord.ActorID
	common []int32
}

func (r *Record) comparison(ctx context.Context, a, b onrecord.ActorID, issue string) (*comparison, error) {
	topics, err := r.Topics(ctx, issue)
	if err != nil {
		return nil, err
	}
	s, err := r.standsOfTwo(ctx, a, b, topics, issue != "")
	if err != nil {
		return nil, err
	}
	c, isAsked := &comparison{standing: s, record: r, a: a, b: b}, r.topics.choice(topics, issue != "")
	s.eachCommon([2]text{s.numbers[a], s.numbers[b]}, func(topic int32, _ [2][]ownStand) {
		if isAsked(topic) {
			c.common = append(c.common, topic)
		}
	})
	slices.Sort(c.common)
	return c, nil
}

// standsOfTwo gives a standing that has at least what two say of some topics.
func (r *Record) standsOfTwo(ctx context.Context, a, b onrecord.ActorID, topics []*Topic, chosen bool) (*standing, error) {
	if r.standing != nil {
		return r.standing, nil
	}
	all, err := r.ask(ctx, a, topics, chosen)
	if err != nil {
		return nil, err
	}
	ofB, err := r.ask(ctx, b, topics, chosen)
	for _, d := range ofB {
		if d.Holder != a && d.Who != a { // else it is there
			all = append(all, d)
		}
	}
	return standingOf(r.topics, all), err
}

// weighedTopic is a topic with how many words show an alignment.
type weighedTopic struct {
	topic int32
	words int
}

// weighed gives the topics on which the two have an alignment.
func (c *comparison) weighed() (all []weighedTopic) {
	way := newCourse(c.standing, c.a, c.b)
	for _, topic := range c.common {
		n := wordCount(0)
		if way.along(topic, &n); n > 0 {
			all = append(all, weighedTopic{topic, int(n)})
		}
	}
	return all
}

// wordCount counts the words that show a relation.
type wordCount int

func (n *wordCount) begin(Relation)     {}
func (n *wordCount) on(int32)           {}
func (n *wordCount) show(int, ownStand) { *n++ }

// alignments draws the alignments on some topics.
func (c *comparison) alignments(ctx context.Context, topics []weighedTopic) (all []Alignment, err error) {
	way := newCourse(c.standing, c.a, c.b)
	for _, t := range topics {
		one := drawnAlignment{standing: c.standing, Alignment: Alignment{Topic: c.standing.topics.all[t.topic]}}
		if one.A, err = c.record.Actor(ctx, c.a); err != nil {
			return nil, err
		}
		if one.B, err = c.record.Actor(ctx, c.b); err != nil {
			return nil, err
		}
		way.along(t.topic, &one)
		all = append(all, one.Alignment)
	}
	return all, nil
}

// drawnAlignment is an alignment that takes what a course tells.
type drawnAlignment struct {
	*standing
	Alignment
}

func (d *drawnAlignment) begin(is Relation) {
	d.Spells = append(d.Spells, Spell{Is: is, OfA: []Evidence{}, OfB: []Evidence{}})
}

func (d *drawnAlignment) spell() *Spell { return &d.Spells[len(d.Spells)-1] }

func (d *drawnAlignment) on(day int32) {
	sp := d.spell()
	sp.When = sp.When.through(onrecord.Date(d.days[day].text))
}

func (d *drawnAlignment) show(side int, words ownStand) {
	into := &d.spell().OfA
	if side == 1 {
		into = &d.spell().OfB
	}
	*into = append(*into, d.evidence(words.at))
}
