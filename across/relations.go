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
	topics, err := r.Topics(ctx, issue)
	if err != nil {
		return nil, err
	}
	isAsked := r.topics.choice(topics, issue != "")
	for i, a := range among {
		for _, b := range among[i+1:] {
			if focus != "" && a != focus && b != focus {
				continue
			}
			s, err := r.standsOfTwo(ctx, a, b, topics, issue != "")
			if err != nil {
				return nil, err
			}
			if tie := s.tie(a, b, isAsked, during.bounds()); tie.Aligned+tie.Opposed+tie.Partly > 0 {
				all = append(all, tie)
			}
		}
	}
	return all, nil
}

// tie counts the topics by how two stand.
func (s *standing) tie(a, b onrecord.ActorID, isAsked func(topic int32) bool, during bounds) Tie {
	all, two := Tie{A: a, B: b}, [2]text{s.numbers[a], s.numbers[b]}
	s.eachCommon(two, func(topic int32, sides [2][]ownStand) {
		if !isAsked(topic) {
			return
		}
		switch s.lastRelation(two, sides, during) {
		case Aligned:
			all.Aligned++
		case Opposed:
			all.Opposed++
		case Partly:
			all.Partly++
		}
	})
	return all
}

// lastRelation is the last spell of a topic that reaches into a time. It goes back the course of the two from its end, for
// most of what was said before does not matter.
func (s *standing) lastRelation(two [2]text, sides [2][]ownStand, during bounds) Relation {
	var spell Relation
	var from, to int32
	for n, more := lastOf(&sides); more; n, more = lastOf(&sides) {
		one := &sides[n][len(sides[n])-1]
		sides[n] = sides[n][:len(sides[n])-1]
		is := one.beside(sides[1-n], two[1-n])
		switch {
		case is == "":
			continue
		case is != spell && during.isBehind(&s.days[one.day]):
			return ""
		case is != spell, s.days[to].text == "":
			to = one.day
		}
		if spell, from = is, one.day; during.holds(&s.days[from], &s.days[to]) {
			return spell
		}
	}
	return ""
}

// lastOf is the side that speaks last: see [course.first].
func lastOf(sides *[2][]ownStand) (side int, more bool) {
	for n, own := range sides {
		for len(own) > 0 && own[len(own)-1].isSelf {
			own = own[:len(own)-1]
		}
		sides[n] = own
	}
	a, b := sides[0], sides[1]
	switch {
	case len(a) == 0:
		return 1, len(b) > 0
	case len(b) == 0 || a[len(a)-1].place > b[len(b)-1].place:
		return 0, true
	}
	return 1, true
}

// beside tells how one who takes a stand stands to another, who said some things before; "" if it does not show.
func (d *ownStand) beside(before []ownStand, other text) Relation {
	if d.toward == other && other != 0 {
		return relationOf(d.stance, isFor)
	}
	for i := len(before) - 1; i >= 0 && !d.together; i-- {
		if o := &before[i]; !o.together && !o.isSelf {
			return relationOf(d.stance, o.stance)
		}
	}
	return ""
}
