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
	t := s.belowAmount(subjects[0])
	if !s.mayActUnknown(t, how.Type) {
		return nil
	}
	if p, ok := s.organisationAt(t); ok {
		return []party{p}
	}
	p := s.newStranger(t)
	if t != subjects[0] { // "thousands of people"
		p.words = p.words.Cover(s.token(subjects[0]).Span)
		p.name = s.text.Cut(p.words)
	}
	return []party{p}
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
		return s.inClass(t, s.words.crowd)
	case of == "ASSAULT":
		return s.inClass(t, s.words.armed) || isOneOf(s.lemma(t), "mob", "crowd", "rioter")
	case of == "COERCE":
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
	actor := s.describedAt(t)
	if actor == nil {
		actor = &onrecord.Actor{Name: name, Kind: onrecord.PeopleActor}
	}
	return party{actor: actor, name: name, words: words, side: "stranger/" + name, head: t}
}

// onlyDescribed is why a mention means people or bodies that the report only describes.
const onlyDescribed = "described"

// describedAt gives the actor that was made of a mere description; nil if none was.
func (s *scene) describedAt(t int) *onrecord.Actor {
	for _, m := range s.headOf[t] {
		if s.r.Mentions[m].Why == onlyDescribed {
			return s.sideName[s.r.Mentions[m].Actor]
		}
	}
	return nil
}

// organisationAt names the organisation that a noun means though it is none of
// politics as far as is known.
func (s *scene) organisationAt(t int) (party, bool) {
	for _, m := range s.headOf[t] {
		if actor := s.sideName[s.r.Mentions[m].Actor]; actor != nil && actor.Kind == onrecord.OrgActor {
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	return party{}, false
}

// factionAt names a faction that is known only as it is called: "the coalition".
func (s *scene) factionAt(t int) (party, bool) {
	if det := s.child(max(t, 0), "det"); t < 0 || det < 0 || s.word(det) != "the" {
		return party{}, false
	}
	if s.token(t).UPOS != "NOUN" || s.lemma(t) == "party" || !s.inClass(t, s.words.factions) || s.ownsName(t) {
		return party{}, false
	}
	return s.newStranger(t), true
}
