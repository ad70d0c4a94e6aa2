package events

import (
	"onrecord"
)

// What is seen of a word that may tell an act: numbers of templates.
const (
	clueBias = 1000 + 16*iota
	clueKind
	clueLemma
	clueStem
	clueLemmaKind
	clueCircle
	clueSense
	cluePattern
	clueNoSense
	clueRule
	clueRuleLemma
	clueChild
	clueChildFrame
	clueChildCircle
	clueChildCircleLemma
	clueCircleFrame
	clueChildSense
	clueFrame
	clueFrameLemma
	clueFrameRule
	clueAbove
	clueAboveLemma
	clueAboveTurn
	clueAboveRule
	clueNear
	clueNearLemma
	clueMood
	clueMoodRule
	clueNot
	clueNotRule
	clueSaid
	clueSaidRule
	clueOver
	clueOverRule
	clueCue
	clueCueLemma
	clueCueForm
	clueSpeaker
	clueSaidStem
	clueSaidCircle
	clueSaidSense
	clueSaidNamed
	cluePlace
)

// wordClues gives what is seen of a word that may tell an act; rules are the types
// that the rules read there.
func (s *scene) wordClues(t int, rules []onrecord.EventType) []uint32 {
	c := newClues(96)
	lemma, kind, stem := s.lemma(t), s.token(t).UPOS, s.stem(t)
	c.add(clueBias)
	c.add(clueKind, kind)
	c.add(clueLemma, lemma)
	c.add(clueStem, stem)
	c.add(clueLemmaKind, lemma, kind)
	c.add(clueCircle, s.circles.deeds[stem])
	rule := "none"
	for _, of := range rules {
		rule = string(of)
		c.add(clueRuleLemma, rule, lemma)
	}
	c.add(clueRule, rule)
	s.addSenses(c, t)
	s.addChildren(c, t, rule)
	s.addAbove(c, t, rule)
	s.addNear(c, t)
	s.addMood(c, t, rule)
	s.addVoices(c, t, rule)
	c.add(cluePlace, s.depthOf(t))
	return c.list
}

// addSenses adds what the lexicon knows of a word, whether its conditions are met or
// not.
func (s *scene) addSenses(c *clues, t int) {
	seen := map[onrecord.EventType]bool{}
	for _, p := range s.patternsOf(t) {
		_, met := s.matchPattern(t, p)
		if met {
			c.add(cluePattern, p.written)
		}
		if !seen[p.sense.Type] {
			seen[p.sense.Type] = true
			c.add(clueSense, yesNo(met), string(p.sense.Type))
		}
	}
	if len(seen) == 0 {
		c.add(clueNoSense)
	}
}

// addChildren adds what hangs on a word.
func (s *scene) addChildren(c *clues, t int, rule string) {
	frame, lemma, circle := "", s.lemma(t), s.circles.deeds[s.stem(t)]
	for _, k := range s.children[t] {
		how := s.token(k).Deprel
		if isOneOf(how, "punct", "det", "cc") {
			continue
		}
		if isOneOf(s.relation(k), "nsubj", "obj", "iobj", "xcomp", "ccomp", "obl") {
			frame += how + " "
		}
		by := s.preposition(k)
		c.add(clueChild, how, by, s.lemmaOrKind(k))
		c.add(clueChildFrame, lemma, how, by)
		if circle != "" {
			c.add(clueCircleFrame, circle, how, by)
		}
		if below := s.circles.deeds[s.stem(k)]; below != "" {
			c.add(clueChildCircle, how, below)
			c.add(clueChildCircleLemma, lemma, how, below)
		}
		if senses := s.words.predicates[s.lemma(k)]; len(senses) > 0 {
			c.add(clueChildSense, how, string(senses[0].sense.Type))
		}
	}
	c.add(clueFrame, frame)
	c.add(clueFrameLemma, lemma, frame)
	c.add(clueFrameRule, rule, frame)
}

// lemmaOrKind gives the lemma of a word, for a name the kind of who is named.
func (s *scene) lemmaOrKind(t int) string {
	if s.nameAt[t] < 0 && !s.isNamed(t) {
		return s.lemma(t)
	}
	if p, ok := s.anyActorAt(t); ok {
		return "*" + string(p.actor.Kind)
	}
	return "*"
}

// addAbove adds what a word hangs on.
func (s *scene) addAbove(c *clues, t int, rule string) {
	h, how := s.token(t).Head, s.token(t).Deprel
	c.add(clueAboveLemma, s.lemma(t), how)
	if h < 0 {
		c.add(clueAbove, "root")
		return
	}
	c.add(clueAbove, how, s.lemma(h))
	c.add(clueAboveTurn, how, s.turnOf(h))
	c.add(clueAboveRule, rule, how, s.turnOf(h))
}

// addNear adds the words beside a word.
func (s *scene) addNear(c *clues, t int) {
	sentence := s.a.Sentences[s.a.SentenceOf(t)]
	for _, d := range [...]int{-2, -1, 1, 2} {
		if k := t + d; k >= sentence.First && k < min(sentence.End, len(s.a.Tokens)) {
			c.add(clueNear+d+2, s.lemma(k))
			if d*d == 1 {
				c.add(clueNearLemma+d+2, s.lemma(t), s.lemma(k))
			}
		}
	}
}

// addMood adds how a word is put: tense, voice, auxiliaries, negation.
func (s *scene) addMood(c *clues, t int, rule string) {
	mood := s.token(t).XPOS
	if s.isVerb(t) && s.isPassive(t) {
		mood += " passive"
	}
	for _, k := range s.children[t] {
		if isOneOf(s.relation(k), "aux", "mark") {
			mood += " " + s.word(k)
		}
	}
	if s.isNegated(t) {
		mood += " not"
		c.add(clueNot, s.lemma(t))
		c.add(clueNotRule, rule)
	}
	c.add(clueMood, mood)
	c.add(clueMoodRule, mood, rule)
}

// depthOf tells roughly how far down its report a word stands.
func (s *scene) depthOf(t int) string {
	switch i := s.a.SentenceOf(t); {
	case i < 2:
		return "lead"
	case i < 6:
		return "top"
	}
	return "below"
}
