package events

import (
	"slices"

	"onrecord"
	"onrecord/codebook"
)

// runBy names who holds a thing, told by a participle: "a clinic run by the Red
// Cross", "shops owned by migrants". What is done to it is done to them.
func (s *scene) runBy(noun int) (party, bool) {
	for _, k := range s.children[noun] {
		if s.relation(k) != "acl" || !isOneOf(s.lemma(k), "run", "own", "operate", "hold", "control", "belong", "use") {
			continue
		}
		for _, holder := range s.children[k] {
			if s.relation(holder) != "obl" || !isOneOf(s.preposition(holder), "by", "to") {
				continue
			}
			if p, ok := s.victimAt(holder); ok {
				return p, true
			}
			return s.anyActorAt(holder)
		}
	}
	return party{}, false
}

// landAt names the state that a place means as the end of an act: a capital for
// its government ("a loan to Oslo"), any place for a visit ("flew to Bergen").
func (s *scene) landAt(t int, x act, preposition string) (party, bool) {
	isVisit := x.pattern.sense.Type == "CONSULT"
	if !isVisit && isOneOf(preposition, "in", "at", "near", "inside") {
		return party{}, false
	}
	state, words := s.stateOfPlace(t, isVisit)
	if state == nil || state.Kind != onrecord.StateActor {
		return party{}, false
	}
	p := s.newParty(state, words)
	p.head = t
	return p, true
}

// stateOfPlace gives the state in which a place lies, by the actors of the report,
// else by its name if it is a capital; nil if the report does not speak of it.
func (s *scene) stateOfPlace(t int, anyPlace bool) (*onrecord.Actor, onrecord.Span) {
	if n := s.nameAt[t]; n >= 0 {
		at := s.sideName[s.r.Names[n].Actor]
		if at == nil || at.Kind != onrecord.PlaceActor || !anyPlace && !isCapital(at.Name) {
			return nil, onrecord.Span{}
		}
		return s.sideName[onrecord.ActorID(at.Country)], s.r.Names[n].Span
	}
	for _, m := range s.headOf[t] {
		words := s.a.Mentions[m].Core
		if c := codebook.CountryByName(s.text.Cut(words)); c != nil && s.a.Mentions[m].Form == onrecord.Name {
			return s.sideName[onrecord.ActorID(c.Alpha3)], words
		}
	}
	return nil, onrecord.Span{}
}

func isCapital(name string) bool { return codebook.CountryByName(name) != nil }

// isJudge reports whether a party is one to whom others complain.
func isJudge(p party) bool {
	return p.actor.Kind == onrecord.IGOActor || slices.Contains(p.actor.Sectors, "JUD")
}

// isOwnThing reports whether what a hostile act is done to is the doer's own:
// "before boarding his plane".
func (s *scene) isOwnThing(x act, doers []party) bool {
	if x.pattern.noun || x.object < 0 || len(doers) == 0 || !isOneOf(string(x.pattern.sense.Type), "COERCE", "ASSAULT", "SANCTION") {
		return false
	}
	if s.inClass(x.object, s.words.people) {
		return false // "arrested his rival"
	}
	owner := s.child(x.object, "nmod:poss")
	if owner < 0 || s.token(owner).UPOS != "PRON" {
		return false
	}
	p, ok := s.partyAt(owner)
	return ok && sameSide(p, doers[0])
}
