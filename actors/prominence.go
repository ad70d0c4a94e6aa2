package actors

import (
	"strings"

	"onrecord"
)

// prominentStates gives the two states that the report names most.
func (r *reading) prominentStates() (top, second onrecord.ActorID) {
	if r.stateCounts == nil {
		r.countStates()
	}
	return r.top, r.second
}

func (r *reading) countStates() {
	r.stateCounts = map[onrecord.ActorID]int{}
	led := false
	for k := range r.names {
		n := &r.names[k]
		id, isPlace := r.stateOf(n), false
		if id == "" {
			id, isPlace = r.stateAt(n), true
		}
		if id == "" || n.place || r.longerName(n, len(r.words)) != nil {
			continue
		}
		r.stateCounts[id]++
		if !isPlace && !led && n.first < leadWords && n.use != asAdjective {
			if led = r.isSubject(n); led || r.lead == "" {
				r.lead = id
			}
		}
		switch count := r.stateCounts[id]; {
		case id == r.top:
		case count > r.stateCounts[r.top]:
			r.top, r.second = id, r.top
		case r.second == "" || count > r.stateCounts[r.second]:
			r.second = id
		}
	}
}

// sentenceAt gives the words of the sentence that holds word i, within bounds.
func (r *reading) sentenceAt(i int) (first, end int) {
	if i < 0 || i >= len(r.words) {
		return 0, 0
	}
	first, end = i, i+1
	for first > 0 && i-first < maxSentence && !r.opensSentence(first) {
		first--
	}
	for end < len(r.words) && end-i < maxSentence && !r.opensSentence(end) {
		end++
	}
	return first, end
}

// opensSentence asks the language where it has sentences, else the signs.
func (r *reading) opensSentence(i int) bool {
	if len(r.a.Sentences) > 0 {
		return r.startsSentenceHere(i)
	}
	return strings.ContainsAny(r.gapBefore(i), ".\n!?")
}

// stateOf gives the state that a name means; "" if it means none.
func (r *reading) stateOf(n *found) onrecord.ActorID {
	if e := r.entry(n); e.Kind == onrecord.StateActor {
		return e.ID
	} else if e.Kind == onrecord.BodyActor {
		return r.speaksFor(e.ID)
	}
	return ""
}

// stateAt gives the state in which a place of the table lies: who speaks of Florida speaks of the United States.
func (r *reading) stateAt(n *found) onrecord.ActorID {
	if e := r.entry(n); e.Kind == onrecord.PlaceActor {
		return r.table.state(e.Country)
	}
	return ""
}

// standsElsewhere reads "police in Ostrava": a place that is not where the report
// was filed.
func (r *reading) standsElsewhere(i int) bool {
	for j := i + 1; j < min(i+4, len(r.words)) && r.words[j].gap == ""; j++ {
		if r.words[j-1].key == "in" {
			return r.words[j].shape != lower && r.words[j].key != fold(r.a.Text.Imprint.Dateline.Place)
		}
	}
	return false
}

const maxSentence = 80

// leadWords is how far the opening of a report reaches.
const leadWords = 90
