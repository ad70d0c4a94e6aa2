package actors

import (
	"strings"

	"onrecord"
)

// resolveOwned resolves a body that an actor owns and no table lists: "its
// commission", "a U.N. panel of experts", "the office of the Afghan president".
func (r *reading) resolveOwned(first, end, head int) onrecord.Resolution {
	if k := r.words[first].key; (k == "his" || k == "her") && isListed("desk", r.words[head].key) && head <= first+2 {
		return r.resolveDesk(first, head)
	}
	if !isListed("organ", r.words[head].key) {
		return onrecord.Resolution{}
	}
	owner := r.organOwner(first, end, head)
	of := r.actor(owner)
	if of == nil || of.Kind == onrecord.PersonActor || of.Kind == onrecord.PlaceActor {
		return onrecord.Resolution{}
	}
	if k := r.words[first].key; of.Kind == onrecord.IGOActor && (k == "its" || k == "their") {
		return onrecord.Resolution{Actor: owner, For: owner, Named: true, Why: "owned body", Certainty: 0.6}
	}
	from, to := r.organWords(first, end, head)
	name := r.a.Text.Cut(r.span(from, to))
	a := onrecord.Actor{ID: owner + "/" + onrecord.ActorID(slug(name)), Name: name, Kind: of.Kind, Country: of.Country, Sectors: sectorsOf(of)}
	if of.Kind == onrecord.StateActor {
		a.Kind = onrecord.BodyActor
	}
	if r.table.find(a.ID) == nil {
		r.made[a.ID] = a
	}
	return onrecord.Resolution{Actor: a.ID, For: r.speaksFor(owner), Named: true, Why: "owned body", Certainty: 0.65}
}

// resolveDesk resolves "his ministry" and "her office" by whom the person serves.
func (r *reading) resolveDesk(first, head int) onrecord.Resolution {
	p := r.personMeant(first)
	if p == nil {
		return onrecord.Resolution{}
	}
	owner := r.personPrincipal(p)
	of := r.actor(owner)
	if of == nil || of.Kind == onrecord.PersonActor {
		return onrecord.Resolution{}
	}
	key := r.words[head].key
	if key == "government" || key == "administration" {
		return onrecord.Resolution{Actor: owner, For: r.speaksFor(owner), Named: true, Why: "owned body", Certainty: 0.6}
	}
	a := onrecord.Actor{ID: owner + "/" + onrecord.ActorID(slug(p.name+" "+key)), Name: possessive(p.name) + " " + key, Kind: onrecord.BodyActor, Country: of.Country, Sectors: sectorsOf(of)}
	r.made[a.ID] = a
	return onrecord.Resolution{Actor: a.ID, For: r.speaksFor(owner), Named: true, Why: "owned body", Certainty: 0.6}
}

// resolveAround resolves those who act as a body around a person: "the Berg
// administration", "Ola Berg's campaign".
func (r *reading) resolveAround(first, head int) onrecord.Resolution {
	if !isListed("around", r.words[head].key) {
		return onrecord.Resolution{}
	}
	c := r.callBefore(first, head)
	if c == nil {
		return onrecord.Resolution{}
	}
	id := r.makeAround(c, head)
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: "body of a person", Certainty: 0.7}
}

// callBefore finds the person who is named right before the head of a phrase.
func (r *reading) callBefore(first, head int) *call {
	for i := head - 1; i >= max(first, head-2); i-- {
		if c := r.callAt(i); c != nil && c.end >= head-1 && c.end <= head {
			return c
		}
	}
	return nil
}

// makeAround makes the body around a person.
func (r *reading) makeAround(c *call, head int) onrecord.ActorID {
	key, of := r.words[head].key, r.actor(r.personPrincipal(c.who))
	surname := c.who.name[strings.LastIndex(c.who.name, " ")+1:]
	a := onrecord.Actor{ID: onrecord.ActorID("around/" + slug(surname+" "+key)), Name: surname + " " + key, Kind: onrecord.OrgActor}
	if of != nil && key == "administration" && of.Kind == onrecord.StateActor {
		a.ID = of.ID + "/" + onrecord.ActorID(slug(a.Name))
		a.Kind, a.Country, a.Sectors = onrecord.BodyActor, of.Country, sectorsOf(of)
	}
	if r.table.find(a.ID) == nil {
		r.made[a.ID] = a
	}
	return a.ID
}

// organOwner reads the owner before the head ("U.N. panel", "its commission") or
// after "of" ("the office of the Afghan president").
func (r *reading) organOwner(first, end, head int) onrecord.ActorID {
	for i := first; i < head; i++ {
		switch r.words[i].key {
		case "its", "their":
			return r.speaksFor(r.ownerMeant(i))
		}
		if n := r.name(i); n == nil && r.words[head].shape != lower && r.words[i].shape != lower && !isListed("article", r.words[i].key) {
			return "" // "the Clean India Mission"
		} else if n != nil && n.end <= head && !n.place && !strings.HasPrefix(r.text[r.words[n.end-1].End:], "-") {
			return r.speaksFor(r.entry(n).ID)
		}
	}
	if head+1 < len(r.words) && r.words[head+1].key == "of" && r.words[head+1].gap == "" {
		id, _ := r.principalIn(head+2, min(end, head+8))
		return id
	}
	return ""
}

// organWords gives the words that name an owned body, its determiner left out.
func (r *reading) organWords(first, end, head int) (from, to int) {
	from, to = first, head+1
	for from < head && (isListed("article", r.words[from].key) || isListed("definite", r.words[from].key)) {
		from++
	}
	if to < end && r.words[to].key == "of" && r.words[to].gap == "" {
		to = end
	}
	for i := head + 1; i < to; i++ {
		if r.words[i].gap != "" {
			return from, i
		}
	}
	return from, to
}
