package events

import "onrecord"

// isDeed reports whether acts of a type are done to bodies and things, so that
// those who undergo them need not be political.
func isDeed(t onrecord.EventType) bool {
	switch t {
	case "ASSAULT", "COERCE", "AID", "RETREAT", "SANCTION":
		return true
	}
	return false
}

// victimsOf names a recipient outside politics: the object itself, or what stands
// after one of the prepositions of the pattern.
func (s *scene) victimsOf(x act) []party {
	for _, slot := range x.pattern.sense.To {
		t := -1
		switch slot {
		case "obj", "who", "iobj":
			if !x.pattern.noun {
				t = s.objectOf(x.at)
			}
		case "poss", "comp", "joint", "none":
		default:
			t = s.prepositionNoun(x, slot)
		}
		if t < 0 || t == x.object && isGiving(x.pattern) || x.pattern.link == withWord && s.inClass(t, x.pattern.class) {
			continue // "hostage" of "took them hostage"
		}
		for _, c := range s.conjuncts(t) {
			if p, ok := s.victimAt(s.belowAmount(c)); ok {
				p.head = c
				return []party{p}
			}
		}
	}
	return nil
}

// prepositionNoun finds the noun after a preposition that hangs on the predicate
// or the verb that carries it.
func (s *scene) prepositionNoun(x act, preposition string) int {
	for _, h := range [...]int{x.at, x.carrier} {
		if h < 0 {
			continue
		}
		for _, k := range s.children[h] {
			if (s.relation(k) == "obl" || s.relation(k) == "nmod") && s.preposition(k) == preposition {
				return k
			}
		}
	}
	return -1
}

// belowAmount takes "40 of them" and "parts of the north" to what is counted.
func (s *scene) belowAmount(t int) int {
	if !isAmount(s.lemma(t)) && s.token(t).UPOS != "NUM" {
		return t
	}
	for _, k := range s.children[t] {
		if s.relation(k) == "nmod" && s.preposition(k) == "of" {
			return k
		}
	}
	return t
}

// isGiving reports whether the object of a verb is what is given: the "experts" of
// "sent experts" are no recipients.
func isGiving(p *pattern) bool {
	return p.sense.Type == "AID" && isOneOf(p.lemma, "send", "dispatch", "deploy", "give", "provide", "ship", "deliver", "lend", "contribute", "pledge")
}
