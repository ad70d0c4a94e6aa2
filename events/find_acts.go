package events

// act is a place that names an act: its word, what the lexicon says of it, and
// the verb that carries it if it is a noun.
type act struct {
	at      int // token of the word
	carrier int // token of the light verb that has the noun as object; else -1
	pattern *pattern
	object  int // token of the object that the pattern asked for; -1 if none
}

// findActs gives the acts of a sentence in order.
func (s *scene) findActs(first, end int) []act {
	var acts []act
	for t := first; t < end; t++ {
		for i := range s.words.predicates[s.lemma(t)] {
			p := &s.words.predicates[s.lemma(t)][i]
			if found, ok := s.matchPattern(t, p); ok {
				acts = append(acts, found)
				break
			}
		}
	}
	return acts
}

func (s *scene) matchPattern(t int, p *pattern) (act, bool) {
	found := act{at: t, carrier: -1, pattern: p, object: -1}
	if p.noun {
		if s.token(t).UPOS != "NOUN" && s.token(t).UPOS != "PROPN" || !s.hasWordsBefore(t, p.before) {
			return found, false
		}
		found.carrier = s.carrierOf(t)
		return found, true
	}
	if !s.isVerb(t) || p.negated && !s.isNegated(t) || p.particle != "" && !s.hasParticle(t, p.particle) {
		return found, false
	}
	switch p.link {
	case toObject:
		found.object = s.objectIn(t, p.class)
		return found, found.object >= 0
	case toPrep:
		found.object = s.obliqueIn(t, p.prep, p.class)
		return found, found.object >= 0
	case noObject:
		return found, s.child(t, "obj", "iobj", "nsubj:pass") < 0
	}
	return found, true
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

// objectOf gives the object of a verb, the subject of a passive one; -1 if none.
func (s *scene) objectOf(verb int) int {
	if o := s.child(verb, "obj"); o >= 0 {
		return o
	}
	if o := s.child(verb, "nsubj:pass"); o >= 0 {
		return o
	}
	if tok := s.token(verb); tok.Deprel == "acl" && tok.XPOS == "VBN" {
		return tok.Head
	}
	return -1
}

func (s *scene) objectIn(verb int, class map[string]bool) int {
	o := s.objectOf(verb)
	if o < 0 {
		return -1
	}
	for _, c := range s.conjuncts(o) {
		if s.isOfClass(c, class) {
			return c
		}
	}
	return -1
}

// isOfClass looks at the head noun, and, for "dozens of prisoners", at the noun
// below a number.
func (s *scene) isOfClass(noun int, class map[string]bool) bool {
	if class[s.lemma(noun)] || class[s.word(noun)] {
		return true
	}
	for _, k := range s.children[noun] {
		if s.relation(k) == "nmod" && s.preposition(k) == "of" && (class[s.lemma(k)] || class[s.word(k)]) {
			return isAmount(s.lemma(noun))
		}
	}
	return false
}

func isAmount(lemma string) bool {
	switch lemma {
	case "dozen", "hundred", "thousand", "number", "group", "series", "lot", "handful", "score", "ton", "million", "wave", "kind", "form", "round", "package", "barrage":
		return true
	}
	return false
}

func (s *scene) obliqueIn(verb int, prep string, class map[string]bool) int {
	for _, k := range s.children[verb] {
		if s.relation(k) != "obl" || s.preposition(k) != prep {
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

// carrierOf gives the light verb that carries a noun: "launch" of "launch an
// attack", "engage" of "engage in talks"; -1 if none.
func (s *scene) carrierOf(noun int) int {
	h := s.token(noun).Head
	if h < 0 || h >= len(s.a.Tokens) {
		return -1
	}
	if s.relation(noun) == "conj" && s.isNominal(h) {
		return s.carrierOf(h)
	}
	switch s.token(noun).Deprel {
	case "obj", "nsubj:pass":
	case "obl": // "engaged in talks"
		if s.preposition(noun) != "in" {
			return -1
		}
	default:
		return -1
	}
	for _, particle := range s.words.light[s.lemma(h)] {
		if s.isVerb(h) && (particle == "" || s.hasParticle(h, particle)) {
			return h
		}
	}
	return -1
}
