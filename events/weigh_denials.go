package events

import "onrecord"

// denial is somebody's word that acts of a type were not done; an empty type
// denies whatever was charged ("denied the charge").
type denial struct {
	by  *onrecord.Statement
	act onrecord.EventType
}

// readDenials gathers what the statements of a report deny.
func (s *scene) readDenials() []denial {
	var all []denial
	for i := range s.statements {
		st := &s.statements[i]
		if st.Negated {
			continue
		}
		types := s.typesIn(st, !s.isDenial(st))
		for _, t := range types {
			all = append(all, denial{st, t})
		}
		if st.Kind == onrecord.Deny && len(types) == 0 && s.meansTheCharge(st) {
			all = append(all, denial{by: st})
		}
	}
	return all
}

// meansTheCharge reports whether a content points at what was charged before
// rather than naming it: "the accusations", "any involvement", "it".
func (s *scene) meansTheCharge(st *onrecord.Statement) bool {
	for _, q := range st.Content {
		first, end := s.a.TokensIn(q.Span)
		if end-first == 1 {
			return true
		}
		for t := first; t < min(end, len(s.a.Tokens)); t++ {
			switch s.stem(t) {
			case "charg", "accusation", "allegation", "claim", "report", "involvement", "responsibility", "wrongdo", "blam", "role", "rol":
				return true
			}
		}
	}
	return false
}

// isDenial reports whether all that a statement holds is denied, since its cue is
// a word of denying. Others only hold a negated sentence among the rest.
func (s *scene) isDenial(st *onrecord.Statement) bool {
	if st.Kind != onrecord.Deny || st.Cue == nil {
		return false
	}
	first, end := s.a.TokensIn(st.Cue.Span)
	for t := first; t < end; t++ {
		switch s.stem(t) {
		case "deny", "reject", "dismiss", "refut", "rebut", "disput", "contradict", "denial", "rebuff":
			return true
		}
	}
	return false
}

// typesIn gives the types of the acts in the content of a statement; negated asks
// for those beside "not" only: "said it had not shelled the port".
func (s *scene) typesIn(st *onrecord.Statement, negated bool) []onrecord.EventType {
	var types []onrecord.EventType
	for _, q := range st.Content {
		first, end := s.a.TokensIn(q.Span)
		for _, x := range s.findActs(first, min(end, len(s.a.Tokens))) {
			verb := x.at
			if x.carrier >= 0 {
				verb = x.carrier
			}
			if x.pattern.noun && x.pattern.sense.Type == "ACCUSE" {
				continue // what is denied is the charge itself
			}
			if !negated || s.isNegated(verb) && isHostile(x.pattern.sense.Type) && !s.isToCome(verb) {
				types = append(types, x.pattern.sense.Type)
			}
		}
	}
	return types
}

// isDenied reports whether one of the two sides of a claimed act denies it: the
// actor always, the recipient where it takes two.
func (s *scene) isDenied(t *telling, denials []denial) bool {
	for _, d := range denials {
		if d.by.ID == t.Claim && t.Claim != "" || d.act != "" && d.act != t.Type || d.act == "" && !isHostile(t.Type) {
			continue
		}
		if s.speaksFor(d.by, t.actor) {
			return true
		}
		if t.hasRecipient && d.act != "" && takesTwo(t.Type) && s.speaksFor(d.by, t.recipient) {
			return true
		}
	}
	return false
}

func takesTwo(t onrecord.EventType) bool {
	switch t {
	case "CONSULT", "AGREE", "COOPERATE", "AID", "SUPPORT":
		return true
	}
	return false
}
