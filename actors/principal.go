package actors

import (
	"strings"

	"onrecord"
)

// readPrincipal finds whom the holder of a role speaks for. What stands before
// the head tells first ("US State Department spokesman"), then "of" ("chief of
// the security service"), then "for", "at", "in" where the head lets them tell;
// "envoy on Afghanistan" and "ambassador to Kabul" tell of a target only.
func (r *reading) readPrincipal(role *roleRead) {
	r.skipOwnerNoun(role)
	head := r.words[role.head].key
	role.private = isListed("private", head)
	for i := role.first; i < role.head; i++ {
		role.former = role.former || isListed("former", r.words[i].key)
	}
	switch {
	case isListed("advocate", head):
		role.principal = r.client(role)
	case role.private:
		role.principal = r.affiliation(role)
	default:
		role.principal = r.sideServed(role)
	}
	if role.principal == "" && !role.private {
		role.principal = r.masterTold(role)
	}
}

// skipOwnerNoun takes "country's" off the words of a role; who is meant is read
// before them.
func (r *reading) skipOwnerNoun(role *roleRead) {
	if role.first > 0 && role.first+2 <= role.head && isListed("ownernoun", r.words[role.first].key) && r.isPossessive(role.first+1) {
		role.first += 2
	}
}

// sideServed reads what goes before all else: a faction told in the role, or the
// owner of "its".
func (r *reading) sideServed(role *roleRead) onrecord.ActorID {
	if id := r.factionServed(role); id != "" {
		return id
	}
	return r.itsOwn(role)
}

// masterTold reads the words of a role, then those around it.
func (r *reading) masterTold(role *roleRead) onrecord.ActorID {
	head := r.words[role.head].key
	id, exact := r.principalIn(role.first, role.head+1)
	if id == "UN" && strings.HasPrefix(head, "ambassador") {
		id = "" // a "UN ambassador" is some state's
	}
	if id == "" {
		id, exact = r.principalAfter(role)
	}
	if id == "" {
		id, exact = r.ownedBy(role.first, role.head), false
	}
	for _, read := range []func(*roleRead) onrecord.ActorID{r.sentenceServed, r.workplace, r.echoLed, r.masterNamed} {
		if id == "" {
			id = read(role)
		}
	}
	if isListed("agent", head) && !exact && !isListed("trooper", head) {
		return ""
	}
	if a := r.actor(id); a != nil && a.Kind == onrecord.OrgActor && isListed("ruler", head) {
		return "" // the tagger takes a province for an organisation
	}
	return id
}

// sentenceServed reads "In Tbilisi, officials said".
func (r *reading) sentenceServed(role *roleRead) onrecord.ActorID {
	if !isListed("insider", r.words[role.head].key) {
		return ""
	}
	return r.sentencePlace(role.first)
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

// masterNamed reads the person whose spokesman or aide one is: "Ana Doe's
// spokesman".
func (r *reading) masterNamed(role *roleRead) onrecord.ActorID {
	c := r.callAt(role.first)
	if c == nil || !r.isPossessive(c.end) || c.end >= role.head {
		return ""
	}
	return r.servedPerson(c.who, role.head)
}
