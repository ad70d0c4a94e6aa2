package actors

import (
	"slices"

	"onrecord"
)

// factionMeant gives the group that "the rebels", "the opposition" or "the
// coalition" at word i means: the one of that sort that the report names, else a
// faction without a name.
func (r *reading) factionMeant(i int) onrecord.ActorID {
	key := r.words[i].key
	if isListed("armedfaction", key) || isListed("armedside", key) {
		return r.onlyGroup("REB", i)
	}
	if id := r.namedWith(key); id != "" {
		return id
	}
	if !isListed("lonefaction", key) {
		return ""
	}
	kind := onrecord.GroupActor
	if key == "opposition" {
		kind = onrecord.PeopleActor // many parties, no body
	}
	a := onrecord.Actor{ID: "unnamed/" + onrecord.ActorID(key), Name: key, Kind: kind, Sectors: []string{"OPP"}}
	if key != "opposition" {
		a.Sectors = []string{"MIL"}
	}
	if state := r.factionState(i); key == "opposition" && state != "" {
		a.ID, a.Country = state+"/"+onrecord.ActorID(key), string(state)
	}
	r.made[a.ID] = a
	return a.ID
}

// factionState gives the state of an opposition: its adjective's, else the one
// that the report is about.
func (r *reading) factionState(i int) onrecord.ActorID {
	for j := i - 1; j >= max(0, i-3) && r.words[j+1].gap == ""; j-- {
		if n := r.name(j); n != nil && r.entry(n).Kind == onrecord.StateActor {
			return r.entry(n).ID
		}
	}
	return r.stateAround(i, r.words[i].key)
}

// onlyGroup gives the group of a sector that the report names, if it is the only
// one or the last before word i in the paragraph.
func (r *reading) onlyGroup(sector string, i int) onrecord.ActorID {
	var only, near onrecord.ActorID
	several := false
	from, _ := r.sentenceAt(i)
	if from > 0 {
		from, _ = r.sentenceAt(from - 1)
	}
	for k := range r.names {
		n := &r.names[k]
		e := r.entry(n)
		if e.Kind != onrecord.GroupActor || !slices.Contains(e.Sectors, sector) {
			continue
		}
		several = several || only != "" && only != e.ID
		only = e.ID
		if n.first >= from && n.first < i {
			near = e.ID
		}
	}
	if several {
		return near
	}
	return only
}

// namedWith gives the group or union that the report names by a name that ends
// in the word: "the coalition" for "the Saudi-led coalition".
func (r *reading) namedWith(key string) onrecord.ActorID {
	for k := range r.names {
		n := &r.names[k]
		if e := r.entry(n); n.end-n.first > 1 && r.words[n.end-1].key == key && (e.Kind == onrecord.GroupActor || e.Kind == onrecord.IGOActor) {
			return e.ID
		}
	}
	return ""
}

// resolveFaction resolves "the rebels", "the opposition", "the coalition".
func (r *reading) resolveFaction(first, head int) onrecord.Resolution {
	if !isListed("faction", r.words[head].key) || head != first && !(head == first+1 && isListed("definite", r.words[first].key)) {
		return onrecord.Resolution{}
	}
	if head == first && isListed("armedfaction", r.words[head].key) {
		return onrecord.Resolution{} // "rebels" may be any
	}
	if head+1 < len(r.words) && r.words[head+1].key == "of" && r.words[head].shape != lower {
		return onrecord.Resolution{} // "the Coalition of Bakers"
	}
	if head+1 < len(r.words) && r.words[head+1].gap == "" && r.words[head+1].shape != lower {
		return r.resolveNamedFaction(head + 1)
	}
	id := r.factionMeant(head)
	if id == "" {
		return onrecord.Resolution{}
	}
	res := onrecord.Resolution{Actor: id, Why: "group before", Certainty: 0.6}
	if a := r.actor(id); a != nil && a.Kind != onrecord.PeopleActor {
		res.For, res.Named = r.speaksFor(id), true
	}
	return res
}

// resolveNamedFaction resolves the name after "the opposition": "the opposition
// Free Land party".
func (r *reading) resolveNamedFaction(i int) onrecord.Resolution {
	id, _ := r.ownerAt(i, len(r.words))
	if id == "" {
		return onrecord.Resolution{}
	}
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: "name", Certainty: 0.6}
}
