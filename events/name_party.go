package events

import (
	"slices"
	"strings"

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
	if t < 0 || t >= len(s.a.Tokens) {
		return nil
	}
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
	if s.token(t).UPOS == "PRON" {
		if p, ok := s.speakerAt(t); ok {
			return p, true
		}
	}
	if p, ok := s.mentionedAt(t); ok {
		return p, true
	}
	if p, ok := s.namedAt(t); ok {
		return p, true
	}
	if p, ok := s.apposedTo(t); ok {
		return p, true
	}
	return s.ownerOf(t)
}

// apposedTo names whom an apposition names: "former president Ola Berg" of which
// "president" is the head.
func (s *scene) apposedTo(t int) (party, bool) {
	for _, k := range s.children[t] {
		if isOneOf(s.relation(k), "appos", "flat") && k > t {
			if p, ok := s.mentionedAt(k); ok {
				return p, true
			}
			if p, ok := s.namedAt(k); ok {
				return p, true
			}
		}
	}
	return party{}, false
}

// speakerAt names whom a pronoun means that stands for the speaker of the words
// around it: "we", "I", and the "it" or "he" that opens what somebody says of
// himself ("said it hopes to talk").
func (s *scene) speakerAt(t int) (party, bool) {
	over := s.statementOver(s.token(t).Span)
	if over == nil {
		return party{}, false
	}
	word := s.word(t)
	p, ok := s.speakerParty(over)
	switch {
	case !ok:
	case isOneOf(word, "we", "us"):
		if side := s.sideOfSpeaker(over); side != nil {
			p = s.newParty(side, p.words)
		}
		p.words = s.token(t).Span
		return p, true
	case isOneOf(word, "i", "me"):
		p.words = s.token(t).Span
		return p, true
	case isOneOf(word, "it", "they", "he", "she") && len(over.Content) > 0 && s.opens(t, over.Content[0].Span):
		isPerson := p.actor.Kind == onrecord.PersonActor
		if isPerson == isOneOf(word, "he", "she") {
			p.words = s.token(t).Span
			return p, true
		}
	}
	return party{}, false
}

// opens reports whether t is the first word of a stretch, "that" and quotation
// marks aside.
func (s *scene) opens(t int, stretch onrecord.Span) bool {
	for k := t - 1; k >= 0 && s.token(k).Start >= stretch.Start; k-- {
		if s.token(k).UPOS != "PUNCT" && s.word(k) != "that" {
			return false
		}
	}
	return true
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
			if actor == nil || !isPolitical(actor, res) || !res.Named && isUnnamedKind(actor.Kind) && s.sideName[res.For] != nil && id != res.For {
				continue
			}
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	return party{}, false
}

// isUnnamedKind reports whether an unnamed actor of the kind yields to the one
// spoken for: "officials in Oslo" are Norway.
func isUnnamedKind(kind onrecord.ActorKind) bool {
	return kind == onrecord.PersonActor || kind == onrecord.PeopleActor
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

// sideOf names what an actor belongs to: a body its state ("RUS" of
// "RUS/army"), people and places their country. Groups and states stand for
// themselves: groups fight their own state, and not all states are recognised.
func sideOf(actor *onrecord.Actor) string {
	switch actor.Kind {
	case onrecord.BodyActor:
		owner, _, isPart := strings.Cut(string(actor.ID), "/")
		if isPart {
			return owner
		}
		return firstOf(actor.Country, string(actor.ID))
	case onrecord.PeopleActor, onrecord.PlaceActor:
		return firstOf(actor.Country, string(actor.ID))
	}
	return string(actor.ID)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

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

// isPolitical reports whether an actor may stand in an event: those who hold or
// seek power, and persons who speak or act for somebody.
func isPolitical(actor *onrecord.Actor, res *onrecord.Resolution) bool {
	switch actor.Kind {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor:
		return true
	case onrecord.PersonActor:
		if isUnnamed(actor) {
			return actor.Country != ""
		}
		return len(actor.Roles) > 0 || actor.Country != "" || len(actor.Sectors) > 0 || res != nil && (res.For != "" || !res.Role.IsEmpty())
	case onrecord.PeopleActor:
		return actor.Country != ""
	}
	return false
}

// isUnnamed reports whether the report calls an actor by a description only.
func isUnnamed(actor *onrecord.Actor) bool { return strings.HasPrefix(string(actor.ID), "unnamed/") }

// sameSide reports whether two parties are one: organs of one state, or a state
// and one who governs it. People of a country are not its government.
func sameSide(a, b party) bool {
	if a.actor.ID == b.actor.ID {
		return a.actor.ID != "" || a.name == b.name
	}
	if governs(a.actor, b.actor) || governs(b.actor, a.actor) {
		return true
	}
	return a.side == b.side && !isUnnamedKind(a.actor.Kind) && !isUnnamedKind(b.actor.Kind)
}

func governs(person, state *onrecord.Actor) bool {
	if person.Kind != onrecord.PersonActor || state.Kind != onrecord.StateActor ||
		person.Country != string(state.ID) || !slices.Contains(person.Sectors, "GOV") {
		return false
	}
	for _, r := range person.Roles {
		if r.Of != "" && sameWords(r.Of, state.Name) {
			return true
		}
	}
	return len(person.Roles) == 0
}
