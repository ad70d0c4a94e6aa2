package events

import "onrecord"

func (s *scene) refuse(out *turned, why string) {
	if isHostile(out.Type) && out.Type != "REJECT" {
		out.unreal = true // "refused to attack" is no act
		return
	}
	*out = turned{Type: "REJECT", Mode: refusedMode(out.Type), asserts: true, why: why + " + " + out.why}
}

// turnNegated reads "not" at the act itself: what one will not do one rejects,
// what one did not do is no act.
func (s *scene) turnNegated(verb int, out *turned) {
	if s.isByNobody(verb) {
		out.unreal = true
		return
	}
	if !s.isNegated(verb) {
		return
	}
	if out.Type != "REJECT" && (s.isToCome(verb) || s.isPresent(verb)) {
		s.refuse(out, "not")
		return
	}
	out.unreal = true
}

// isByNobody reports whether nobody does what a verb says: "no president has met them".
func (s *scene) isByNobody(verb int) bool {
	subject := s.child(verb, "nsubj", "nsubj:pass")
	if subject < 0 {
		return false
	}
	det := s.child(subject, "det")
	return det >= 0 && isOneOf(s.word(det), "no", "neither") || isOneOf(s.word(subject), "nobody", "none", "nothing")
}

// isRefused reports whether "not" by a verb refuses what it says: of what is to come
// or holds ("will not pay"), and of what one may withhold ("did not allow"). What one
// merely did not do is no refusal.
func (s *scene) isRefused(verb int) bool {
	if !s.isNegated(verb) {
		return false
	}
	switch s.lemma(verb) {
	case "want", "allow", "permit", "let", "recognize", "recognise", "accept", "tolerate", "agree", "need":
		return true
	}
	return s.isToCome(verb) || s.isPresent(verb)
}

func (s *scene) isInfinitive(verb int) bool {
	for _, k := range s.children[verb] {
		if s.token(k).Deprel == "mark" && s.word(k) == "to" {
			return true
		}
	}
	if head := s.token(verb).Head; s.relation(verb) == "conj" && head >= 0 && s.relation(head) != "conj" && !s.hasOwnSubject(verb) {
		return s.isInfinitive(head)
	}
	return false
}

// isToCome reports whether an auxiliary or "going to" sets the verb in the future.
func (s *scene) isToCome(verb int) bool {
	for _, k := range s.children[verb] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "will", "shall", "'ll", "’ll", "wo", "would", "can", "could", "ca") {
			return true
		}
	}
	return false
}

func (s *scene) isPresent(verb int) bool {
	for _, k := range s.children[verb] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "do", "does") {
			return true
		}
	}
	return false
}

// refusedMode tells what is refused with an act of a type.
func refusedMode(t onrecord.EventType) string {
	switch t {
	case "CONSULT":
		return "meet"
	case "AID", "COOPERATE", "SUPPORT":
		return "assist"
	case "CONCEDE", "RETREAT":
		return "yield"
	}
	return ""
}
