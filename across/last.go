package across

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// LastStand is where an actor stood last on a topic.
type LastStand struct {
	*Topic
	Stance  onrecord.Stance
	Day     onrecord.Date // of the last word
	Words   int           // how many statements there are
	Changes int           // how often the stance has changed
}

// LastStands gives where an actor stands on the topics on which it has most to say.
func (r *Record) LastStands(ctx context.Context, of onrecord.ActorID, most int) ([]LastStand, error) {
	s, err := r.ownStands(ctx, of)
	if err != nil {
		return nil, err
	}
	all, least := make([]LastStand, 0, most+1), 1 // words that a topic must have
	for own := s.ownOf(of); len(own) > 0; {
		n := topicEnd(own, own[0].topic)
		if n >= least {
			if one := s.lastOf(own[:n]); one.Words >= least {
				all = addAmongFirst(all, one, most)
			}
			if len(all) > 0 && len(all) == most {
				least = all[most-1].Words
			}
		}
		own = own[n:]
	}
	return all, nil
}

// ownStands gives a standing that has at least the stands of an actor.
func (r *Record) ownStands(ctx context.Context, of onrecord.ActorID) (*standing, error) {
	topics, err := r.table(ctx)
	if err != nil || r.standing != nil {
		return r.standing, err
	}
	own, err := r.shelf.Stands(ctx, store.StandQuery{Holders: []onrecord.ActorID{of}})
	return standingOf(topics, own), err
}

// lastOf sums up what an actor itself says on a topic.
func (s *standing) lastOf(own []ownStand) (last LastStand) {
	var is stance
	for i := range own {
		d := &own[i]
		if !d.isHolder || d.together {
			continue
		}
		if last.Words > 0 && is != d.stance {
			last.Changes++
		}
		last.Words++
		is, last.Day = d.stance, onrecord.Date(s.days[d.day].text)
	}
	last.Topic, last.Stance = s.topics.all[own[0].topic], is.name()
	return last
}

// addAmongFirst keeps the first of many in order: those of most words, then the newest.
func addAmongFirst(all []LastStand, one LastStand, most int) []LastStand {
	at, _ := slices.BinarySearchFunc(all, one, func(a, b LastStand) int {
		return cmp.Or(cmp.Compare(b.Words, a.Words), cmp.Compare(b.Day, a.Day), cmp.Compare(a.ID, b.ID))
	})
	if at == most {
		return all
	}
	all = slices.Insert(all, at, one)
	return all[:min(most, len(all))]
}
