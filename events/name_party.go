package events

import (
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
	// holder is the unnamed one who acts for the actor: "the Ruritanian president"; "" if it
	// is the actor himself.
	holder onrecord.ActorID
	// mutual: one of "both sides", who act on each other
	mutual bool
}

// partiesAt names those that the noun phrase headed by t and the phrases joined
// to it mean.
func (s *scene) partiesAt(t int) []party {
	if t < 0 || t >= len(s.a.Tokens) {
		return nil
	}
	if two := s.bothAt(t); two != nil {
		return two
	}
	if several := s.speakersAt(t); several != nil {
		return several
	}
	if owners := s.ownersAt(t); owners != nil {
		return owners
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
	if p, ok := s.bearerAfter(t); ok {
		return p, true
	}
	if p, ok := s.apposes(t); ok {
		return p, true
	}
	if s.isForItself(t) {
		return s.strangerAt(t)
	}
	if p, ok := s.ownerOf(t); ok {
		if s.isPersonNoun(t) {
			p.name = s.nameOfServant(t, p)
		}
		return p, true
	}
	return s.homeAt(t)
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

// apposes names whom a noun explains: "assembly" of "the Mejlis, an assembly that
// Oslo banned".
func (s *scene) apposes(t int) (party, bool) {
	head := s.token(t).Head
	if s.token(t).Deprel != "appos" || head < 0 {
		return party{}, false
	}
	if p, ok := s.mentionedAt(head); ok {
		return p, true
	}
	return s.namedAt(head)
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
		if res.Why == onlyDescribed {
			continue
		}
		for _, id := range [...]onrecord.ActorID{res.Actor, res.For} {
			if id == res.For && s.inClass(t, s.words.apart) {
				break
			}
			actor := s.sideName[id]
			if actor != nil && isUnnamed(actor) && s.token(t).Deprel == "nmod:poss" && s.token(t).UPOS == "PRON" {
				continue // "sent soldiers to their border" means no soldiers
			}
			if actor == nil || !isPolitical(actor, res) || !res.Named && isUnnamedKind(actor.Kind) && s.sideName[res.For] != nil && id != res.For {
				continue
			}
			p := s.nameAsCalled(t, s.nameAsPeople(t, s.newParty(actor, s.a.Mentions[m].Core)))
			if id == res.For && id != res.Actor && !res.Named && s.isPersonNoun(t) {
				p.name = s.nameOfServant(t, p)
				p.holder = s.holderBeside(t, res, p)
			}
			return p, true
		}
	}
	return party{}, false
}

// holderBeside gives the unnamed holder of an office whose land is named before it; ""
// where the words for him alone would not tell whose he is.
func (s *scene) holderBeside(t int, res *onrecord.Resolution, of party) onrecord.ActorID {
	holder := s.sideName[res.Actor]
	if holder == nil || len(holder.Sectors) == 0 || holder.Country == "" || s.token(t).XPOS == "NNS" {
		return ""
	}
	for _, k := range s.children[t] {
		if k < t && (s.nameAt[k] >= 0 || s.standsForState(k, of)) {
			return holder.ID
		}
	}
	return ""
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
	return s.nameAsPeople(t, s.newParty(actor, s.r.Names[n].Span)), true
}

// ownerOf names the actor in the words that hang on a noun: "Russia's army",
// "Russian jets", "officials in Moscow", "forces of Ankara".
func (s *scene) ownerOf(noun int) (party, bool) {
	if s.inClass(noun, s.words.apart) || s.inClass(noun, s.words.fellows) {
		return party{}, false
	}
	owner := s.child(noun, "nmod:poss") // "its minister in Oslo" is no Norwegian
	for _, k := range s.children[noun] {
		if owner >= 0 && k > noun {
			continue
		}
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
	p := party{actor: actor, name: actor.Name, words: words, side: sideOf(actor)}
	if isUnnamed(actor) {
		p.name = withoutAddition(p.name)
	}
	return p
}

// withoutAddition cuts from a description what the syntax hung on it by mistake: "the
// envoy for an explanation" of "asked the envoy for an explanation".
func withoutAddition(name string) string {
	for _, p := range [...]string{" for ", " to ", " in ", " on ", " at ", " with ", " from ", ","} {
		if i := strings.Index(name, p); i > 0 {
			name = name[:i]
		}
	}
	return name
}
