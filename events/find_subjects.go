package events

import "slices"

// onSameLevel drops the subjects that stand on the other side of a bracket:
// "the group (banned here), an envoy said".
func (s *scene) onSameLevel(verb int, subjects []int) []int {
	return slices.DeleteFunc(subjects, func(t int) bool {
		depth := 0
		for k := min(verb, t); k < max(verb, t); k++ {
			switch s.word(k) {
			case "(", "[":
				depth++
			case ")", "]":
				depth--
			}
		}
		return depth != 0
	})
}

// subjectsOf gives the heads of the phrases whose deed the verb is.
func (s *scene) subjectsOf(verb, depth int) []int {
	if verb < 0 || depth == 0 {
		return nil
	}
	if s.isPassive(verb) {
		return s.agentsOf(verb)
	}
	if subject := s.child(verb, "nsubj", "nsubj:outer", "nsubj:pass"); subject >= 0 && s.word(subject) != "there" {
		if before := s.nounBefore(verb); len(before) > 0 && len(s.partiesAt(subject)) == 0 {
			return before
		}
		return s.allSubjects(verb, subject)
	}
	if above := s.subjectsFromAbove(verb, depth-1); len(above) > 0 {
		return above
	}
	if t := s.misplacedSubject(verb); t >= 0 {
		return []int{t}
	}
	return s.nounBefore(verb)
}

// beforeReach is how many words before a finite verb its subject is looked for
// where the syntax shows none that can act.
const beforeReach = 8

// nounBefore finds the noun phrase that stands right before a finite verb, its
// auxiliaries, adverbs and day aside: mostly its subject, whatever the syntax
// says. The list is empty if there is none.
func (s *scene) nounBefore(verb int) []int {
	if !s.isFinite(verb) {
		return nil
	}
	first := max(s.a.Sentences[s.a.SentenceOf(verb)].First, verb-beforeReach)
	for t := verb - 1; t >= first; t-- {
		switch {
		case isOneOf(s.token(t).UPOS, "AUX", "ADV", "PART") || s.isTime(t):
		case s.token(t).UPOS == "ADP" && s.isTime(t+1):
		case isOneOf(s.token(t).UPOS, "NOUN", "PROPN", "PRON"):
			if s.preposition(t) != "" || t > first && s.token(t-1).UPOS == "ADP" {
				return nil
			}
			return []int{t}
		default:
			return nil
		}
	}
	return nil
}

// isTime reports whether a token stands in a time expression.
func (s *scene) isTime(t int) bool {
	for i := range s.a.Times {
		if s.a.Times[i].Contains(s.token(t).Span) {
			return true
		}
	}
	return false
}

func (s *scene) isFinite(verb int) bool {
	if s.child(verb, "aux") >= 0 {
		return true
	}
	switch s.token(verb).XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// agentsOf gives who acts in a passive clause: the phrase with "by".
func (s *scene) agentsOf(verb int) []int {
	for _, k := range s.children[verb] {
		if s.token(k).Deprel == "obl:agent" || s.relation(k) == "obl" && s.preposition(k) == "by" {
			return []int{k}
		}
	}
	return nil
}

// subjectsFromAbove finds the subject of a verb without one of its own: a
// conjunct shares its sister's, an infinitive has the object or subject of the
// verb above, a participle the noun or the subject it hangs on.
func (s *scene) subjectsFromAbove(verb, depth int) []int {
	above := s.token(verb).Head
	if above < 0 || above >= len(s.a.Tokens) {
		return nil
	}
	switch s.linkOf(verb) {
	case "conj":
		return s.subjectsOf(above, depth)
	case "xcomp", "ccomp":
		if o := s.child(above, "obj", "iobj"); o >= 0 && s.takesObjectAsDoer(above) {
			return []int{o}
		}
		if s.isPassive(above) { // "was ordered to leave"
			if o := s.child(above, "nsubj:pass"); o >= 0 {
				return []int{o}
			}
		}
		return s.subjectsOf(above, depth)
	case "advcl":
		if o := s.child(above, "obj"); o >= 0 && o < verb && s.isJudged(above, verb) { // "thanked Oslo for helping"
			return []int{o}
		}
		if s.isVerb(above) && !s.hasOwnSubject(verb) {
			if s.isPassive(above) {
				if o := s.child(above, "nsubj:pass"); o >= 0 {
					return []int{o}
				}
			}
			return s.subjectsOf(above, depth)
		}
	case "acl", "acl:relcl":
		return s.subjectsFromNoun(verb, above, depth)
	}
	return nil
}

// subjectsFromNoun: "troops shelling the town" has the noun itself, "efforts to
// end the war" whoever makes the efforts.
func (s *scene) subjectsFromNoun(verb, noun, depth int) []int {
	if s.token(verb).Deprel == "acl:relcl" || s.isHiddenMain(verb) || s.token(verb).XPOS == "VBG" && s.child(verb, "mark") < 0 {
		return []int{noun}
	}
	if owner := s.child(noun, "nmod:poss"); owner >= 0 {
		return []int{owner}
	}
	if up := s.token(noun).Head; up >= 0 && s.isVerb(up) && s.token(noun).Deprel == "obj" {
		return s.subjectsOf(up, depth-1)
	}
	return nil
}

func (s *scene) hasOwnSubject(verb int) bool {
	return s.child(verb, "nsubj", "nsubj:pass", "csubj", "expl") >= 0
}

// takesObjectAsDoer reports whether the object of a verb does what its complement
// says: "asked Oslo to mediate", "accused Oslo of spying", "forced them to go".
func (s *scene) takesObjectAsDoer(verb int) bool {
	kind := s.turnOf(verb)
	if kind == "ask" || kind == "make" {
		return true
	}
	switch s.lemma(verb) {
	case "want", "see", "accuse", "blame", "leave", "keep", "prevent", "stop", "expect":
		return true
	}
	return false
}
