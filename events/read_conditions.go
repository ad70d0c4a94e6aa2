package events

// hasComplement reports whether a verb has a clause for complement, with a verb of
// the class if there is one.
func (s *scene) hasComplement(verb int, class map[string]bool) bool {
	if verb+1 < len(s.a.Tokens) && isOneOf(s.word(verb+1), "why", "how", "what", "whether", "if", "when", "where", "who", "about") {
		return false // a question only
	}
	for _, k := range s.children[verb] {
		if class != nil && !s.inClass(k, class) {
			continue
		}
		if isOneOf(s.relation(k), "xcomp", "ccomp") || s.relation(k) == "advcl" && s.isInfinitive(k) && k > verb {
			return true
		}
	}
	return false
}

// hasWordAfter looks for a word of the class in the clause behind a verb.
func (s *scene) hasWordAfter(verb int, class map[string]bool) bool {
	end := min(len(s.a.Tokens), verb+1+afterReach, s.a.Sentences[s.a.SentenceOf(verb)].End)
	for t := verb + 1; t < end; t++ {
		switch {
		case s.inClass(t, class):
			return true
		case isOneOf(s.word(t), ",", ";", "and", "but"):
			return false
		}
	}
	return false
}

// speaksOfOther reports whether the complement of a verb has an actor for subject
// that is not the verb's own.
func (s *scene) speaksOfOther(verb int) bool {
	others := s.complementSubjects(verb)
	if len(others) == 0 {
		return false
	}
	for _, own := range s.partiesAtAll(s.subjectsOf(verb, maxDepth)) {
		if sameSide(own, others[0]) {
			return false
		}
	}
	return true
}

// isCloseEnough: "called on Berg" asks, "called Berg soft on crime" does not. With
// such short verbs the preposition must follow at once.
func (s *scene) isCloseEnough(verb int, p *pattern) bool {
	if p.lemma != "call" || p.prep != "on" && p.prep != "for" {
		return true
	}
	next := verb + 1
	for next < len(s.a.Tokens) && (s.token(next).UPOS == "ADV" || s.isTime(next) || next+1 < len(s.a.Tokens) && s.isTime(next+1)) {
		next++
	}
	return next < len(s.a.Tokens) && s.word(next) == p.prep
}

func (s *scene) hasWordsBefore(t int, words []string) bool {
	for i, w := range words {
		at := t - len(words) + i
		if at < 0 || s.word(at) != w && s.lemma(at) != w {
			return false
		}
	}
	return true
}

// hasParticle looks for a particle that hangs on the verb or follows it closely.
func (s *scene) hasParticle(verb int, particle string) bool {
	for _, k := range s.children[verb] {
		if s.word(k) == particle && k > verb {
			return true
		}
	}
	next := verb + 1
	return next < len(s.a.Tokens) && s.word(next) == particle && s.token(next).Head != verb &&
		s.relation(next) != "mark" && s.token(next).UPOS == "ADP" && particle != "on" && particle != "in"
}
