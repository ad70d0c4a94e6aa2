package events

import "slices"

// isMereTopic reports whether the word only speaks of such acts: kind nouns that
// nobody carries out ("American aid to Oslo"), gerunds that are a subject
// ("invading Oslo would be folly") or an epithet ("compromising facts").
func (s *scene) isMereTopic(x act) bool {
	if !x.pattern.noun {
		if x.pattern.lemma == "agree" && s.holdsOpinion(x.at) {
			return true
		}
		return s.isMereDenial(x) || s.isConsequence(x) || s.isHyphened(x.at) || s.relation(x.at) == "csubj" && s.token(x.at).XPOS == "VBG" || s.relation(x.at) == "amod"
	}
	switch x.pattern.sense.Type {
	case "AID", "SUPPORT", "AGREE", "CONCEDE", "COOPERATE":
		return x.carrier < 0
	}
	return false
}

// isMereDenial reports whether only words are rejected: "dismissed the claim".
func (s *scene) isMereDenial(x act) bool {
	if x.pattern.sense.Type != "REJECT" {
		return false
	}
	o := s.objectOf(x.at)
	return o >= 0 && s.inClass(o, s.words.assertions)
}

// isConsequence reports whether a verb tells what another blow led to: "shelled the
// port, killing three".
func (s *scene) isConsequence(x act) bool {
	if x.pattern.sense.Type != "ASSAULT" || s.relation(x.at) != "advcl" || !isOneOf(s.lemma(x.at), "kill", "wound", "injure", "hurt", "destroy", "damage", "leave") || s.token(x.at).XPOS != "VBG" {
		return false
	}
	above := s.token(x.at).Head
	return above >= 0 && slices.ContainsFunc(s.patternsOf(above), func(p *pattern) bool { return p.sense.Type == "ASSAULT" })
}

// holdsOpinion reports whether a verb only thinks the same: "agreed that it is a
// threat", not "agreed that they would meet".
func (s *scene) holdsOpinion(verb int) bool {
	said := s.child(verb, "ccomp")
	return said >= 0 && s.hasOwnSubject(said) && s.child(said, "aux") < 0
}

// isOfAny reports whether an act is only spoken of in general: "before launching
// any strikes".
func (s *scene) isOfAny(x act) bool {
	t := x.object
	if x.pattern.sense.Type == "REJECT" {
		return false // "denied any contact"
	}
	if x.pattern.noun {
		t = x.at
	}
	if t < 0 {
		return false
	}
	det := s.child(t, "det")
	return det >= 0 && s.word(det) == "any"
}

// isMereSilence reports whether nothing but an answer to the press is refused:
// "declined to comment".
func (s *scene) isMereSilence(x act) bool {
	if isOneOf(x.pattern.lemma, "ask", "request", "want") && s.isPlea(x.at) {
		return true
	}
	if !isOneOf(x.pattern.lemma, "refuse", "decline") {
		return false
	}
	if x.pattern.link == noObject && x.at+1 < len(s.a.Tokens) && s.token(x.at+1).UPOS != "PUNCT" {
		return true // "declined over the weekend to"
	}
	next := x.at + 2 // after "to"
	return next < len(s.a.Tokens) && isOneOf(s.word(next), "comment", "say", "speak", "discuss", "elaborate", "confirm", "answer", "provide", "give", "name", "identify", "disclose", "be", "specify") ||
		x.at+1 < len(s.a.Tokens) && s.word(x.at+1) == "comment"
}

// isPlea reports whether the press is asked not to name somebody: "asked not to be
// named".
func (s *scene) isPlea(verb int) bool {
	for _, k := range s.children[verb] {
		if isOneOf(s.relation(k), "xcomp", "ccomp", "advcl", "obl") && isOneOf(s.lemma(k), "name", "identify", "quote", "anonymity", "withhold", "photograph") {
			return true
		}
	}
	return false
}

// isHyphened reports whether a word is the second half of another: "US-backed".
func (s *scene) isHyphened(t int) bool {
	return t > 0 && s.word(t-1) == "-" && s.token(t-1).End == s.token(t).Start
}

// carriesAct reports whether a verb of promise or threat only turns the act of its
// complement, which is told by itself: "agreed to freeze the assets".
func (s *scene) carriesAct(x act) bool {
	if x.pattern.noun || s.turnOf(x.at) == "" {
		return false
	}
	if slices.Contains(x.pattern.sense.To, "joint") && len(distinct(s.doersOf(x))) > 1 {
		return false
	}
	for _, k := range s.children[x.at] {
		if k > x.at && isOneOf(s.relation(k), "xcomp", "ccomp", "advcl") && s.isInfinitive(k) {
			for _, p := range s.patternsOf(k) {
				if _, ok := s.matchPattern(k, p); ok {
					return true
				}
			}
		}
	}
	return false
}
