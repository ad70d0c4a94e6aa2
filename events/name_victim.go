package events

import "onrecord"

// victimAt names whom a deed may be done to at t, beyond those who act in
// politics: persons, peoples, organisations and places.
func (s *scene) victimAt(t int) (party, bool) {
	if p, ok := s.partyAt(t); ok {
		return p, true
	}
	for _, m := range s.headOf[t] {
		if s.a.Mentions[m].Form == onrecord.Pronoun || s.r.Mentions[m].Why == onlyDescribed {
			continue
		}
		if actor := s.sideName[s.r.Mentions[m].Actor]; actor != nil && isVictim(actor) {
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	return s.strangerAt(t)
}

// strangerAt takes persons that nobody knows as they are called: "twelve
// villagers".
func (s *scene) strangerAt(t int) (party, bool) {
	if s.token(t).UPOS != "NOUN" || !s.inClass(t, s.words.people) && !s.inClass(t, s.words.apart) {
		return party{}, false
	}
	return s.newStranger(t), true
}

func isVictim(actor *onrecord.Actor) bool {
	switch actor.Kind {
	case onrecord.PersonActor, onrecord.PeopleActor, onrecord.OrgActor, onrecord.MediaActor, onrecord.PlaceActor:
		return true
	}
	return false
}
