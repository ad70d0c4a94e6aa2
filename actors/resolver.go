// Package actors answers which actor is meant, at that date: it finds the names
// of states, bodies, groups, media and persons in a report and says for each
// mention whom it means, in what role, and for whom that one speaks. Start at
// [Resolver.Resolve].
package actors

import "onrecord"

// Resolver knows the tables of actors. It is made once by [Load] or [LoadWith]
// and may be used by many goroutines at a time.
type Resolver struct {
	table *table
}

// Load opens the embedded tables.
func Load() (*Resolver, error) {
	t, err := knownTable()
	if err != nil {
		return nil, err
	}
	return &Resolver{table: t}, nil
}

// Resolve tells which actors a report speaks of and where.
func (r *Resolver) Resolve(a *onrecord.Analysis) *onrecord.Resolutions {
	f := newReading(r.table, a)
	f.findBodies()
	f.findPersons()
	f.readRoles()
	f.resolveMentions()
	f.followChains()
	f.resolveEchoes()
	f.followRelatives()
	f.describeRest()
	return f.collect()
}

// Known gives what the tables tell of an actor, for the reader of a record who
// wants more than the report; ok is false for an actor that they do not know.
func (r *Resolver) Known(id onrecord.ActorID) (a onrecord.Actor, ok bool) {
	e := r.table.find(id)
	if e == nil {
		return onrecord.Actor{}, false
	}
	a = e.Actor
	for i := range e.terms {
		a.Roles = append(a.Roles, e.terms[i].Role)
	}
	return a, true
}
