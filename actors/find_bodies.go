package actors

import (
	"strings"

	"onrecord"
)

// bodyName is a place where an office of a state is named: "the Russian foreign
// ministry", "the defence ministry".
type bodyName struct {
	first, end int // words, the country's name before it or after it included
	office     int32
	officeAt   int // first word of the office's phrase
	head       int // last word of it
	of         onrecord.ActorID
	certainty  float64
	why        string
}

// findBodies finds the offices of states and gives each its country: from the
// phrase, from the same office named before, or from where the report was filed.
func (r *reading) findBodies() {
	for i := 0; i < len(r.words); i++ {
		hits := r.table.office.hitsAt(r.text, r.words, i)
		if len(hits) == 0 || r.name(i) != nil {
			continue
		}
		h := hits[len(hits)-1]
		if r.gapBefore(h.end) == "" && r.words[h.end].key == "one" && r.words[h.end].shape != lower {
			continue // "Air Force One"
		}
		b := bodyName{first: h.first, officeAt: h.first, end: h.end, office: h.spellings[0].actor, head: h.end - 1}
		r.findOwner(&b)
		if b.of != "" {
			r.bodies = append(r.bodies, b)
		}
		i = h.end - 1
	}
	r.indexBodies()
}

// bodyActor makes the actor of a body known to this report and gives its id. A
// government is the state, or the group, itself.
func (r *reading) bodyActor(b *bodyName) onrecord.ActorID {
	o := &r.table.offices[b.office]
	owner := r.table.find(b.of)
	if o.slug == stateOffice || owner.Kind == onrecord.GroupActor {
		return b.of
	}
	actor := o.body(owner)
	if known := r.table.find(actor.ID); known != nil {
		return known.ID
	}
	if _, met := r.made[actor.ID]; !met {
		actor.Name = possessive(owner.Name) + " " + r.bodyWords(b)
		r.made[actor.ID] = actor
	}
	return actor.ID
}

// bodyWords gives the words for a body as this report has them: "coast guard". The large letter of a word that
// opens a sentence is none of it.
func (r *reading) bodyWords(b *bodyName) string {
	end := r.officeEnd(b.officeAt)
	if end == b.officeAt || b.why == whyHalf {
		return r.table.offices[b.office].name
	}
	words := r.text[r.words[b.officeAt].Start:r.words[end-1].End]
	if end == b.officeAt+1 && r.words[b.officeAt].shape == initial && r.opensSentence(b.officeAt) {
		return strings.ToLower(words)
	}
	return titleIfShouted(words)
}

// possessive writes the owner before what is owned.
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}
