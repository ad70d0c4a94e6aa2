package actors

import (
	"strings"

	"onrecord"
)

// followRelatives gives "who", "which" and "that" the actor of the noun that
// their clause hangs on.
func (r *reading) followRelatives() {
	byHead := map[int]int{}
	for i := range r.a.Mentions {
		if h := r.a.Mentions[i].Head; r.resolved[i].Actor != "" {
			if _, taken := byHead[h]; !taken {
				byHead[h] = i
			}
		}
	}
	for i := range r.a.Mentions {
		if r.a.Mentions[i].Form != onrecord.Pronoun || r.resolved[i].Actor != "" {
			continue
		}
		if from, ok := byHead[r.antecedent(r.a.Mentions[i].Head)]; ok {
			r.follow(i, from)
		} else if from := r.mentionBefore(i); from >= 0 {
			r.follow(i, from)
		}
	}
}

// mentionBefore gives the mention that ends where "who" follows; -1 if there is
// none.
func (r *reading) mentionBefore(i int) int {
	w := r.wordAt(r.a.Mentions[i].Start)
	if w == 0 || w >= len(r.words) || r.words[w].key != "who" || r.words[w].gap != "" && r.words[w].gap != "," {
		return -1
	}
	for k := i - 1; k >= max(0, i-maxLookBack); k-- {
		if r.resolved[k].Actor == "" {
			continue
		}
		if m := r.a.Mentions[k].Core; m.End == r.words[w-1].End || r.resolved[k].Role.End == r.words[w-1].End {
			return k
		}
	}
	return -1
}

// antecedent gives the noun that the relative clause of a pronoun hangs on; -1 if
// the pronoun opens none.
func (r *reading) antecedent(token int) int {
	if token < 0 || token >= len(r.a.Tokens) || !isListed("who", strings.ToLower(r.a.Text.Cut(r.a.Tokens[token].Span))) {
		return -1
	}
	for verb, steps := r.a.Tokens[token].Head, 0; verb >= 0 && verb < len(r.a.Tokens) && steps < 3; steps++ {
		if r.a.Tokens[verb].Deprel == "acl:relcl" {
			return r.a.Tokens[verb].Head
		}
		verb = r.a.Tokens[verb].Head
	}
	return -1
}

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
	if p := r.byID[id]; p != nil {
		a := r.personActor(p)
		return &a
	}
	a := r.actor(id)
	if e := r.table.find(id); e != nil && len(e.terms) > 0 {
		held := r.personActor(&person{id: id, known: e, name: e.Name})
		return &held
	}
	return a
}
