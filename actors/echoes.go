package actors

import (
	"onrecord"
)

// echoOf gives the actor that a bare noun repeats: "the ministry" after "the
// Foreign Ministry", "the institute" after "the Danube Institute".
func (r *reading) echoOf(i int) onrecord.ActorID {
	key := r.words[i].key
	if !isListed("echo", key) {
		return ""
	}
	for j := i - 1; j >= max(0, i-maxLookBack); j-- {
		if r.words[j].key != key || j > 0 && isListed("definite", r.words[j-1].key) && r.bodyAt(j) == nil {
			continue
		}
		if id, ok := r.ownerEnding(j); ok && id != "" {
			if a := r.actor(id); a != nil && a.Kind != onrecord.StateActor && a.Kind != onrecord.PlaceActor {
				return id
			}
		}
		if b := r.bodyAt(j); b != nil {
			return r.bodyActor(b)
		}
	}
	return ""
}

// echoState gives the state of a body without an actor of its own that a bare noun
// repeats: "the agency" after "Peru's meat agency".
func (r *reading) echoState(i int) onrecord.ActorID {
	key := r.words[i].key
	if !isListed("echo", key) {
		return ""
	}
	for j := i - 1; j >= max(0, i-maxLookBack); j-- {
		if r.words[j].key != key {
			continue
		}
		for k := j - 1; k >= max(0, j-4) && r.gapBefore(k+1) == "" && !isListed("article", r.words[k].key); k-- {
			if n := r.name(k); n != nil && r.entry(n).Kind != onrecord.PersonActor {
				return r.speaksFor(r.entry(n).ID)
			}
		}
	}
	return ""
}

// kindMeant gives the actor that "the company", "the group" or "the bloc" means:
// the subject, else the last named, of that kind in the sentences before.
func (r *reading) kindMeant(i int) onrecord.ActorID {
	key := r.words[i].key
	var fits func(a *onrecord.Actor) bool
	switch {
	case isListed("companyword", key):
		fits = func(a *onrecord.Actor) bool { return a.Kind == onrecord.OrgActor }
	case isListed("groupword", key):
		fits = func(a *onrecord.Actor) bool { return a.Kind == onrecord.GroupActor || a.Kind == onrecord.OrgActor }
	case isListed("blocword", key):
		fits = func(a *onrecord.Actor) bool { return a.Kind == onrecord.IGOActor }
	default:
		return ""
	}
	first, _ := r.sentenceAt(i)
	end := i
	for range maxSentencesBack {
		if id := r.fittingActor(first, end, fits); id != "" || first == 0 {
			return id
		}
		end = first
		first, _ = r.sentenceAt(end - 1)
	}
	return ""
}

// fittingActor is actorOfSentence for actors of one kind.
func (r *reading) fittingActor(first, end int, fits func(*onrecord.Actor) bool) onrecord.ActorID {
	var last onrecord.ActorID
	for j := first; j < end; j++ {
		id, to := r.ownerAt(j, end)
		if a := r.actor(id); a == nil || !fits(a) {
			continue
		}
		if r.isSubjectWord(to - 1) {
			return id
		}
		last, j = id, to-1
	}
	return last
}
