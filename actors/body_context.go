package actors

import (
	"slices"

	"onrecord"
)

// contextOwner takes the country of the same office named before, else, for
// ministries and the like, that of the place where the report was filed.
func (r *reading) contextOwner(b *bodyName) (onrecord.ActorID, float64, string) {
	if of, sure := r.sameOffice(b); of != "" {
		return of, sure, "same office before"
	}
	if r.table.offices[b.office].slug == embassyOffice {
		return r.embassyOwner(b), 0.7, "ambassador before"
	}
	if r.table.offices[b.office].slug == stateOffice || b.end-b.first < 2 && !isListed("homely", r.words[b.head].key) {
		return "", 0, ""
	}
	if state := r.spokenFor(b); state != "" {
		return state, 0.7, "capital"
	}
	home := r.home()
	switch state := r.stateAround(b.first, r.words[b.head].key); state {
	case "":
		return "", 0, ""
	case home:
		return home, 0.5, "dateline"
	default:
		return state, 0.5, "context"
	}
}

// embassyOwner gives the state whose ambassador was told of shortly before.
func (r *reading) embassyOwner(b *bodyName) onrecord.ActorID {
	for i := b.first - 1; i >= max(0, b.first-maxSentence); i-- {
		if !isListed("diplomats", r.words[i].key) || isCrowd(r.words[i].key) {
			continue
		}
		for j := r.leftEdge(i); j < i; j++ {
			if n := r.name(j); n != nil && n.end <= i+1 {
				return r.stateOf(n)
			}
		}
	}
	return ""
}

// spokenFor reads "foreign ministry spokesman X said in Beijing".
func (r *reading) spokenFor(b *bodyName) onrecord.ActorID {
	if b.end >= len(r.words) || r.words[b.end].gap != "" || !isListed("voice", r.words[b.end].key) {
		return ""
	}
	for j := b.end + 1; j < min(b.end+6, len(r.words)); j++ {
		if isListed("said", r.words[j].key) {
			return r.saidIn(j)
		}
	}
	return ""
}

// sameOffice gives the country of the same office before: the only one told of,
// or the last that the same word was used for.
func (r *reading) sameOffice(b *bodyName) (of onrecord.ActorID, certainty float64) {
	var last, other onrecord.ActorID
	for _, e := range slices.Backward(r.bodies[max(0, len(r.bodies)-maxLookBack):]) {
		if e.office != b.office || e.certainty < 0.7 {
			continue
		}
		if last == "" && r.words[e.head].key == r.words[b.head].key {
			last = e.of
		}
		if of != "" && of != e.of {
			other = e.of
		}
		of = e.of
	}
	if other == "" {
		return of, 0.8
	}
	return last, 0.6
}

// home is the state of the place where the report was filed; "" if not told.
func (r *reading) home() onrecord.ActorID {
	if !r.homeKnown {
		r.homeState, r.homeKnown = r.stateOfDateline(), true
	}
	return r.homeState
}

func (r *reading) stateOfDateline() onrecord.ActorID {
	place := r.a.Text.Imprint.Dateline.Place
	if place == "" {
		return r.stateOfScene()
	}
	f := newFinder(r.table, titleCase(place))
	for _, n := range f.findNames() {
		e := &r.table.entries[n.actor]
		if e.Kind == onrecord.StateActor {
			return e.ID
		}
		if state := r.table.state(e.Country); state != "" {
			return state
		}
	}
	return r.stateOfCity(r.datelinePlace(place))
}

// isOwnedByPerson reads "his army" and "Ana Doe's own cabinet".
func (r *reading) isOwnedByPerson(i int) bool {
	for steps := 0; steps < 3 && i > 0 && r.gapBefore(i) == ""; steps++ {
		i--
		if k := r.words[i].key; k == "his" || k == "her" || r.isPossessive(i) {
			return !r.isPossessive(i) || !isListed("landword", r.words[i-1].key)
		} else if !isListed("bodyadj", k) {
			return false
		}
	}
	return false
}

// isDefinite reports whether the body is spoken of as known: "the ministry", or
// capitals without an article.
func (r *reading) isDefinite(i int) bool {
	end := r.officeEnd(i)
	if r.gapBefore(end) == "" && r.words[end].shape != lower && !isRoleNoun(r.words[end].key) && end == i+1 {
		return false // "Army Ranger"
	}
	if r.isOwnedByPerson(i) {
		return false
	}
	if r.gapBefore(end) == "" && (isListed("voice", r.words[end].key) || isListed("office", r.words[end].key)) {
		return true // "foreign ministry spokesman", "police chief"
	}
	if end == i+1 && isListed("homely", r.words[i].key) && (r.gapBefore(i) != "" || !r.isTagged(i-1, "ADJ NUM DET NOUN PROPN")) {
		return true // "police said", "told parliament"
	}
	if i > 0 && r.gapBefore(i) == "" {
		k := r.words[i-1].key
		return isListed("definite", k) || isListed("bodyadj", k) || r.words[i].shape != lower
	}
	return r.words[i].shape != lower
}

const embassyOffice = "embassy"
