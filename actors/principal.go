package actors

import (
	"slices"
	"strings"

	"onrecord"
)

// readPrincipal finds whom the holder of a role speaks for. What stands before
// the head tells first ("US State Department spokesman"), then "of" ("chief of
// the security service"), then "for", "at", "in" where the head lets them tell;
// "envoy on Afghanistan" and "ambassador to Kabul" tell of a target only.
func (r *reading) readPrincipal(role *roleRead) {
	head := r.words[role.head].key
	role.private = isListed("private", head)
	for i := role.first; i < role.head; i++ {
		if isListed("former", r.words[i].key) {
			role.former = true
		}
	}
	if isListed("advocate", head) {
		role.principal = r.client(role)
		return
	}
	if role.private {
		role.principal = r.affiliation(role)
		return
	}
	if role.principal = r.factionServed(role); role.principal != "" {
		return
	}
	if role.principal = r.itsOwn(role); role.principal != "" {
		return
	}
	id, exact := r.principalIn(role.first, role.head+1)
	if id == "UN" && strings.HasPrefix(head, "ambassador") {
		id = "" // a "UN ambassador" is some state's
	}
	if id == "" {
		id, exact = r.principalAfter(role)
	}
	if id == "" {
		id, exact = r.principalBefore(role)
	}
	if id == "" && isListed("insider", head) {
		id = r.sentencePlace(role.first)
	}
	if id == "" {
		id = r.workplace(role)
	}
	if id == "" {
		id = r.echoLed(role)
	}
	if isListed("agent", head) && !exact && !isListed("trooper", head) {
		return
	}
	if a := r.actor(id); a != nil && a.Kind == onrecord.OrgActor && isListed("ruler", head) {
		return // the tagger takes a province for an organisation
	}
	role.principal = id
}

// principalIn looks through the words [first, end) for a body or actor; the last
// body wins over a mere country. exact tells that it is more than a country.
func (r *reading) principalIn(first, end int) (id onrecord.ActorID, exact bool) {
	for i := first; i < end; i++ {
		if b := r.bodyAt(i); b != nil && b.first >= first-2 && b.head < end {
			return r.speaksFor(r.bodyActor(b)), true
		}
		if c := r.callAt(i); c != nil && c.end <= end {
			if by := r.personPrincipal(c.who); by != "" && id == "" {
				id = by
			}
			i = c.end - 1
			continue
		}
		n := r.name(i)
		if n == nil || n.end > end && n.first > first {
			continue
		}
		if m := r.longerName(n, first, end); m != nil {
			if _, to := r.wordsIn(m.Span); !exact {
				id, exact, i = r.resolveUnknown(m).Actor, true, to-1
			}
			continue
		}
		e := r.entry(n)
		if e.Kind == onrecord.PersonActor || n.place || n.use == asAdjective && (e.ID == "EU" || isParty(e) && !r.servesParty(end-1)) {
			continue
		}
		if got := r.speaksFor(e.ID); got != "" && (id == "" || e.Kind != onrecord.StateActor) {
			id, exact = got, e.Kind != onrecord.StateActor && e.Kind != onrecord.PlaceActor
		}
		i = n.end - 1
	}
	if id == "" {
		id = r.newOrganisation(first, end)
		exact = id != ""
	}
	return id, exact
}

// newOrganisation gives the organisation, unknown to the tables, that is named
// inside the words: "Acme Foods officials".
func (r *reading) newOrganisation(first, end int) onrecord.ActorID {
	for i := first; i < end; i++ {
		if r.orgOn[i] == 0 || r.name(i) != nil || r.bodyAt(i) != nil || r.callAt(i) != nil {
			continue
		}
		m := &r.a.Mentions[r.orgOn[i]-1]
		from, to := r.wordsIn(m.Span)
		if from < first || to > end || !r.isProperName(from, to) || to-from == 1 && isListed("faith", r.words[from].key) {
			continue
		}
		if res := r.resolveUnknown(m); res.Actor != "" {
			return res.Actor
		}
	}
	return ""
}

// longerName gives the name of an organisation that a known name is only part of:
// the "American" of "American Federation of Teachers". What a state runs is the
// state's: "South Korean Unification Ministry".
func (r *reading) longerName(n *found, first, end int) *onrecord.Mention {
	if r.orgOn[n.first] == 0 || r.callAt(n.first) != nil {
		return nil
	}
	m := &r.a.Mentions[r.orgOn[n.first]-1]
	from, to := r.wordsIn(m.Span)
	if to > end || to-from <= n.end-n.first || r.isJoint(from, to) || r.isField(n.end, to) {
		return nil
	}
	for i := from; i < to; i++ {
		k := r.words[i].key
		if isListed("stateorgan", k) || isListed("title", k) || isListed("office", k) || r.isPossessive(i) || r.name(i) == nil && r.words[i].shape == lower && !isListed("rolelink", k) && !isListed("article", k) {
			return nil
		}
	}
	return m
}

// isField reports whether the words are only the field of an office: the "Defence"
// of "Latvian Defence Minister".
func (r *reading) isField(first, end int) bool {
	for i := first; i < end; i++ {
		if k := r.words[i].key; !isListed("rolemod", k) && !isListed("department", k) && k != "affairs" {
			return false
		}
	}
	return first < end
}

// isProperName leaves out what the tagger takes for an organisation and is the
// field of an office: "Foreign Affairs".
func (r *reading) isProperName(first, end int) bool {
	for i := first; i < end; i++ {
		k := r.words[i].key
		if i == end-1 && i > first && isListed("echo", k) {
			continue // "the Zora party"
		}
		if r.words[i].shape == lower || isTitleWord(k) || isListed("rolemod", k) && i == first || k == "affairs" || r.name(i) != nil {
			return false
		}
	}
	return true
}

func isParty(e *entry) bool { return slices.Contains(e.Sectors, "PTY") && e.Country == "USA" }

// servesParty reports whether word i, the head of a role, is one that a party has: "the
// Republican chairman", not "Democratic President Kennedy".
func (r *reading) servesParty(i int) bool {
	head := r.words[i].key
	return isListed("voice", head) || isListed("partisan", head)
}

// principalAfter reads the phrases that follow the head of a role.
func (r *reading) principalAfter(role *roleRead) (onrecord.ActorID, bool) {
	head := r.words[role.head].key
	for i := role.head + 1; i < role.end; i++ {
		if !r.mayTell(r.words[i].key, head) {
			continue
		}
		end := i + 1
		for end < role.end && (!isListed("rolelink", r.words[end].key) || r.isInsideName(end)) {
			end++
		}
		if id, exact := r.principalIn(i+1, end); id != "" {
			return id, exact
		}
		if id := r.echoServed(i+1, end); id != "" {
			return id, true
		}
		if place := r.placePrincipal(i+1, end, head); place != "" {
			return place, false
		}
	}
	return "", false
}

// isInsideName reports whether word i stands inside the name of an organisation:
// the second "of" of "president of the Federation of Teachers".
func (r *reading) isInsideName(i int) bool {
	return i > 0 && i+1 < len(r.words) && r.orgOn[i] > 0 && r.orgOn[i-1] == r.orgOn[i] && r.orgOn[i+1] == r.orgOn[i]
}

// mayTell says which prepositions name the one served after which heads.
func (r *reading) mayTell(preposition, head string) bool {
	switch preposition {
	case "of":
		return true
	case "for":
		return isListed("voice", head)
	case "to":
		return isListed("serving", head)
	case "in":
		return isListed("insider", head) && !isListed("diplomats", head)
	case "at", "from", "with", "and":
		return isListed("insider", head) || preposition == "and"
	}
	return false
}

// principalBefore reads an owner that stands outside the words of the role: "its
// presenter" serves what was named last.
func (r *reading) principalBefore(role *roleRead) (onrecord.ActorID, bool) {
	return r.ownedBy(role.first, role.head), false
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

// echoLed reads "party leader", "company spokesman": the one told of before.
func (r *reading) echoLed(role *roleRead) onrecord.ActorID {
	i := role.head - 1
	if i != role.first || r.name(i) != nil || r.words[i].gap == "" && i > 0 && r.orgOn[i] > 0 {
		return ""
	}
	if isListed("companyword", r.words[i].key) || isListed("groupword", r.words[i].key) || isListed("blocword", r.words[i].key) {
		return r.kindMeant(i)
	}
	return ""
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
