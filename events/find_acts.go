package events

import "slices"

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
		if s.isIdiom(t) {
			continue
		}
		for _, p := range s.patternsOf(t) {
			if found, ok := s.matchPattern(t, p); ok {
				acts = append(acts, found)
				break
			}
		}
	}
	return acts
}

// isIdiom reports whether a verb means no act with the words by it: "abused the power of his office".
func (s *scene) isIdiom(t int) bool {
	return s.isVerb(t) && slices.ContainsFunc(s.words.idioms[s.lemma(t)], func(p *pattern) bool {
		_, ok := s.matchPattern(t, p)
		return ok
	})
}

// patternsOf gives the patterns of a word by its lemma; by its stem where the
// lexicon lacks the lemma, for a lemma may be guessed wrong.
func (s *scene) patternsOf(t int) []*pattern {
	if !s.isNominal(t) && !s.isVerb(t) {
		return nil
	}
	if list := s.words.predicates[s.word(t)]; len(list) > 0 && s.token(t).UPOS == "NOUN" && !s.isVerb(t) {
		return list // a plural with a sense of its own: "talks"
	}
	if list := s.words.predicates[s.lemma(t)]; len(list) > 0 {
		return list
	}
	if !s.isVerb(t) {
		return nil // "shot" is no "shooting"
	}
	return s.words.byStem[s.stem(t)]
}

func (s *scene) matchPattern(t int, p *pattern) (act, bool) {
	found := act{at: t, carrier: -1, pattern: p, object: -1}
	if p.noun {
		if s.token(t).UPOS != "NOUN" || s.isVerb(t) || !s.hasWordsBefore(t, p.before) {
			return found, false
		}
		found.carrier = s.carrierOf(t)
		return found, true
	}
	if p.particle == "" && p.lemma == "put" && s.hasParticle(t, "forward") {
		return found, false // "put forward sanctions"
	}
	if !s.isVerb(t) || p.negated && !s.isRefused(t) || p.particle != "" && !s.hasParticle(t, p.particle) {
		return found, false
	}
	switch p.link {
	case toObject:
		found.object = s.objectIn(t, p.class)
		return found, found.object >= 0
	case toPrep:
		if !s.isCloseEnough(t, p) {
			return found, false
		}
		found.object = s.obliqueIn(t, p.prep, p.class)
		if near := s.nounAfter(t, p.prep); found.object < 0 && near >= 0 && (p.class == nil || s.isOfClass(near, p.class)) {
			found.object = near
		}
		return found, found.object >= 0
	case withDeed:
		return found, s.hasComplement(t, p.class)
	case withWord:
		return found, s.hasWordAfter(t, p.class)
	case ofOther:
		return found, s.speaksOfOther(t)
	case noObject:
		return found, s.child(t, "obj", "iobj", "nsubj:pass", "xcomp", "ccomp") < 0
	}
	return found, true
}

// isOfWorkers reports whether a strike is one of those who work: "the doctors' strike",
// "a strike by nurses".
func (s *scene) isOfWorkers(strike int) bool {
	for _, k := range s.children[strike] {
		if !isOneOf(s.relation(k), "nmod", "compound") || s.token(k).Deprel == "nmod" && s.preposition(k) != "by" && s.preposition(k) != "of" {
			continue
		}
		if s.inClass(k, s.words.people) && !s.inClass(k, s.words.armed) || isOneOf(s.lemma(k), "union", "worker", "pay", "hunger") {
			return true
		}
	}
	return false
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
