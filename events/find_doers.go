package events

import "slices"

// maxDepth bounds how far up the syntax a subject is looked for.
const maxDepth = 6

// doersOf names those who do the act.
func (s *scene) doersOf(x act) []party {
	if !x.pattern.noun {
		if doers := s.partiesAtAll(s.onSameLevel(x.at, s.subjectsOf(x.at, maxDepth))); len(doers) > 0 || s.isPassive(x.at) {
			return doers
		}
		return s.partiesAtAll(s.nounBefore(x.at))
	}
	if own := s.nounDoers(x.at); len(own) > 0 {
		return own
	}
	if x.carrier >= 0 {
		if doers := s.partiesAtAll(s.subjectsOf(x.carrier, maxDepth)); len(doers) > 0 || s.isPassive(x.carrier) {
			return doers
		}
		return s.partiesAtAll(s.nounBefore(x.carrier))
	}
	return nil
}

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

func (s *scene) partiesAtAll(tokens []int) []party {
	var all []party
	for _, t := range tokens {
		if s.canAct(t) {
			all = append(all, s.partiesAt(t)...)
		}
	}
	return all
}

// canAct reports whether a noun may do something in the name of its owner:
// "Syrian jets" can, "clashes in Syria" cannot.
func (s *scene) canAct(t int) bool {
	if t < 0 || s.token(t).UPOS != "NOUN" {
		return true
	}
	if s.words.agents[s.lemma(t)] || s.words.agents[s.word(t)] {
		return true
	}
	_, isMention := s.mentionedAt(t)
	return isMention && s.child(t, "nmod", "amod", "compound", "nmod:poss") < 0
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
		return []int{subject}
	}
	if above := s.subjectsFromAbove(verb, depth-1); len(above) > 0 {
		return above
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
	switch s.relation(verb) {
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
		if s.isVerb(above) && !s.hasOwnSubject(verb) {
			if s.isPassive(above) {
				if o := s.child(above, "nsubj:pass"); o >= 0 {
					return []int{o}
				}
			}
			return s.subjectsOf(above, depth)
		}
	case "acl":
		return s.subjectsFromNoun(verb, above, depth)
	}
	return nil
}

// subjectsFromNoun: "troops shelling the town" has the noun itself, "efforts to
// end the war" whoever makes the efforts.
func (s *scene) subjectsFromNoun(verb, noun, depth int) []int {
	if s.token(verb).Deprel == "acl:relcl" || s.token(verb).XPOS == "VBG" && s.child(verb, "mark") < 0 {
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

// nounDoers names the doers beside a noun: "Ankara's raid", "the Turkish raid",
// "a raid by Ankara", "talks between Ankara and Oslo".
func (s *scene) nounDoers(noun int) []party {
	var all []party
	for _, k := range s.children[noun] {
		switch s.relation(k) {
		case "amod", "compound":
			if p, ok := s.namedAt(k); ok {
				all = append(all, p)
			}
		case "nmod":
			if s.token(k).Deprel == "nmod:poss" || isOneOf(s.preposition(k), "by", "between", "among") {
				all = append(all, s.partiesAt(k)...)
			}
		}
	}
	return all
}

func isOneOf(word string, list ...string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}
