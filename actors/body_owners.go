package actors

import (
	"strings"

	"onrecord"
)

// findOwner reads the country of a body.
func (r *reading) findOwner(b *bodyName) {
	if n := r.ownerBefore(b.first); n != nil && r.canOwn(n, b) {
		b.of, b.first, b.certainty, b.why = r.ownerID(n), n.first, 0.95, "body"
		return
	}
	if half := r.halfAfter(b.end); half != "" {
		b.of, b.end, b.certainty, b.why = half, b.end+3, 0.8, whyHalf
		return
	}
	if n := r.ownerAfter(b.end, r.table.offices[b.office].slug); n != nil && r.canOwn(n, b) && r.entry(n).Kind != onrecord.PersonActor {
		b.of, b.end, b.certainty, b.why = r.entry(n).ID, n.end, 0.95, "body"
		return
	}
	if len(r.table.offices[b.office].slug) > 0 && r.isDefinite(b.first) {
		b.of, b.certainty, b.why = r.contextOwner(b)
	}
}

// canOwn leaves bodies to states: a party, an agency has no ministry.
func (r *reading) canOwn(n *found, b *bodyName) bool {
	e := r.entry(n)
	isState := r.table.offices[b.office].slug == stateOffice
	switch e.Kind {
	case onrecord.StateActor:
		return true
	case onrecord.PersonActor:
		return r.heldNow(e) != ""
	case onrecord.PlaceActor:
		return e.Country != ""
	case onrecord.GroupActor:
		return true
	case onrecord.IGOActor:
		return isState || r.table.offices[b.office].slug == "armed-forces"
	}
	return false
}

// ownerID is the state itself, or the one that a person leads: "the Merkel
// government" is Germany's.
func (r *reading) ownerID(n *found) onrecord.ActorID {
	e := r.entry(n)
	if e.Kind == onrecord.PersonActor {
		return r.heldNow(e)
	}
	return e.ID
}

// ownerBefore steps left over "'s" and the adjectives of a body ("Russia's
// federal", "Afghan interim") to the name that owns it.
func (r *reading) ownerBefore(i int) *found {
	for steps := 0; steps < 4 && i > 0 && r.gapBefore(i) == ""; steps++ {
		i--
		if n := r.name(i); n != nil {
			return r.asOwner(n)
		}
		if !r.isPossessive(i) && !isListed("bodyadj", r.words[i].key) {
			return nil
		}
	}
	return nil
}

func (r *reading) asOwner(n *found) *found {
	if n.place && n.use == asSeat {
		return nil
	}
	return n
}

// ownerAfter reads "ministry of defence of Ukraine", "ministry in Kabul",
// "authorities in Tbilisi".
func (r *reading) ownerAfter(i int, slug string) *found {
	if r.gapBefore(i) != "" || !isListed("owning", r.words[i].key) {
		return nil
	}
	if r.words[i].key == "in" && slug != stateOffice && !strings.HasSuffix(slug, "ministry") {
		if n := r.name(i + 1); n != nil && n.use == asSeat && sitsAtHome(slug) {
			return n // "the National Security Council in Washington"
		}
		return nil // "forces in Afghanistan" may be anyone's
	}
	for j := i + 1; j < min(i+5, len(r.words)); j++ {
		if r.words[j].gap != "" {
			return nil
		}
		if n := r.name(j); n != nil {
			return n
		}
		if !isListed("article", r.words[j].key) && !isListed("bodyadj", r.words[j].key) && r.words[j].key != "republic" {
			return nil
		}
	}
	return nil
}

// sitsAtHome tells the bodies that sit in their own state's capital alone.
func sitsAtHome(slug string) bool {
	switch slug {
	case "parliament", "presidency", "cabinet", "security-council", "supreme-court", "central-bank", "election-commission":
		return true
	}
	return false
}

// halfAfter reads "army of the north" in a report of two halves.
func (r *reading) halfAfter(i int) onrecord.ActorID {
	if i+2 >= len(r.words) || r.words[i].key != "of" || r.words[i+1].key != "the" || r.gapBefore(i+3) == "" && r.words[i+3].key == "of" {
		return ""
	}
	return r.halfMeant(r.words[i+2].key)
}

// officeEnd gives the end of the office phrase that starts at word i.
func (r *reading) officeEnd(i int) int {
	hits := r.table.office.hitsAt(r.text, r.words, i)
	if len(hits) == 0 {
		return i
	}
	return hits[len(hits)-1].end
}

// maxLookBack bounds how many things before are looked through for one.
const maxLookBack = 400
