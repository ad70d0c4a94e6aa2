package events

// isFuture reports whether the act is to come: "will", "is to", "going to".
func (s *scene) isFuture(x act) bool {
	verb := s.verbOf(x)
	if verb < 0 {
		return s.isPlannedNoun(x.at)
	}
	for up, steps := verb, 0; up >= 0 && steps < 3; steps++ {
		for _, k := range s.children[up] {
			if s.relation(k) == "aux" && isOneOf(s.word(k), "will", "shall", "'ll", "’ll", "would", "should", "must") {
				return true
			}
		}
		if s.relation(up) != "conj" || s.hasOwnSubject(up) {
			break
		}
		up = s.token(up).Head
	}
	return s.isInfinitive(verb) && s.governorOf(verb) < 0 && s.token(verb).Deprel != "advcl"
}

// isToldAsPresent reports whether an act is told in the present: with a day to come, it is
// to come.
func (s *scene) isToldAsPresent(x act) bool {
	verb := s.verbOf(x)
	return verb >= 0 && isOneOf(s.token(verb).XPOS, "VBZ", "VBP") && s.child(verb, "aux") < 0
}

func (s *scene) isPlannedNoun(noun int) bool {
	for _, k := range s.children[noun] {
		if s.relation(k) == "amod" && isOneOf(s.lemma(k), "planned", "plan", "future", "possible", "proposed", "propose", "upcoming", "potential", "expected", "expect", "threatened", "threaten", "imminent") {
			return true
		}
	}
	above := s.token(noun).Head
	return above >= 0 && s.relation(noun) == "nmod" && isOneOf(s.lemma(above), "plan", "proposal", "negotiation", "negotiations", "talk", "talks", "threat", "call",
		"debate", "idea", "possibility", "prospect", "discussion", "vote", "risk", "fear", "draft", "package")
}

// isHypothetical reports whether the clause is a condition or a mere possibility.
func (s *scene) isHypothetical(x act) bool {
	verb := s.verbOf(x)
	for steps := 0; verb >= 0 && steps < 3; steps++ {
		for _, k := range s.children[verb] {
			switch s.relation(k) {
			case "aux":
				if isOneOf(s.word(k), "may", "might", "could") {
					return true
				}
			case "mark":
				if isOneOf(s.word(k), "if", "unless", "whether") {
					return true
				}
			}
		}
		verb = s.governorOf(verb)
	}
	return false
}

// verbOf gives the verb that carries an act; -1 for a noun without one.
func (s *scene) verbOf(x act) int {
	if x.pattern.noun {
		return x.carrier
	}
	return x.at
}

// longPast is how many years before its report a deed is background.
const longPast = 1

func (s *scene) isLongPast(t *telling) bool {
	published, ok := s.text.Imprint.Published.First()
	if !ok || t.On == nil {
		return false
	}
	last, ok := t.On.To.Last()
	return ok && published.Sub(last).Hours() > longPast*365*24
}
