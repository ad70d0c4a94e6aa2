package web

import (
	"context"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// actorsPage lists those who speak and act most, and answers who is meant by a name.
type actorsPage struct{ Doers []doer }

// mostActors bounds the list: others are found by name.
const mostActors = 200

func (s *site) actors(ctx context.Context, v *visit) (view, error) {
	if name := v.FormValue("name"); name != "" {
		a, err := v.across.Find(ctx, name)
		return elsewhere(actorAt(a.ID)), err
	}
	doers, err := v.busiest(ctx, mostActors)
	return view{template: "actors", title: "Actors", data: actorsPage{doers}}, err
}

// actorPage is what the record knows of an actor.
type actorPage struct {
	*across.Profile
	Years        *bars
	Counterparts []counterpart
	Topics       []topicStand
	Words        string // the query that finds what it said
	Deeds        string // and what it did
}

// Others are its names but the one that is shown.
func (p actorPage) Others() []string {
	return slices.DeleteFunc(slices.Clone(p.Names), func(name string) bool { return name == store.FoldName(p.Name) })
}

// counterpart is one with whom an actor has to do.
type counterpart struct {
	across.Actor
	To, From     int
	AtTo, AtFrom string
}

// topicStand is where an actor stands last to a topic.
type topicStand struct {
	*across.Topic
	Last    *across.Position
	Changes int // how often the stance has changed
}

// How much of an actor is shown.
const (
	lastWords        = 8
	mostCounterparts = 10
	mostTopics       = 12
)

func (s *site) actor(ctx context.Context, v *visit) (view, error) {
	id := onrecord.ActorID(v.PathValue("id"))
	known, err := v.NamesOf(ctx, id)
	if err != nil {
		return view{}, err
	}
	if len(known) == 0 {
		return view{}, fmt.Errorf("%w: %q", across.ErrNobody, id)
	}
	who, err := v.across.Actor(ctx, id)
	if err != nil {
		return view{}, err
	}
	said, did := store.Name{Part: store.By, Text: who.Name}, store.Name{Part: store.Actor, Text: who.Name}
	p := actorPage{Words: search.Format(store.And{said, isA(store.StatementLine)}), Deeds: search.Format(store.And{did, isA(store.EventLine)})}
	if p.Profile, err = v.across.Profile(ctx, v.Record, who, lastWords); err != nil {
		return view{}, err
	}
	where := store.Or{store.And{said, isA(store.StatementLine)}, store.And{did, isA(store.EventLine)}}
	if p.Years, err = v.yearBars(ctx, where, ""); err != nil {
		return view{}, err
	}
	if p.Counterparts, err = v.counterparts(ctx, who); err != nil {
		return view{}, err
	}
	p.Topics, err = v.topicsOf(ctx, id)
	return view{template: "actor", title: who.Name, data: p}, err
}

// counterparts tells with whom an actor has to do, and how often in each direction.
func (v *visit) counterparts(ctx context.Context, who across.Actor) ([]counterpart, error) {
	counts, err := v.Counterparts(ctx, who.ID, mostCounterparts)
	if err != nil {
		return nil, err
	}
	others, err := v.named(ctx, counts)
	if err != nil {
		return nil, err
	}
	var all []counterpart
	for _, o := range others {
		c := counterpart{Actor: o.Actor}
		if c.To, c.AtTo, err = v.between(ctx, who.ID, o.ID); err != nil {
			return nil, err
		}
		if c.From, c.AtFrom, err = v.between(ctx, o.ID, who.ID); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// between counts what one did to another, and gives the address that lists it.
func (v *visit) between(ctx context.Context, doer, recipient onrecord.ActorID) (n int, at string, err error) {
	tallies, err := v.Tally(ctx, store.Parties{Doer: doer, Recipient: recipient}, 4)
	for _, t := range tallies {
		n += t.N
	}
	return n, partiesAt(doer, recipient), err
}

// topicsOf gives the topics on which an actor has most to say, with where it stands last.
func (v *visit) topicsOf(ctx context.Context, id onrecord.ActorID) ([]topicStand, error) {
	positions, err := v.across.Positions(ctx, across.PositionQuery{Of: id})
	if err != nil {
		return nil, err
	}
	var all []topicStand
	for i := range positions {
		p := &positions[i]
		if p.Holder.ID != id {
			continue
		}
		if n := len(all); n == 0 || all[n-1].Topic != p.Topic {
			all = append(all, topicStand{Topic: p.Topic})
		}
		t := &all[len(all)-1]
		t.Last = p
		if p.Revises != "" {
			t.Changes++
		}
	}
	sortBy(all, func(t topicStand) int { return -t.N })
	return all[:min(mostTopics, len(all))], nil
}
