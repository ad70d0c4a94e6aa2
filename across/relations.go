package across

import (
	"context"

	"onrecord"
)

// Tie is on how many topics two stand which way.
type Tie struct {
	A, B                     onrecord.ActorID
	Aligned, Opposed, Partly int
}

// Ties gives how every two of some actors, or one of them and the others, stand to each other, by the last that a time
// shows of each topic; what shows it gives [Record.Compare]. focus may be the one; issue may choose topics. Who has no
// tie is left out.
func (r *Record) Ties(ctx context.Context, among []onrecord.ActorID, focus onrecord.ActorID, issue string, during Period) (all []Tie, err error) {
	for i, a := range among {
		for _, b := range among[i+1:] {
			if focus != "" && a != focus && b != focus {
				continue
			}
			c, err := r.comparison(ctx, a, b, issue)
			if err != nil {
				return nil, err
			}
			if tie := c.tie(during.bounds()); tie.Aligned+tie.Opposed+tie.Partly > 0 {
				all = append(all, tie)
			}
		}
	}
	return all, nil
}

// tie counts the topics by how the two stand.
func (c *comparison) tie(during bounds) Tie {
	way := newCourse(c.standing, c.a, c.b, false)
	all := Tie{A: c.a, B: c.b}
	for _, topic := range c.common {
		last := lastRelation{days: c.days, during: during}
		way.along(topic, &last)
		switch last.end() {
		case Aligned:
			all.Aligned++
		case Opposed:
			all.Opposed++
		case Partly:
			all.Partly++
		}
	}
	return all
}

// lastRelation is the last spell of a topic that reaches into a time.
type lastRelation struct {
	days   []dayOf
	during bounds

	spell    Relation
	from, to int32
	is       Relation
}

func (l *lastRelation) begin(is Relation) {
	l.end()
	l.spell, l.from = is, -1
}

func (l *lastRelation) on(day int32) {
	if l.from < 0 {
		l.from, l.to = day, day
	}
	if l.days[day].text != "" {
		l.to = day
	}
}

func (l *lastRelation) show(int, ownStand) {}

// end gives the relation once the present spell is over.
func (l *lastRelation) end() Relation {
	if l.spell != "" && l.during.holds(&l.days[l.from], &l.days[l.to]) {
		l.is = l.spell
	}
	return l.is
}
