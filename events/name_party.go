package events

import (
	"onrecord"
)

// party is a candidate for one side of an event.
type party struct {
	actor *onrecord.Actor
	name  string
	words onrecord.Span // where it is mentioned
	side  string        // what it belongs to: its state if it has one, else itself
	head  int           // token that heads the noun phrase: "officials" of "officials in Oslo"
}

// partiesAt names those that the noun phrase headed by t and the phrases joined
// to it mean.
func (s *scene) partiesAt(t int) []party {
	var all []party
	for _, c := range s.conjuncts(t) {
		if p, ok := s.partyAt(c); ok {
			p.head = c
			all = append(all, p)
		}
	}
	return all
}

// partyAt names whom the noun phrase headed by t means: the person or body named,
// else the one spoken for ("officials in Moscow"), else the owner of the thing
// ("Syrian planes").
func (s *scene) partyAt(t int) (party, bool) {
	if t < 0 {
		return party{}, false
	}
	if antecedent := s.antecedentOf(t); antecedent != t {
		return s.partyAt(antecedent)
	}
	if p, ok := s.mentionedAt(t); ok {
		return p, true
	}
	if p, ok := s.namedAt(t); ok {
		return p, true
	}
	return s.ownerOf(t)
}

// antecedentOf takes a relative pronoun to the noun that its clause hangs on.
func (s *scene) antecedentOf(t int) int {
	switch s.word(t) {
	case "who", "which", "that", "whom":
	default:
		return t
	}
	for up, steps := t, 0; up >= 0 && steps < 5; up, steps = s.token(up).Head, steps+1 {
		if s.token(up).Deprel == "acl:relcl" && s.token(up).Head >= 0 {
			return s.token(up).Head
		}
	}
	return t
}

// mentionedAt names the actor of a mention whose head is t.
func (s *scene) mentionedAt(t int) (party, bool) {
	for _, m := range s.headOf[t] {
		res := &s.r.Mentions[m]
		for _, id := range [...]onrecord.ActorID{res.Actor, res.For} {
			actor := s.sideName[id]
			if actor == nil || !isPolitical(actor, res) || !res.Named && actor.Kind == onrecord.PersonActor && res.For != "" {
				continue
			}
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	return party{}, false
}

// namedAt names the actor whose name stands over t.
func (s *scene) namedAt(t int) (party, bool) {
	n := s.nameAt[t]
	if n < 0 {
		return party{}, false
	}
	actor := s.sideName[s.r.Names[n].Actor]
	if actor == nil || !isPolitical(actor, nil) {
		return party{}, false
	}
	return s.newParty(actor, s.r.Names[n].Span), true
}

// ownerOf names the actor in the words that hang on a noun: "Russia's army",
// "Russian jets", "officials in Moscow", "forces of Ankara".
func (s *scene) ownerOf(noun int) (party, bool) {
	for _, k := range s.children[noun] {
		switch s.relation(k) {
		case "amod", "compound":
		case "nmod":
			if p := s.preposition(k); s.token(k).Deprel != "nmod:poss" && p != "of" && p != "from" && p != "in" {
				continue
			}
		default:
			continue
		}
		if p, ok := s.mentionedAt(k); ok {
			return p, true
		}
		if p, ok := s.namedAt(k); ok {
			return p, true
		}
	}
	return party{}, false
}

func (s *scene) newParty(actor *onrecord.Actor, words onrecord.Span) party {
	return party{actor: actor, name: actor.Name, words: words, side: sideOf(actor)}
}

// sideOf is the country of an actor, or the actor itself where that would tell
// too little: groups fight their own state.
func sideOf(actor *onrecord.Actor) string {
	switch actor.Kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.PeopleActor, onrecord.PlaceActor:
		if actor.Country != "" {
			return actor.Country
		}
	}
	return string(actor.ID)
}

// isPolitical reports whether an actor may stand in an event: those who hold or
// seek power, and persons who speak or act for somebody.
func isPolitical(actor *onrecord.Actor, res *onrecord.Resolution) bool {
	switch actor.Kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor:
		return true
	case onrecord.PersonActor:
		return len(actor.Roles) > 0 || actor.Country != "" || len(actor.Sectors) > 0 || res != nil && (res.For != "" || !res.Role.IsEmpty())
	case onrecord.PeopleActor:
		return actor.Country != "" || len(actor.Sectors) > 0
	}
	return false
}

// sameSide reports whether two parties are one, or organs of one state.
func sameSide(a, b party) bool {
	if a.actor.ID == b.actor.ID {
		return true
	}
	return a.side == b.side && a.actor.Kind != onrecord.PersonActor && b.actor.Kind != onrecord.PersonActor &&
		a.actor.Kind != onrecord.PeopleActor && b.actor.Kind != onrecord.PeopleActor
}
