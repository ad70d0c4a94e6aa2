package events

import (
	"slices"
	"strings"

	"onrecord"
)

// withoutNature drops what a storm, a flood or a disease does, and what is done to one: they are no sides.
func (s *scene) withoutNature(told []telling) []telling {
	storms := s.namesOfStorms()
	isNature := func(p *party) bool { return storms[strings.ToLower(p.name)] || s.isNature(p) }
	return slices.DeleteFunc(told, func(t telling) bool {
		return isNature(&t.actor) || t.hasRecipient && isNature(&t.recipient)
	})
}

// namesOfStorms gives the names that the report gives to storms, in small letters: "Hurricane Berta", later "Berta".
func (s *scene) namesOfStorms() map[string]bool {
	names := map[string]bool{}
	for t := range max(0, len(s.a.Tokens)-1) {
		if isOneOf(s.low[t], "hurricane", "typhoon", "cyclone", "storm") && s.isCapitalised(t) && s.token(t+1).UPOS == "PROPN" {
			names[s.low[t+1]], names[s.low[t]+" "+s.low[t+1]] = true, true
		}
	}
	return names
}

func (s *scene) isCapitalised(t int) bool { return s.text.Cut(s.token(t).Span) != s.low[t] }

// isNature reports whether the words for a party are headed by a force of nature, or by a thing of one: "the storm's
// outer bands".
func (s *scene) isNature(p *party) bool {
	if p.actor != nil && p.actor.Kind == onrecord.StateActor {
		return false
	}
	first, end := s.a.TokensIn(p.words)
	for t := first; t < min(end, len(s.a.Tokens)); t++ {
		if h := s.token(t).Head; h >= first && h < end {
			continue // not the head
		}
		owner := s.child(t, "nmod:poss")
		return s.inClass(t, s.words.nature) || owner >= 0 && s.inClass(owner, s.words.nature)
	}
	return false
}
