package events

import (
	"slices"

	"onrecord"
)

// complementParties names the subject of the verb's complement: "demanded that
// Oslo leave", "did not want Oslo to leave".
func (s *scene) complementParties(verb int) []party {
	for _, k := range s.children[verb] {
		if isOneOf(s.relation(k), "ccomp", "xcomp") {
			if subject := s.child(k, "nsubj", "nsubj:pass"); subject >= 0 {
				if found := s.partiesAt(subject); len(found) > 0 {
					return found
				}
				return s.partiesInside(subject)
			}
		}
	}
	return nil
}

// complementSubjects names the subject of the complement if it can act itself.
func (s *scene) complementSubjects(verb int) []party {
	for _, k := range s.children[verb] {
		if isOneOf(s.relation(k), "ccomp", "xcomp") {
			return s.partiesAt(s.child(k, "nsubj", "nsubj:pass"))
		}
	}
	return nil
}

// insideComplement names the first actor in what a verb has for complement:
// "agreed to open its ports to Norwegian ships".
func (s *scene) insideComplement(verb int) []party {
	own := s.partiesAtAll(s.subjectsOf(verb, maxDepth))
	for _, k := range s.children[verb] {
		if k < verb || !isOneOf(s.relation(k), "ccomp", "xcomp", "advcl", "obl") {
			continue
		}
		below := s.subtree(k, func(t int) bool {
			return !isOneOf(s.relation(t), "advcl", "parataxis", "conj") && s.token(t).Deprel != "acl:relcl"
		})
		slices.Sort(below)
		for _, t := range below {
			if t-verb > 3*afterReach {
				break
			}
			if isOneOf(s.preposition(t), "from", "in", "under", "after", "before", "until", "over", "about", "despite") {
				continue
			}
			if p, ok := s.namedAt(t); ok && p.actor.Kind != onrecord.PersonActor && !slices.ContainsFunc(own, func(o party) bool { return sameSide(o, p) }) {
				p.head = t
				return []party{p}
			}
		}
	}
	return nil
}
