package events

import "onrecord"

// strangeDoers names doers that nobody knows but as they are called: "about 2,000
// people marched", "rebels attacked the post", "the opposition criticised".
func (s *scene) strangeDoers(x act, how turned) []party {
	verb := s.verbOf(x)
	if verb < 0 {
		return nil
	}
	subjects := s.onSameLevel(verb, s.subjectsOf(verb, maxDepth))
	if len(subjects) == 0 {
		return nil
	}
	t := subjects[0]
	if !s.mayActUnknown(t, how.Type) {
		return nil
	}
	return []party{s.newStranger(t)}
}

// mayActUnknown: crowds protest, armed men strike, parties and the opposition do
// all that is done in words.
func (s *scene) mayActUnknown(t int, of onrecord.EventType) bool {
	if s.token(t).UPOS != "NOUN" || s.inClass(t, s.words.apart) || s.ownsName(t) {
		return false
	}
	switch {
	case s.inClass(t, s.words.factions):
		return true
	case of == "PROTEST":
		return s.inClass(t, s.words.crowd) || s.inClass(t, s.words.armed)
	case of == "ASSAULT" || of == "COERCE":
		return s.inClass(t, s.words.armed)
	}
	return false
}

// ownsName reports whether the phrase of a noun names somebody: it is not unknown.
func (s *scene) ownsName(t int) bool {
	for _, k := range s.children[t] {
		if s.nameAt[k] >= 0 && s.relation(k) != "acl" {
			return true
		}
	}
	return s.nameAt[t] >= 0
}

// newStranger makes a party of the noun phrase around t, clauses left out.
func (s *scene) newStranger(t int) party {
	words := s.token(t).Span
	for _, k := range s.children[t] {
		if isOneOf(s.relation(k), "nummod", "amod", "compound") && k < t {
			words = words.Cover(s.token(k).Span)
		}
	}
	name := s.text.Cut(words)
	return party{actor: &onrecord.Actor{Name: name, Kind: onrecord.PeopleActor}, name: name, words: words, side: "stranger/" + name, head: t}
}
