package actors

import "onrecord"

// followChains gives every mention of a chain the actor that its names mean, and
// lets roles told at one mention serve the others.
func (r *reading) followChains() {
	for i := range r.a.Chains {
		chain := &r.a.Chains[i]
		best := r.bestOf(chain)
		if best < 0 {
			continue
		}
		for _, m := range chain.Mentions {
			if m >= 0 && m < len(r.resolved) {
				r.follow(m, best)
			}
		}
	}
}

// bestOf gives the mention that says most surely whom the chain means: a name
// before a nominal, the surer before the less sure, the earlier before the later.
func (r *reading) bestOf(chain *onrecord.Chain) int {
	best := -1
	for _, m := range chain.Mentions {
		if m < 0 || m >= len(r.resolved) || r.resolved[m].Actor == "" {
			continue
		}
		if best < 0 || r.outranks(m, best) {
			best = m
		}
	}
	return best
}

func (r *reading) outranks(m, than int) bool {
	a, b := &r.resolved[m], &r.resolved[than]
	if a.Named != b.Named {
		return a.Named
	}
	return a.Certainty > b.Certainty+0.1
}

// follow gives mention m the actor of mention best, unless its own words name
// another one: then the chain is doubted, not the words.
func (r *reading) follow(m, best int) {
	own, from := &r.resolved[m], r.resolved[best]
	if m == best || own.Named && own.Actor != "" {
		return
	}
	if own.Actor != "" && r.a.Mentions[m].Form == onrecord.Nominal && !r.mayBe(own, &from) {
		return
	}
	role := own.Role
	if role.IsEmpty() {
		role = from.Role
	}
	*own = onrecord.Resolution{Actor: from.Actor, For: from.For, Role: role, Named: from.Named, Why: "chain", Rivals: from.Rivals, Certainty: from.Certainty * 0.9}
}

// mayBe reports whether an unnamed holder of a role can be the one a chain names:
// a person, and not one who speaks for another.
func (r *reading) mayBe(own, named *onrecord.Resolution) bool {
	a := r.actorHere(named.Actor)
	if a == nil || a.Kind != onrecord.PersonActor {
		return own.Named == named.Named
	}
	return own.For == "" || named.For == "" || own.For == named.For
}

// actorHere finds an actor by id, persons of the report too.
func (r *reading) actorHere(id onrecord.ActorID) *onrecord.Actor {
	for _, p := range r.persons {
		if p.id == id {
			a := r.personActor(p)
			return &a
		}
	}
	return r.actor(id)
}
