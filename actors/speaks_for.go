package actors

import (
	"strings"

	"onrecord"
)

// placePrincipal reads "officials in Tbilisi": a capital where officials sit is
// the government's.
func (r *reading) placePrincipal(first, end int, head string) onrecord.ActorID {
	if !isListed("insider", head) {
		return ""
	}
	for i := first; i < end; i++ {
		if n := r.name(i); n != nil && n.use == asSeat {
			return r.speaksFor(r.entry(n).ID)
		}
	}
	return ""
}

// sentencePlace reads "In Tbilisi, officials said": the capital that opens the
// sentence tells whose officials they are.
func (r *reading) sentencePlace(first int) onrecord.ActorID {
	if first < 2 || r.gapBefore(first) != "," {
		return ""
	}
	n := r.name(first - 1)
	if n == nil || n.use != asSeat || n.first == 0 || r.words[n.first-1].key != "in" {
		return ""
	}
	return r.speaksFor(r.entry(n).ID)
}

// speaksFor lifts a body of a state to the state that speaks through it; groups,
// international bodies and companies speak for themselves.
func (r *reading) speaksFor(id onrecord.ActorID) onrecord.ActorID {
	a := r.actor(id)
	if a == nil {
		return ""
	}
	if a.Kind == onrecord.BodyActor {
		owner, _, _ := strings.Cut(string(a.ID), "/")
		if state := r.table.find(onrecord.ActorID(owner)); state != nil && state.Kind != onrecord.BodyActor {
			return state.ID
		}
		return onrecord.ActorID(a.Country)
	}
	if a.Kind == onrecord.PersonActor || a.Kind == onrecord.PlaceActor && len(a.Sectors) == 0 && string(a.ID) != a.Country {
		return "" // a place without a government of its own
	}
	return a.ID
}

// actor finds an actor by id in the tables or among those made for this report.
func (r *reading) actor(id onrecord.ActorID) *onrecord.Actor {
	if e := r.table.find(id); e != nil {
		return &e.Actor
	}
	if a, ok := r.made[id]; ok {
		return &a
	}
	return nil
}

// personPrincipal says whom a person speaks for: by the report's own words, else
// by the office that the tables give the person on the report's day.
func (r *reading) personPrincipal(p *person) onrecord.ActorID {
	if id := r.ownPrincipal(p); id != "" || p.known != nil {
		return id
	}
	return p.context
}

// ownPrincipal leaves out what only the surroundings of a name tell.
func (r *reading) ownPrincipal(p *person) onrecord.ActorID {
	private := false
	for i := range p.roles {
		role := &p.roles[i]
		if role.principal != "" && !role.former && !role.dated && !r.isOutranked(p, role.principal) {
			return role.principal
		}
		private = private || role.private || role.former
	}
	if private || p.known == nil {
		return ""
	}
	return r.heldNow(p.known)
}

// isOutranked reports whether the tables know an office of the person, and the
// report's words only an organisation that no table knows.
func (r *reading) isOutranked(p *person, principal onrecord.ActorID) bool {
	return p.known != nil && strings.HasPrefix(string(principal), "org/") && r.heldNow(p.known) != ""
}

// heldNow says for whom a person of the tables speaks on the report's day.
func (r *reading) heldNow(e *entry) onrecord.ActorID {
	for i := range e.terms {
		if t := &e.terms[i]; t.covers(r.day) && t.speaksFor != "" {
			return r.speaksFor(t.speaksFor)
		}
	}
	if len(e.terms) == 0 || r.day == "" {
		return r.speaksFor(e.speaksFor)
	}
	return ""
}
