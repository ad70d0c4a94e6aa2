package events

import (
	"slices"

	"onrecord"
)

// anyDoers names the subjects of an act whom nobody knows in politics. Critics and
// rivals strike in words only.
func (s *scene) anyDoers(x act) []party {
	verb := s.verbOf(x)
	if verb < 0 {
		return s.anyOwners(x.at)
	}
	var all []party
	for _, t := range s.onSameLevel(verb, s.subjectsOf(verb, maxDepth)) {
		if x.pattern.sense.Type != "ASSAULT" || !s.inClass(t, s.words.apart) {
			all = append(all, s.anyoneAt(t)...)
		}
	}
	return all
}

// anyOwners names whose act a noun tells: "the doctors' strike", "a raid by gunmen".
func (s *scene) anyOwners(noun int) []party {
	for _, k := range s.children[noun] {
		if s.token(k).Deprel == "nmod:poss" || s.relation(k) == "nmod" && s.preposition(k) == "by" {
			if found := s.anyoneAt(k); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// anyRecipients names those outside politics to whom an act is done, by the places
// that the lexicon tells.
func (s *scene) anyRecipients(x act) []party {
	for _, slot := range x.pattern.sense.To {
		t := s.slotNoun(x, slot)
		if t < 0 || s.isOwnOfficial(t) || t == x.object && x.pattern.link == toPrep && x.pattern.class != nil || t == x.object && isGiving(x.pattern) || x.pattern.link == withWord && s.inClass(t, x.pattern.class) {
			continue
		}
		if found := s.anyoneAt(t); len(found) > 0 {
			return found
		}
		if found := s.anyoneInside(t); len(found) > 0 {
			return found
		}
	}
	return nil
}

// anyoneInside names whose a thing is, or whom it is about: "Berg's decision", "the
// dealings of a bank".
func (s *scene) anyoneInside(noun int) []party {
	for _, k := range s.children[noun] {
		switch s.relation(k) {
		case "nmod":
			if s.token(k).Deprel != "nmod:poss" && !isOneOf(s.preposition(k), "of", "by", "on", "against") {
				continue
			}
		case "compound", "amod":
			if s.nameAt[k] < 0 && !s.isNamed(k) {
				continue
			}
		default:
			continue
		}
		if found := s.anyoneAt(k); len(found) > 0 {
			return found
		}
		if s.token(k).Deprel == "nmod" {
			if found := s.anyoneInside(k); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// isNamed reports whether a mention of a name is headed by t.
func (s *scene) isNamed(t int) bool {
	return slices.ContainsFunc(s.headOf[t], func(m int) bool { return s.a.Mentions[m].Form == onrecord.Name })
}

// isOwnOfficial: "its minister" is no other side.
func (s *scene) isOwnOfficial(t int) bool {
	owner := s.child(t, "nmod:poss")
	return owner >= 0 && s.token(owner).UPOS == "PRON" && s.inClass(t, s.words.agents)
}

// slotNoun gives the noun in one of the places of a pattern; -1 if none.
func (s *scene) slotNoun(x act, slot string) int {
	switch slot {
	case "joint", "none", "inside":
		return -1
	case "obj", "who", "poss":
		if x.pattern.noun {
			return -1
		}
		return s.objectOf(x.at)
	case "iobj":
		return s.child(x.at, "iobj")
	case "comp":
		return s.complementSubject(x.at)
	}
	if t := s.prepositionNoun(x, slot); t >= 0 {
		return t
	}
	for _, h := range [...]int{x.object, x.at} {
		if h >= 0 {
			if t := s.nounAfter(h, slot); t >= 0 {
				return t
			}
		}
	}
	return -1
}

// complementSubject gives the subject of the complement of a verb; -1 if none.
func (s *scene) complementSubject(verb int) int {
	for _, k := range s.children[verb] {
		if isOneOf(s.relation(k), "ccomp", "xcomp") {
			if subject := s.child(k, "nsubj", "nsubj:pass"); subject >= 0 {
				return subject
			}
		}
	}
	return -1
}
