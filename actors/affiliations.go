package actors

import (
	"onrecord"
)

// affiliation gives the institute or company of an expert: "analyst at the Danube
// Institute". A school speaks through nobody.
func (r *reading) affiliation(role *roleRead) onrecord.ActorID {
	if !isListed("affiliated", r.words[role.head].key) || role.former {
		return ""
	}
	if id := r.workplace(role); id != "" || role.first == 0 {
		return id
	}
	id, _ := r.principalIn(role.first, role.head) // "Open Field researcher"
	if a := r.actor(id); a != nil && (a.Kind == onrecord.OrgActor || a.Kind == onrecord.IGOActor) && !r.isSchool(a.Name) {
		return id
	}
	if k := r.words[role.first-1].key; k == "its" || k == "their" {
		return r.ownedBy(role.first, role.head)
	}
	return ""
}

// workplace gives the organisation that a preposition after the head of a role
// names: "vice chairman at Acme Steel".
func (r *reading) workplace(role *roleRead) onrecord.ActorID {
	for i := role.head + 1; i < role.end; i++ {
		if k := r.words[i].key; k != "at" && k != "with" && k != "of" && k != "from" && k != "for" {
			continue
		}
		id, _ := r.servedAt(i + 1)
		if a := r.actor(id); a != nil && (a.Kind == onrecord.OrgActor || a.Kind == onrecord.IGOActor) {
			return id
		}
	}
	return ""
}

// client gives the one whom a lawyer speaks for: "her lawyer", "a lawyer for the
// company".
func (r *reading) client(role *roleRead) onrecord.ActorID {
	if id := r.ownedBy(role.first, role.head); id != "" {
		return id
	}
	for i := role.first; i < role.end; i++ {
		if c := r.callAt(i); c != nil {
			return c.who.id
		}
	}
	for i := role.head + 1; i < role.end; i++ {
		if k := r.words[i].key; k == "for" || k == "of" {
			id, _ := r.principalIn(i+1, role.end)
			return id
		}
	}
	return ""
}

// echoServed reads "for the ministry", "of the group" by what was named before.
func (r *reading) echoServed(first, end int) onrecord.ActorID {
	if end-first != 2 || r.words[first].key != "the" {
		return ""
	}
	if isListed("faction", r.words[first+1].key) {
		return r.speaksFor(r.factionMeant(first + 1))
	}
	if id := r.echoOf(first + 1); id != "" {
		return r.speaksFor(id)
	}
	if id := r.echoState(first + 1); id != "" {
		return id
	}
	if r.words[first+1].key == "ministry" {
		return r.stateAround(first, "ministry")
	}
	return ""
}

// echoLed reads "party leader", "company spokesman": the one told of before.
func (r *reading) echoLed(role *roleRead) onrecord.ActorID {
	i := role.head - 1
	if i != role.first || r.name(i) != nil || r.isInLongName(i) {
		return ""
	}
	if isListed("companyword", r.words[i].key) || isListed("groupword", r.words[i].key) || isListed("blocword", r.words[i].key) {
		return r.kindMeant(i)
	}
	return ""
}

// isInLongName reports whether word i is part of an organisation's longer name.
func (r *reading) isInLongName(i int) bool {
	if r.orgOn[i] == 0 {
		return false
	}
	first, end := r.wordsIn(r.a.Mentions[r.orgOn[i]-1].Span)
	return end-first > 1
}

// factionServed reads "rebel commander", "opposition leader", "coalition
// spokesman": the side told before the head.
func (r *reading) factionServed(role *roleRead) onrecord.ActorID {
	for i := role.first; i < role.head; i++ {
		if !isListed("side", r.words[i].key) {
			continue
		}
		if n := r.name(i); n != nil {
			continue
		}
		return r.speaksFor(r.factionMeant(i))
	}
	return ""
}

// itsOwn reads "its military chief": the owner goes before what the surroundings
// say of "the military".
func (r *reading) itsOwn(role *roleRead) onrecord.ActorID {
	if role.first == 0 || r.words[role.first].gap != "" {
		return ""
	}
	if k := r.words[role.first-1].key; k != "its" && k != "their" {
		return ""
	}
	for i := role.first; i < role.end; i++ {
		if r.name(i) != nil {
			return ""
		}
	}
	return r.ownedBy(role.first, role.head)
}
