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
	doers, err := v.actorsToChoose(ctx)
	return view{template: "actors", title: "Actors", data: actorsPage{doers}}, err
}

// actorsToChoose gives those who speak and act most.
func (v *visit) actorsToChoose(ctx context.Context) ([]doer, error) {
	return recall(ctx, v, "actors", func(ctx context.Context) ([]doer, error) {
		return v.lasting().busiest(ctx, mostActors)
	})
}

// actorPage is what the record knows of an actor.
type actorPage struct {
	*across.Profile
	Years        *bars
	Counterparts []counterpart
	Topics       []across.LastStand
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
	p, err := recall(ctx, v, "actor "+string(id), func(ctx context.Context) (actorPage, error) { return v.lasting().describe(ctx, who) })
	return view{template: "actor", title: who.Name, data: p}, err
}

// describe gathers what the record knows of an actor.
func (v *visit) describe(ctx context.Context, who across.Actor) (p actorPage, err error) {
	said := store.And{store.Name{Part: store.By, Text: who.Name}, isA(store.StatementLine)}
	did := store.And{store.Name{Part: store.Actor, Text: who.Name}, isA(store.EventLine)}
	p = actorPage{Words: search.Format(said), Deeds: search.Format(did)}
	if p.Profile, err = v.across.Profile(ctx, v.Record, who, lastWords); err != nil {
		return p, err
	}
	if p.Years, err = v.actorBars(ctx, who.ID, store.Or{said, did}, ""); err != nil {
		return p, err
	}
	if p.Counterparts, err = v.counterparts(ctx, who); err != nil {
		return p, err
	}
	p.Topics, err = v.topicsOf(ctx, who.ID)
	return p, err
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
	at, parties := partiesAt(doer, recipient), store.Parties{Doer: doer, Recipient: recipient}
	if sums := v.Sums(); sums != nil {
		n, err = sums.Between(ctx, parties)
		return n, at, err
	}
	tallies, err := v.Tally(ctx, parties, 4)
	for _, t := range tallies {
		n += t.N
	}
	return n, at, err
}

// topicsOf gives the topics on which an actor has most to say, with where it stands last.
func (v *visit) topicsOf(ctx context.Context, id onrecord.ActorID) ([]across.LastStand, error) {
	record, err := v.topics(ctx)
	if err != nil {
		return nil, err
	}
	return record.LastStands(ctx, id, mostTopics)
}
