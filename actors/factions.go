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
		return r.onlyGroup(i)
	}
	r.indexGroups()
	if id := r.byTail[key]; id != "" {
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

// onlyGroup gives the armed group that the report names, if it is the only one or
// the last in the two sentences before word i.
func (r *reading) onlyGroup(i int) onrecord.ActorID {
	r.indexGroups()
	if len(r.armed) < 2 {
		return first(r.armed)
	}
	from, _ := r.sentenceAt(i)
	if from > 0 {
		from, _ = r.sentenceAt(from - 1)
	}
	for j := i - 1; j >= from; j-- {
		if n := r.name(j); n != nil && slices.Contains(r.armed, r.entry(n).ID) {
			return r.entry(n).ID
		}
	}
	return ""
}

func first(ids []onrecord.ActorID) onrecord.ActorID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// indexGroups notes once the armed groups of the report, and the
// groups and unions by the last word of their names: "the coalition" for "the
// Saudi-led coalition".
func (r *reading) indexGroups() {
	if r.byTail != nil {
		return
	}
	r.byTail = map[string]onrecord.ActorID{}
	for k := range r.names {
		n := &r.names[k]
		e := r.entry(n)
		if e.Kind != onrecord.GroupActor && e.Kind != onrecord.IGOActor {
			continue
		}
		if len(r.armed) < maxArmed && e.Kind == onrecord.GroupActor && slices.Contains(e.Sectors, "REB") && !slices.Contains(r.armed, e.ID) {
			r.armed = append(r.armed, e.ID)
		}
		if tail := r.words[n.end-1].key; n.end-n.first > 1 && r.byTail[tail] == "" {
			r.byTail[tail] = e.ID
		}
	}
}

const maxArmed = 20

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

// resolveArmed resolves "the terror group", "the radical Sunni militants": words that
// describe an armed group which the report names elsewhere.
func (r *reading) resolveArmed(first, head int) onrecord.Resolution {
	if head < first+2 || r.words[first].key != "the" || !isListed("armedbody", r.words[head].key) {
		return onrecord.Resolution{}
	}
	isArmed := false
	for i := first + 1; i < head; i++ {
		if r.gapBefore(i) != "" || r.name(i) != nil {
			return onrecord.Resolution{}
		}
		isArmed = isArmed || isListed("armedadj", r.words[i].key)
	}
	id := r.onlyGroup(head)
	if !isArmed || id == "" {
		return onrecord.Resolution{}
	}
	return onrecord.Resolution{Actor: id, For: r.speaksFor(id), Named: true, Why: "group before", Certainty: 0.6}
}
