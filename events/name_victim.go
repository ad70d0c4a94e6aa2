package events

import "onrecord"

// victimAt names whom a deed may be done to at t, beyond those who act in
// politics: persons, peoples, organisations and places.
func (s *scene) victimAt(t int) (party, bool) {
	if p, ok := s.partyAt(t); ok {
		return p, true
	}
	for _, m := range s.headOf[t] {
		if s.a.Mentions[m].Form == onrecord.Pronoun {
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
	if s.token(t).UPOS != "NOUN" || !s.words.people[s.lemma(t)] && !s.words.people[s.word(t)] {
		return party{}, false
	}
	words := s.token(t).Span
	for _, k := range s.children[t] {
		if isOneOf(s.relation(k), "nummod", "amod", "compound") && k < t {
			words = words.Cover(s.token(k).Span)
		}
	}
	name := s.text.Cut(words)
	return party{actor: &onrecord.Actor{Name: name, Kind: onrecord.PeopleActor}, name: name, words: words, side: "stranger/" + name, head: t}, true
}

func isVictim(actor *onrecord.Actor) bool {
	switch actor.Kind {
	case onrecord.PersonActor, onrecord.PeopleActor, onrecord.OrgActor, onrecord.MediaActor, onrecord.PlaceActor:
		return true
	}
	return false
}
