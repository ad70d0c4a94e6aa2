package events

import "slices"

// recipientsOf names those to whom the act is done, from the places that the
// lexicon tells, best first.
func (s *scene) recipientsOf(x act) []party {
	for _, slot := range x.pattern.sense.To {
		found := s.recipientsIn(x, slot)
		if x.pattern.sense.Type == "ACCUSE" && (slot == "with" || slot == "to") {
			found = slices.DeleteFunc(found, isJudge)
		}
		if len(found) > 0 {
			return found
		}
	}
	if x.pattern.link == toPrep && x.pattern.class == nil {
		if found := s.partiesAt(x.object); len(found) > 0 {
			return found
		}
	}
	if isDeed(x.pattern.sense.Type) {
		return s.victimsOf(x)
	}
	return nil
}

func (s *scene) recipientsIn(x act, slot string) []party {
	switch slot {
	case "obj":
		return s.objectParties(x)
	case "who":
		if o := s.objectOf(x.at); !x.pattern.noun && o >= 0 && s.canAct(o) && !isOneOf(s.word(o), "which", "that", "what") {
			return s.partiesAt(o)
		}
	case "iobj":
		if !x.pattern.noun {
			return s.partiesAt(s.child(x.at, "iobj"))
		}
	case "poss":
		if !x.pattern.noun {
			if o := s.objectOf(x.at); o >= 0 {
				return s.partiesInside(o)
			}
		}
	case "comp":
		if !x.pattern.noun {
			return s.complementParties(x.at)
		}
	case "inside":
		if !x.pattern.noun && !s.isJoint(x) {
			return s.insideComplement(x.at)
		}
	case "joint", "none":
		return nil // the doers among themselves, or nobody: see pairUp
	default:
		return s.prepositionParties(x, slot)
	}
	return nil
}

// isJoint reports whether several do together what a joint pattern tells: they act
// on each other, not on whom their plan is about.
func (s *scene) isJoint(x act) bool {
	return slices.Contains(x.pattern.sense.To, "joint") && len(distinct(s.doersOf(x))) > 1
}

// objectParties names the object of a verb, or those inside it: "hit Iranian
// targets", "condemned the raid on Ankara".
func (s *scene) objectParties(x act) []party {
	if x.pattern.noun {
		return nil
	}
	if asked := s.child(x.at, "iobj"); asked >= 0 { // "asked Oslo a question"
		if found := s.partiesAt(asked); len(found) > 0 {
			return found
		}
	}
	o := s.objectOf(x.at)
	if o < 0 {
		return s.namedAfter(x.at)
	}
	if o == x.object && x.pattern.link == toPrep {
		return nil
	}
	if holder, ok := s.runBy(o); ok {
		return []party{holder}
	}
	if direct := s.partiesAt(o); len(direct) > 0 {
		return direct
	}
	return s.partiesInside(o)
}

// partiesInside names the first actor in a noun phrase, clauses left out and no
// deeper than "the plan of the ministry of Oslo".
func (s *scene) partiesInside(noun int) []party {
	for _, c := range s.conjuncts(noun) {
		inside := s.subtree(c, func(k int) bool {
			if h := s.token(k).Head; h != c && s.token(h).Head != c {
				return false
			}
			switch s.relation(k) {
			case "acl", "advcl", "appos", "conj", "parataxis":
				return false
			}
			return !isOneOf(s.preposition(k), "before", "after", "during", "since", "until", "despite", "under", "without", "ahead of")
		})
		for _, t := range inside {
			if t == c {
				continue
			}
			if p := s.partiesAt(t); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// prepositionParties names those after a preposition that hangs on the predicate,
// on its object, or, for a noun, on the verb that carries it.
func (s *scene) prepositionParties(x act, preposition string) []party {
	if preposition == "by" && !x.pattern.noun && s.isPassive(x.at) {
		return nil // it names the doer
	}
	heads := []int{x.at}
	if x.carrier >= 0 {
		heads = append(heads, x.carrier)
	}
	if !x.pattern.noun {
		if o := s.objectOf(x.at); o >= 0 {
			heads = append(heads, o)
		}
		if x.object >= 0 && x.pattern.link == toObject {
			heads = append(heads, x.object)
		}
	}
	for _, h := range heads {
		for _, k := range s.children[h] {
			if r := s.relation(k); r != "obl" && r != "nmod" && r != "obj" || s.preposition(k) != preposition {
				continue
			}
			if k == x.object && x.pattern.link == toPrep && x.pattern.class != nil {
				continue // what is called for is nobody
			}
			if found := s.partiesAt(k); len(found) > 0 {
				return found
			}
			if found := s.partiesInside(k); len(found) > 0 {
				return found
			}
			if p, ok := s.landAt(k, x, preposition); ok {
				return []party{p}
			}
		}
	}
	if near := s.nounAfter(heads[len(heads)-1], preposition); near >= 0 {
		return s.partiesAt(near)
	}
	return nil
}

// namedAfter names the actor whose name follows a verb at once, whatever the
// syntax makes of it: "rejected a United Nations plan".
func (s *scene) namedAfter(verb int) []party {
	end := min(len(s.a.Tokens), verb+4, s.a.Sentences[s.a.SentenceOf(verb)].End)
	for t := verb + 1; t < end; t++ {
		if s.nameAt[t] >= 0 {
			if p, ok := s.namedAt(t); ok {
				p.head = t
				return []party{p}
			}
			return nil
		}
		if !isOneOf(s.token(t).UPOS, "DET", "ADJ") {
			return nil
		}
	}
	return nil
}
