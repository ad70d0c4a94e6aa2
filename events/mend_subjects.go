package events

// misplacedSubject finds a noun before a finite verb that hangs on it by a relation
// that only clauses and calls have: "Oslo's army chief, Berg, accepted".
func (s *scene) misplacedSubject(verb int) int {
	if !s.isFinite(verb) {
		return -1
	}
	for _, k := range s.children[verb] {
		if k < verb && isOneOf(s.token(k).UPOS, "NOUN", "PROPN") && isOneOf(s.relation(k), "advcl", "vocative", "dislocated") &&
			s.preposition(k) == "" && s.child(k, "mark", "cop") < 0 && !s.isTime(k) {
			return k
		}
	}
	return -1
}

// allSubjects adds the subjects that "and" joins to the first though the syntax
// makes them sisters.
func (s *scene) allSubjects(verb, first int) []int {
	all := []int{first}
	for _, k := range s.children[verb] {
		if k > first && s.token(k).Deprel == "nsubj" && s.isAfterAnd(k) {
			all = append(all, k)
		}
	}
	return all
}

// isAfterAnd reports whether "and" stands before the phrase of a noun.
func (s *scene) isAfterAnd(noun int) bool {
	start := noun
	for _, k := range s.children[noun] {
		if k < start && isOneOf(s.relation(k), "det", "amod", "compound", "nummod", "flat") {
			start = k
		}
	}
	return start > 0 && s.word(start-1) == "and"
}

// isJudged reports whether a verb of praise or blame tells with "for" or "of" what
// its object has done.
func (s *scene) isJudged(verb, deed int) bool {
	mark := s.child(deed, "mark")
	if mark < 0 || !isOneOf(s.word(mark), "for", "of") {
		return false
	}
	for _, p := range s.words.predicates[s.lemma(verb)] {
		if t := p.sense.Type; t == "ACCUSE" || t == "SUPPORT" {
			return true
		}
	}
	return false
}
