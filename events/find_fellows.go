package events

import "strings"

// fellowOf names whom the object of an act means by its standing to the actor:
// "its neighbour", "my colleague", "their ally" is the side that the report names
// most beside the actor's own; a faction is named as it is called.
func (s *scene) fellowOf(x act, doers []party) []party {
	if x.pattern.noun || len(doers) == 0 {
		return nil
	}
	t := s.objectOf(x.at)
	if t < 0 {
		t = s.firstOblique(x)
	}
	if t < 0 {
		return nil
	}
	if p, ok := s.factionAt(t); ok {
		return []party{p}
	}
	if !s.inClass(t, s.words.fellows) || strings.HasSuffix(s.word(t), "s") || s.child(t, "nmod:poss") < 0 || s.namedBelow(t) {
		return nil
	}
	for _, p := range s.sidesByCount(s.token(t).Start, ofLands) {
		if !sameSide(p, doers[0]) && p.side != doers[0].actor.Country {
			p.words, p.head = s.token(t).Span, t
			return []party{p}
		}
	}
	return nil
}

// unknownPartners names those whom somebody meets, backs or asks and who are known
// only as they are called: "phoned both generals", "backed the doctors".
func (s *scene) unknownPartners(x act) []party {
	if x.pattern.noun || !isOneOf(string(x.pattern.sense.Type), "CONSULT", "SUPPORT", "REQUEST") {
		return nil
	}
	o := s.child(x.at, "obj")
	if o < 0 || o == x.object && x.pattern.link == toObject && !x.pattern.class["@person"] {
		return nil
	}
	det := s.child(o, "det")
	if det < 0 || !isOneOf(s.word(det), "the", "both", "these", "those") {
		return nil
	}
	return s.counterpartsAt(o)
}

// firstOblique finds the noun after a preposition that the pattern asks for.
func (s *scene) firstOblique(x act) int {
	for _, slot := range x.pattern.sense.To {
		switch slot {
		case "obj", "who", "iobj", "poss", "comp", "joint", "inside", "none":
		default:
			if t := s.prepositionNoun(x, slot); t >= 0 {
				return t
			}
		}
	}
	return x.object
}
