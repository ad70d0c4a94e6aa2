package events

import "onrecord"

// objectOf gives the object of a verb, the subject of a passive one; -1 if none.
func (s *scene) objectOf(verb int) int {
	if o := s.child(verb, "obj"); o >= 0 {
		return s.antecedentOf(o)
	}
	if o := s.relativeObject(verb); o >= 0 {
		return o
	}
	if o := s.sharedObject(verb); o >= 0 {
		return o
	}
	if s.isPassive(verb) {
		if tok := s.token(verb); tok.Deprel == "acl" && tok.Head >= 0 {
			return tok.Head
		}
		return s.child(verb, "nsubj:pass", "nsubj")
	}
	return s.nounAfter(verb, "")
}

// relativeObject finds the noun that a relative clause hangs on where its verb has
// a subject and no object: "the party that Oslo banned".
func (s *scene) relativeObject(verb int) int {
	tok := s.token(verb)
	subject := s.child(verb, "nsubj")
	if tok.Deprel != "acl:relcl" || tok.Head < 0 || subject < 0 || s.antecedentOf(subject) != subject || s.child(verb, "ccomp", "xcomp", "obl") >= 0 && !s.hasRelative(verb) {
		return -1
	}
	return tok.Head
}

// hasRelative reports whether a relative pronoun opens the clause of a verb.
func (s *scene) hasRelative(verb int) bool {
	subject := s.child(verb, "nsubj")
	return subject > 0 && isOneOf(s.word(subject-1), "which", "that", "whom")
}

// sharedObject finds the object that a verb shares with the one joined to it:
// "shelters and arms the rebels".
func (s *scene) sharedObject(verb int) int {
	if s.isPassive(verb) || s.child(verb, "obl", "ccomp", "xcomp") >= 0 {
		return -1
	}
	const near = 3 // words
	for _, k := range s.children[verb] {
		if k > verb && k-verb <= near && s.relation(k) == "conj" && s.isVerb(k) && !s.hasOwnSubject(k) {
			return s.child(k, "obj")
		}
	}
	return -1
}

// afterReach is how many words behind a verb a complement is looked for where the
// syntax shows none.
const afterReach = 7

// nounAfter finds the complement that stands behind a verb though the syntax
// hangs it elsewhere: the first noun phrase with the preposition, or, for none,
// the one that follows at once.
func (s *scene) nounAfter(verb int, preposition string) int {
	end := min(len(s.a.Tokens), verb+1+afterReach, s.a.Sentences[s.a.SentenceOf(verb)].End)
	seen := ""
	for t := verb + 1; t < end; t++ {
		switch s.token(t).UPOS {
		case "ADP":
			if preposition == "" {
				return -1
			}
			seen = s.word(t)
		case "NOUN", "PROPN", "PRON":
			if up := s.token(t).Head; up > t && up < end && isOneOf(s.relation(t), "compound", "nmod", "flat", "det") {
				continue // a modifier of the noun to come
			}
			if seen == preposition && !s.isTime(t) {
				return t
			}
			if preposition == "" {
				return -1
			}
		case "VERB", "SCONJ", "PUNCT", "CCONJ", "AUX":
			return -1
		}
	}
	return -1
}

func (s *scene) objectIn(verb int, class map[string]bool) int {
	o := s.objectOf(verb)
	if o < 0 {
		return s.classAfter(verb, class)
	}
	if class["@person"] && (!s.isFinite(verb) || s.child(verb, "xcomp") >= 0) {
		return -1 // "calling Berg a liar"
	}
	for _, c := range s.conjuncts(o) {
		if s.isOfClass(c, class) {
			return c
		}
	}
	return -1
}

// classAfter finds a noun of the class close behind a verb whose object the
// syntax does not show.
func (s *scene) classAfter(verb int, class map[string]bool) int {
	end := min(len(s.a.Tokens), verb+1+afterReach, s.a.Sentences[s.a.SentenceOf(verb)].End)
	for t := verb + 1; t < end; t++ {
		switch s.token(t).UPOS {
		case "NOUN":
			if s.isOfClass(t, class) {
				return t
			}
		case "VERB": // "extend the arms embargo" with "embargo" misread
			if class[s.word(t)] && s.child(t, "mark", "aux") < 0 {
				return t
			}
			return -1
		case "PUNCT", "SCONJ", "ADP":
			return -1
		}
	}
	return -1
}

// isOfClass looks at the head noun, and, for "dozens of prisoners", at the noun
// below a number.
func (s *scene) isOfClass(noun int, class map[string]bool) bool {
	if s.inClass(noun, class) {
		return true
	}
	for _, k := range s.children[noun] {
		if s.relation(k) == "nmod" && s.preposition(k) == "of" && s.inClass(k, class) {
			return isAmount(s.lemma(noun)) || s.token(noun).UPOS == "NUM"
		}
	}
	return false
}

func (s *scene) inClass(noun int, class map[string]bool) bool {
	return class["@person"] && s.isNamedPerson(noun) || class[s.lemma(noun)] || class[s.word(noun)]
}

func isAmount(lemma string) bool {
	switch lemma {
	case "state", "dozen", "hundred", "thousand", "number", "group", "series", "lot", "handful", "score", "ton", "million", "wave", "kind", "form", "round", "package", "barrage", "team", "shipment", "convoy", "part", "parts", "half", "rest", "dollar", "euro", "pound", "tonne", "area", "areas":
		return true
	}
	return false
}

func (s *scene) obliqueIn(verb int, prep string, class map[string]bool) int {
	for _, k := range s.children[verb] {
		if s.relation(k) != "obl" || s.preposition(k) != prep || s.isTime(k) {
			continue
		}
		for _, c := range s.conjuncts(k) {
			if class == nil || s.isOfClass(c, class) {
				return c
			}
		}
	}
	return -1
}

// isNamedPerson reports whether a noun phrase means a person known by name.
func (s *scene) isNamedPerson(noun int) bool {
	for _, m := range s.headOf[noun] {
		actor := s.sideName[s.r.Mentions[m].Actor]
		if actor != nil && actor.Kind == onrecord.PersonActor && s.r.Mentions[m].Named {
			return true
		}
	}
	return false
}
