package events

import "onrecord"

// turnSign gives what it means that an act ends.
func turnSign(out *turned) {
	switch out.Type {
	case "AID", "COOPERATE", "SUPPORT", "AGREE":
		out.Type, out.Mode = "SANCTION", "discontinue"
	case "CONSULT":
		out.Type, out.Mode = "REJECT", "meet"
	case "ASSAULT":
		out.Type, out.Mode = "RETREAT", "ceasefire"
	case "SANCTION", "COERCE", "PROTEST", "MOBILIZE", "THREATEN":
		out.Type, out.Mode = "RETREAT", ""
	case "ACCUSE", "REQUEST", "REJECT":
		out.Type, out.Mode = "CONCEDE", ""
	default:
		out.unreal = true
	}
}

// turnPledge gives what it means that an act is promised.
func turnPledge(out *turned) {
	out.asserts = true
	switch out.Type {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE":
		out.Type, out.Mode = "AGREE", ""
	case "CONCEDE", "RETREAT":
		out.Type, out.Mode = "CONCEDE", ""
	case "REQUEST", "REJECT", "ACCUSE":
		out.planned = true
	default:
		out.Type, out.Mode = "THREATEN", ""
	}
}

// turnDecided gives what it means that an act is decided: what is agreed to for
// another's sake is a promise, all else counts as done.
func (s *scene) turnDecided(verb int, out *turned) {
	if s.lemma(verb) == "agree" && (!isHostile(out.Type) || out.Type == "THREATEN") {
		turnPledge(out)
	}
	out.asserts = true
	out.agreed = s.lemma(verb) == "agree"
}

// turnFailed: who fails to agree rejects, all else is no act.
func (s *scene) turnFailed(out *turned) {
	if out.Type == "AGREE" {
		s.refuse(out, "fail")
		return
	}
	out.unreal = true
}

// isHostile reports whether a type is conflict.
func isHostile(t onrecord.EventType) bool {
	switch t {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return true
	}
	return false
}
