package events

import (
	"slices"

	"onrecord"
)

// anyoneAt names those that the noun phrase at t and the phrases joined to it mean,
// be they of politics or not: states and parties, but also "the doctors", "a bank",
// "Open Field". Things and matters are nobody.
func (s *scene) anyoneAt(t int) []party {
	if t < 0 || t >= len(s.a.Tokens) {
		return nil
	}
	if found := s.partiesAt(t); len(found) > 0 {
		return found
	}
	var all []party
	for _, c := range s.conjuncts(s.belowAmount(s.antecedentOf(t))) {
		if p, ok := s.someoneAt(c); ok && len(all) < maxParties {
			p.head = c
			all = append(all, p)
		}
	}
	return distinct(all)
}

// someoneAt names the one that a noun phrase means, by the first way that tells.
func (s *scene) someoneAt(t int) (party, bool) {
	for _, way := range [...]func(int) (party, bool){s.partyAt, s.anyActorAt, s.unnamedAt, s.holderAt, s.chainMateAt, s.strangerAt, s.newcomerAt, s.bodyAt, s.properAt} {
		if p, ok := way(t); ok {
			return p, true
		}
	}
	return s.lastFittingAt(t)
}

// unnamedAt names persons that the report only describes, as their mention does.
func (s *scene) unnamedAt(t int) (party, bool) {
	for _, m := range s.headOf[t] {
		if actor := s.sideName[s.r.Mentions[m].Actor]; actor != nil && isUnnamed(actor) && s.r.Mentions[m].Why != onlyDescribed {
			return s.newParty(actor, s.a.Mentions[m].Core), true
		}
	}
	return party{}, false
}

// chainMateAt takes a pronoun to the last phrase before it that means the same.
func (s *scene) chainMateAt(t int) (party, bool) {
	if s.token(t).UPOS != "PRON" {
		return party{}, false
	}
	for _, m := range s.headOf[t] {
		chain := s.a.Mentions[m].Chain
		if chain < 0 || chain >= len(s.a.Chains) {
			continue
		}
		for _, mate := range slices.Backward(s.a.Chains[chain].Mentions) {
			if mate >= m || mate < 0 || s.a.Mentions[mate].Form == onrecord.Pronoun || s.a.Mentions[mate].Head < 0 {
				continue
			}
			if p, ok := s.someoneAt(s.a.Mentions[mate].Head); ok {
				p.words = s.token(t).Span
				return p, true
			}
		}
	}
	return party{}, false
}

// newcomerAt takes a name of a person or an organisation that no table knows as it
// stands.
func (s *scene) newcomerAt(t int) (party, bool) {
	for _, m := range s.headOf[t] {
		mention := &s.a.Mentions[m]
		if mention.Form != onrecord.Name || mention.Type != onrecord.Person && mention.Type != onrecord.Organisation {
			continue
		}
		name := s.text.Cut(mention.Span)
		return party{actor: &onrecord.Actor{Name: name, Kind: onrecord.OrgActor}, name: name, words: mention.Span, side: "stranger/" + name, head: t}, true
	}
	return party{}, false
}

// bodyAt takes a company, a court or a community as it is called.
func (s *scene) bodyAt(t int) (party, bool) {
	if s.token(t).UPOS != "NOUN" || !s.inClass(t, s.words.bodies) {
		return party{}, false
	}
	if s.pointsBack(t) {
		return s.lastGroup(t)
	}
	return s.newStranger(t), true
}

// pointsBack reports whether a noun takes up somebody named before: "this movement".
func (s *scene) pointsBack(t int) bool {
	for _, k := range s.children[t] {
		if isOneOf(s.word(k), "this", "that", "these", "those", "same", "such", "said") {
			return true
		}
	}
	return false
}

// lastGroup names the last group or organisation named before a token.
func (s *scene) lastGroup(t int) (party, bool) {
	first := s.a.Sentences[max(0, s.a.SentenceOf(t)-fittingReach)].First
	for k := t - 1; k >= first; k-- {
		if p, ok := s.namedAt(k); ok && !s.actsIn(k, t) && isOneOf(string(p.actor.Kind), string(onrecord.GroupActor), string(onrecord.OrgActor), string(onrecord.IGOActor)) {
			p.words = s.token(t).Span
			return p, true
		}
	}
	return party{}, false
}

// properAt takes a proper noun that nobody could sort, as it is written.
func (s *scene) properAt(t int) (party, bool) {
	if s.token(t).UPOS != "PROPN" || s.isNamed(t) || s.isTime(t) {
		return party{}, false
	}
	words := s.token(t).Span
	for _, k := range s.children[t] {
		if s.token(k).UPOS == "PROPN" && isOneOf(s.relation(k), "flat", "compound") {
			words = words.Cover(s.token(k).Span)
		}
	}
	name := s.text.Cut(words)
	return party{actor: &onrecord.Actor{Name: name, Kind: onrecord.OrgActor}, name: name, words: words, side: "stranger/" + name, head: t}, true
}
