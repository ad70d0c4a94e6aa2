package actors

import (
	"strings"

	"onrecord"
)

// unnamed makes an actor of persons without a name.
func (r *reading) unnamed(m *onrecord.Mention, role *roleRead) onrecord.Actor {
	kind := onrecord.PersonActor
	if r.isPlural(m) {
		kind = onrecord.PeopleActor
	}
	name := r.a.Text.Cut(r.span(role.first, role.end))
	a := onrecord.Actor{ID: "unnamed/" + onrecord.ActorID(slug(name)), Name: name, Kind: kind}
	a.Country, a.Sectors = r.countryOfHolder(role), r.sectorsOfHolder(role)
	r.made[a.ID] = a
	return a
}

// countryOfHolder gives the country of unnamed persons: of the one they serve, of
// the adjective in their words, or for those who bear arms the one around.
func (r *reading) countryOfHolder(role *roleRead) string {
	if served := r.actor(role.principal); served != nil {
		return served.Country
	}
	for i := role.first; i < role.end; i++ {
		if n := r.name(i); n != nil && !n.place && r.entry(n).Kind == onrecord.StateActor {
			return r.entry(n).Country
		}
	}
	if isListed("security", r.words[role.head].key) || isListed("protesters", r.words[role.head].key) {
		if state := r.actor(r.stateAround(role.first, r.words[role.head].key)); state != nil {
			return state.Country
		}
	}
	return ""
}

func (r *reading) sectorsOfHolder(role *roleRead) []string {
	switch head := r.words[role.head].key; {
	case isListed("security", head) && strings.HasPrefix(head, "police"):
		return []string{"COP"}
	case isListed("security", head):
		return []string{"MIL"}
	case isListed("armed", head):
		return []string{"REB"}
	case isListed("protesters", head), isListed("civil", head):
		return []string{"CVL"}
	}
	if served := r.actor(role.principal); served != nil {
		return sectorsOf(served)
	}
	return nil
}

func (r *reading) isPlural(m *onrecord.Mention) bool {
	x := r.a.Tokens[m.Head].XPOS
	return x == "NNS" || x == "NNPS"
}
