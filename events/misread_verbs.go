package events

func (s *scene) isMisreadVerb(noun int) bool {
	if !s.words.verbs[s.lemma(noun)] {
		return false
	}
	for _, k := range s.children[noun] {
		if isOneOf(s.relation(k), "det", "amod", "compound") || s.token(k).Deprel == "nmod:poss" || s.relation(k) == "cop" {
			return false
		}
	}
	if subject := s.child(noun, "nsubj"); subject >= 0 && subject < noun {
		return isOneOf(s.token(subject).UPOS, "PROPN", "PRON")
	}
	above := s.token(noun).Head
	return noun > 0 && s.word(noun-1) == "to" && above >= 0 && s.a.Tokens[above].UPOS == "VERB" && above < noun && s.turnOf(above) != ""
}

// linkOf gives the relation of a verb to its head; that of one misread for a noun
// ("offered to mediate") is what it would be.
func (s *scene) linkOf(verb int) string {
	if tok := s.token(verb); tok.UPOS == "NOUN" && tok.Head >= 0 && tok.Head < verb {
		return "xcomp"
	}
	if s.token(verb).Deprel == "acl:relcl" {
		return "acl:relcl"
	}
	return s.relation(verb)
}

// isHiddenMain reports whether a past form hangs on the noun that heads its
// sentence: there is no other verb, so it is the main one and the noun its subject.
func (s *scene) isHiddenMain(verb int) bool {
	tok := s.token(verb)
	head := tok.Head
	if head >= 0 && s.child(head, "cop") >= 0 || s.child(verb, "obl:agent") >= 0 {
		return false // "is under sanctions imposed by Oslo"
	}
	return tok.Deprel == "acl" && head >= 0 && head < verb && s.token(head).Head < 0 && s.isNominal(head) && isOneOf(tok.XPOS, "VBN", "VBD")
}
