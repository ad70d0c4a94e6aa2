package actors

import (
	"strings"

	"onrecord"
)

// readContext gives a person who holds an office of state the state that the
// surroundings speak for, where the report does not tell.
func (r *reading) readContext(c *call) {
	role := c.role
	if c.who.known != nil || c.who.context != "" || role == nil || role.former || !r.isOfState(role) || r.ownPrincipal(c.who) != "" {
		return
	}
	c.who.context = r.stateOfHolder(role, c.end)
}

// stateOfHolder gives the state of an office of state: for a spokesman the one in
// whose capital he spoke, then the one where the office lies, else the one around.
func (r *reading) stateOfHolder(role *roleRead, end int) onrecord.ActorID {
	if isListed("voice", r.words[role.head].key) {
		if id := r.saidIn(end); id != "" {
			return id
		}
	}
	if id := r.stateOfSeat(role); id != "" {
		return id
	}
	state := r.stateAround(role.first, r.words[role.head].key)
	if peer := r.peerState(end); peer != "" && (state == "" || state == peer) {
		return r.paragraphState(role.first, peer)
	}
	if r.isRank(role) && state != r.home() {
		return "" // a general may be anyone's
	}
	return state
}

// stateOfSeat reads "governor of Kunduz": an office that tells its place.
func (r *reading) stateOfSeat(role *roleRead) onrecord.ActorID {
	for i := role.head + 1; i+1 < role.end; i++ {
		if r.words[i].key != "of" {
			continue
		}
		if id := r.cityAt(i + 1); mayHave(id, r.words[role.head].key) {
			return id
		}
	}
	return ""
}

// saidIn reads "said in Beijing" and "told reporters in Beijing" at word i.
func (r *reading) saidIn(i int) onrecord.ActorID {
	for j := i; j < min(i+6, len(r.words)) && r.words[j].gap == ""; j++ {
		if r.words[j].key != "in" {
			if !isListed("said", r.words[j].key) {
				return ""
			}
			continue
		}
		if n := r.name(j + 1); n != nil && n.first == j+1 && n.use == asSeat {
			return r.stateOf(n)
		}
		return ""
	}
	return ""
}

// isOfState reports whether only a state has the office: a minister, a foreign
// secretary, a general.
func (r *reading) isOfState(role *roleRead) bool {
	head := r.words[role.head].key
	if r.hasStateWord(role) {
		return true
	}
	if r.hasStrangeTail(role) {
		return false
	}
	if isListed("secretary", head) {
		return role.head > role.first && isListed("department", r.words[role.head-1].key)
	}
	return isListed("ofstate", head) || r.isRank(role) || role.head > role.first && head == "general" && isListed("lawofficer", r.words[role.head-1].key)
}

// isRank tells a general of an army from an attorney general.
func (r *reading) isRank(role *roleRead) bool {
	if !isListed("rank", r.words[role.head].key) {
		return false
	}
	return role.head == role.first || r.words[role.head].key != "general" || !isListed("lawofficer", r.words[role.head-1].key) && !isListed("chiefofficer", r.words[role.head-1].key)
}

// hasStateWord reads "government spokesman", "adviser to the president".
func (r *reading) hasStateWord(role *roleRead) bool {
	for i := role.first; i < role.end && !role.private; i++ {
		if i != role.head && isListed("statewords", r.words[i].key) {
			return true
		}
	}
	return false
}

// hasStrangeTail reports whether the role goes on to tell what it is of, and it is
// no field of a minister: "president of the bakers' guild".
func (r *reading) hasStrangeTail(role *roleRead) bool {
	if head := r.words[role.head].key; strings.HasPrefix(head, "minist") || strings.HasPrefix(head, "ambassador") || head == "governor" {
		return false
	}
	for i := role.head + 1; i < role.end; i++ {
		if isListed("rolelink", r.words[i].key) {
			return true
		}
	}
	return r.isOfAnother(role) || role.head > role.first && r.words[role.head-1].key == "vice" && r.words[role.head].shape == lower
}

// isOfAnother reports whether words before the head name what the office is of, though
// no table knows it: "Local 12 president", "Bakers Guild president".
func (r *reading) isOfAnother(role *roleRead) bool {
	for i := role.first; i < role.head; i++ {
		k := r.words[i].key
		if number := k[0] >= '0' && k[0] <= '9'; number && i > role.first || r.orgOn[i] > 0 && r.name(i) == nil && r.bodyAt(i) == nil && !isListed("rolemod", k) && !isListed("department", k) && !isTitleWord(k) {
			return true
		}
	}
	return false
}

// peerState gives the state of the counterpart whom a sentence tells of after word
// i: "met his Malaysian counterpart".
func (r *reading) peerState(i int) onrecord.ActorID {
	_, end := r.sentenceAt(i)
	for j := i + 1; j < end; j++ {
		if !isListed("peer", r.words[j].key) {
			continue
		}
		if n := r.name(j - 1); n != nil {
			return r.stateOf(n)
		}
	}
	return ""
}

// paragraphState gives the last state named before word i in its paragraph, other
// than one that is known not to be meant.
func (r *reading) paragraphState(i int, other onrecord.ActorID) onrecord.ActorID {
	for j := i - 1; j >= max(0, i-maxSentence) && !strings.Contains(r.words[j+1].gap, "\n"); j-- {
		if n := r.name(j); n != nil && r.stateOf(n) != "" && r.stateOf(n) != other {
			return r.stateOf(n)
		}
	}
	return ""
}
