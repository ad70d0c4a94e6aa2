package events

import (
	"slices"

	"onrecord"
)

// bothAt names the two that "both countries", "the two sides" or "the two defence
// ministers" mean: the two sides that the report has named most often up to there.
func (s *scene) bothAt(t int) []party {
	kind := s.kindOfBoth(t)
	if kind == noPair {
		return nil
	}
	two := s.mostNamed(s.token(t).Start, kind)
	if len(two) < 2 {
		return nil
	}
	for i := range two {
		two[i].words, two[i].head, two[i].mutual = s.token(t).Span, t, true
	}
	return two
}

// pairKind says what a phrase for two may mean.
type pairKind byte

const (
	noPair  pairKind = iota
	ofLands          // "both countries", "the two armies": two states
	ofSides          // "the two sides": states, groups, bodies of states
)

func (s *scene) kindOfBoth(t int) pairKind {
	if s.child(t, "nmod:poss") >= 0 || s.namedBelow(t) || !s.isOfTwo(t) {
		return noPair
	}
	switch word := s.lemma(t); {
	case s.token(t).UPOS == "PRON" && s.word(t) == "both":
		return ofSides
	case (s.words.pairedSides[word] || s.words.pairedSides[s.word(t)]) && s.statementOver(s.token(t).Span) == nil:
		return ofSides // others may speak of other sides
	case s.words.pairedLands[word] || s.words.pairedLands[s.word(t)]:
		return ofLands
	}
	return noPair
}

// isOfTwo looks for "both" or "the two" before a noun.
func (s *scene) isOfTwo(t int) bool {
	if s.word(t) == "both" {
		return true
	}
	first := s.a.Sentences[s.a.SentenceOf(t)].First
	for k := t - 1; k >= max(first, t-4); k-- {
		switch s.word(k) {
		case "both":
			return true
		case "two":
			return k > first && isOneOf(s.word(k-1), "the", "these", "those")
		}
		if !isOneOf(s.token(k).UPOS, "ADJ", "NOUN") {
			return false
		}
	}
	return false
}

// namedBelow reports whether a name hangs on a noun: "both Moldovan ministers".
func (s *scene) namedBelow(noun int) bool {
	return slices.ContainsFunc(s.children[noun], func(k int) bool {
		return s.nameAt[k] >= 0 && isOneOf(s.relation(k), "amod", "compound", "nmod", "appos", "conj")
	})
}

// mostNamed gives the two sides of a kind that are named most often before an
// offset, the one named first before the other.
func (s *scene) mostNamed(before int, kind pairKind) []party {
	sides := s.sidesByCount(before, kind)
	sides = sides[:min(2, len(sides))]
	slices.SortStableFunc(sides, func(a, b party) int { return a.words.Start - b.words.Start })
	return sides
}

// sidesByCount gives the sides of a kind that are named before an offset, those
// named most first.
func (s *scene) sidesByCount(before int, kind pairKind) []party {
	var sides []party
	count := map[string]int{}
	for _, n := range s.r.Names {
		if n.Start >= before {
			break
		}
		actor := s.sideName[n.Actor]
		if actor == nil {
			continue
		}
		side := s.sideName[onrecord.ActorID(sideOf(actor))]
		if side == nil || !(side.Kind == onrecord.StateActor || kind == ofSides && side.Kind == onrecord.GroupActor) {
			continue
		}
		if count[string(side.ID)]++; count[string(side.ID)] == 1 {
			sides = append(sides, s.newParty(side, n.Span))
		}
	}
	slices.SortStableFunc(sides, func(a, b party) int { return count[b.side] - count[a.side] })
	return sides
}

// isReciprocal reports whether a verb says "each other" of what it does.
func (s *scene) isReciprocal(x act) bool {
	if x.pattern.noun {
		return false
	}
	end := min(len(s.a.Tokens), x.at+1+afterReach, s.a.Sentences[s.a.SentenceOf(x.at)].End)
	for t := x.at + 1; t+1 < end; t++ {
		if s.isVerb(t) {
			return false
		}
		if s.word(t) == "each" && s.word(t+1) == "other" || s.word(t) == "one" && s.word(t+1) == "another" {
			return true
		}
	}
	return false
}

// mutualPairs gives both directions between all doers.
func mutualPairs(doers []party) []pair {
	var pairs []pair
	for i := range doers {
		for k := range doers {
			if i != k && !sameSide(doers[i], doers[k]) && len(pairs) < maxParties {
				pairs = append(pairs, pair{doers[i], &doers[k]})
			}
		}
	}
	return pairs
}

// isMutual reports whether an act of the type is the same seen from both sides.
func isMutual(t onrecord.EventType) bool {
	return t == "CONSULT" || t == "AGREE" || t == "COOPERATE"
}
