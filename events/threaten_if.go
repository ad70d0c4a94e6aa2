package events

import "onrecord"

// isConditionalThreat reports whether a side says what hostile act it will do if
// another does or leaves something: "Oslo would close the port unless Bern paid".
func (s *scene) isConditionalThreat(x act, how turned, over *onrecord.Statement, doers []party) bool {
	if over == nil || len(doers) == 0 || !isHostile(how.Type) || how.asserts || how.Type == "THREATEN" || how.Type == "REQUEST" || how.Type == "ACCUSE" {
		return false
	}
	verb := s.verbOf(x)
	if verb < 0 || !s.speaksFor(over, doers[0]) || !s.isToCome(verb) && !s.mayHappen(verb) {
		return false
	}
	return s.conditionOf(verb) >= 0
}

// mayHappen reports whether "may" or "might" stands by a verb.
func (s *scene) mayHappen(verb int) bool {
	for _, k := range s.children[verb] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "may", "might") {
			return true
		}
	}
	return false
}

// conditionOf gives the verb of the condition that hangs on a verb; -1 if none.
func (s *scene) conditionOf(verb int) int {
	for _, k := range s.children[verb] {
		if s.relation(k) != "advcl" {
			continue
		}
		for _, m := range s.children[k] {
			if s.relation(m) == "mark" && isOneOf(s.word(m), "if", "unless", "until") {
				return k
			}
		}
	}
	return -1
}

// makeThreat turns such an act into a threat against whoever the condition is about.
func (s *scene) makeThreat(x act, how *turned, recipients []party) []party {
	how.Type, how.Mode, how.asserts, how.why = "THREATEN", "", true, "if + "+how.why
	if len(recipients) > 0 {
		return recipients
	}
	return s.partiesAt(s.child(s.conditionOf(s.verbOf(x)), "nsubj", "nsubj:pass"))
}
