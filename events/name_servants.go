package events

import (
	"strings"

	"onrecord"
)

// bearerAfter names the person whose name follows a title at once though the syntax
// makes them sisters: "Oslo's foreign minister Ola Berg accused".
func (s *scene) bearerAfter(t int) (party, bool) {
	next := t + 1
	if s.token(t).UPOS != "NOUN" || next >= len(s.a.Tokens) || s.token(next).UPOS != "PROPN" || s.token(next).Start-s.token(t).End > 1 {
		return party{}, false
	}
	head := s.token(next).Head
	for steps := 0; head > next && steps < 3 && s.token(head).UPOS == "PROPN"; steps++ {
		next, head = head, s.token(head).Head // "Ola" of "Ola Berg" that hangs on "Berg"
	}
	if head != s.token(t).Head && head != t || !s.isNamedPerson(next) && !s.startsPerson(t+1) {
		return party{}, false
	}
	if p, ok := s.mentionedAt(next); ok {
		return p, true
	}
	return s.anyActorAt(next)
}

// startsPerson reports whether the name of a person starts at a token.
func (s *scene) startsPerson(t int) bool {
	n := s.nameAt[t]
	if n < 0 || s.r.Names[n].Start != s.token(t).Start {
		return false
	}
	actor := s.sideName[s.r.Names[n].Actor]
	return actor != nil && actor.Kind == onrecord.PersonActor
}

// nameOfServant names persons by the words for them, with the state that owns them: "the
// Philippines' president", "Chinese counterpart".
func (s *scene) nameOfServant(t int, of party) string {
	name := s.newStranger(t).name
	if owner := s.child(t, "nmod:poss"); owner < 0 || s.nameAt[owner] < 0 && !s.standsForState(owner, of) {
		return name
	}
	if strings.HasSuffix(of.name, "s") {
		return of.name + "' " + name
	}
	return of.name + "'s " + name
}

// standsForState reports whether "its" means a state: "its ambassador".
func (s *scene) standsForState(owner int, of party) bool {
	return of.actor.Kind == onrecord.StateActor && isOneOf(s.word(owner), "its", "their")
}

// isPersonNoun reports whether a noun means persons, who are named as they are called
// though they stand for their state: "his Chinese counterpart".
func (s *scene) isPersonNoun(t int) bool {
	return s.token(t).UPOS == "NOUN" && (s.inClass(t, s.words.people) || s.inClass(t, s.words.fellows))
}

// isForItself reports whether persons or a company stand for themselves though a land
// is named beside them: "a Spanish company" and "Iran's prisoners" are no states.
func (s *scene) isForItself(t int) bool {
	if s.token(t).UPOS != "NOUN" || s.inClass(t, s.words.agents) || s.inClass(t, s.words.fellows) {
		return false
	}
	if owner := s.child(t, "nmod:poss"); owner >= 0 && s.token(owner).UPOS == "PRON" {
		if p, ok := s.mentionedAt(owner); ok && p.actor.Kind != onrecord.PersonActor {
			return false // "four of its men"
		}
	}
	return s.inClass(t, s.words.people) || s.inClass(t, s.words.apart)
}

// nameAsPeople names the people of a land as they are called, not as their state:
// "Palestinians".
func (s *scene) nameAsPeople(t int, p party) party {
	word := s.text.Cut(s.token(t).Span)
	if p.actor.Kind == onrecord.StateActor && s.token(t).XPOS == "NNPS" && strings.HasSuffix(word, "s") && !strings.HasSuffix(p.name, word) {
		p.name = word
	}
	return p
}

// nameAsCalled names a body of a state as the report does where its words tell the state: "the Malian army" rather
// than "Mali's army".
func (s *scene) nameAsCalled(t int, p party) party {
	if p.actor.Kind != onrecord.BodyActor || s.token(t).UPOS == "PRON" {
		return p
	}
	for _, k := range s.children[t] {
		if s.relation(k) != "amod" || s.nameAt[k] < 0 {
			continue
		}
		if state := s.sideName[s.r.Names[s.nameAt[k]].Actor]; state != nil && state.Kind == onrecord.StateActor && string(state.ID) == p.actor.Country {
			p.name = s.text.Cut(onrecord.Span{Start: s.token(k).Start, End: s.token(t).End})
		}
	}
	return p
}
