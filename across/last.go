package across

import (
	"cmp"
	"context"
	"iter"
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
	own, err := r.ownStands(ctx, of)
	if err != nil {
		return nil, err
	}
	at := map[*Topic]*LastStand{}
	for d := range own {
		t := r.topics.byID[d.Topic]
		if d.Holder != of || d.Together || t == nil {
			continue
		}
		if at[t] == nil {
			at[t] = &LastStand{Topic: t}
		}
		at[t].take(&d)
	}
	all := make([]LastStand, 0, len(at))
	for _, one := range at {
		all = append(all, *one)
	}
	slices.SortFunc(all, func(a, b LastStand) int {
		return cmp.Or(cmp.Compare(b.Words, a.Words), cmp.Compare(b.Day, a.Day), cmp.Compare(a.ID, b.ID))
	})
	return all[:min(most, len(all))], nil
}

// ownStands gives the stands of an actor by time.
func (r *Record) ownStands(ctx context.Context, of onrecord.ActorID) (iter.Seq[store.Stand], error) {
	if _, err := r.table(ctx); err != nil {
		return nil, err
	}
	if r.standing != nil {
		return r.standing.inTime(of), nil
	}
	own, err := r.shelf.Stands(ctx, store.StandQuery{Holders: []onrecord.ActorID{of}})
	return slices.Values(own), err
}

// take adds what was said later.
func (l *LastStand) take(d *store.Stand) {
	if l.Stance != "" && l.Stance != d.Stance {
		l.Changes++
	}
	l.Words++
	l.Stance, l.Day = d.Stance, onrecord.Date(d.Day)
}
