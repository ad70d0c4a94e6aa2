package events

import "onrecord"

// homeAt names the state whose "government" or "army" a report means when it says
// no more: that of its dateline, else the one that it names most, if there is one.
func (s *scene) homeAt(t int) (party, bool) {
	if t < 0 || s.token(t).UPOS != "NOUN" || !s.inClass(t, s.words.home) || !s.isBareDefinite(t) {
		return party{}, false
	}
	home := s.homeState()
	if home == nil {
		return party{}, false
	}
	p := s.newParty(home, s.token(t).Span)
	if s.isPersonNoun(t) {
		p.name = s.nameOfServant(t, p)
	}
	return p, true
}

// isBareDefinite reports whether nothing but an article stands by a noun: "the
// government", "parliament".
func (s *scene) isBareDefinite(t int) bool {
	for _, k := range s.children[t] {
		switch s.relation(k) {
		case "amod", "compound":
			if !isOneOf(s.word(k), "prime", "foreign", "defence", "defense", "interior", "justice", "finance", "federal", "central", "national") {
				return false
			}
		case "nmod", "acl", "appos", "nummod", "flat":
			return false
		case "det":
			if s.word(k) != "the" {
				return false
			}
		}
	}
	return true
}

// homeState gives the state that the report names most; nil where two share the
// first place.
func (s *scene) homeState() *onrecord.Actor {
	if s.homeKnown {
		return s.home
	}
	s.homeKnown = true
	if s.home = s.stateOfDateline(); s.home != nil {
		return s.home
	}
	count := map[string]int{}
	best, second := "", 0
	for _, n := range s.r.Names {
		actor := s.sideName[n.Actor]
		if actor == nil {
			continue
		}
		side := firstOf(actor.Country, sideOf(actor))
		if state := s.sideName[onrecord.ActorID(side)]; state == nil || state.Kind != onrecord.StateActor {
			continue
		}
		count[side]++
	}
	for side, n := range count {
		if best == "" || n > count[best] || n == count[best] && side < best {
			best = side
		}
	}
	for side, n := range count {
		if side != best {
			second = max(second, n)
		}
	}
	if best != "" && count[best] > second {
		s.home = s.sideName[onrecord.ActorID(best)]
	}
	return s.home
}

// stateOfDateline gives the state of the place where a report was filed, if the
// report names both.
func (s *scene) stateOfDateline() *onrecord.Actor {
	place := s.text.Imprint.Dateline.Place
	if place == "" {
		return nil
	}
	for i := range s.r.Actors {
		if a := &s.r.Actors[i]; a.Kind == onrecord.PlaceActor && a.Country != "" && s.isNameOf(a, place) {
			return s.sideName[onrecord.ActorID(a.Country)]
		}
	}
	return nil
}
