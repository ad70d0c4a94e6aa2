package links

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// besideBytes is how far behind what a state said a quotation may stand that gives its words.
const besideBytes = 300

// Sides gives whose word each statement of an entry is, in their order: what [SideOf] tells; and for those whom
// the report names without a role, since other reports introduced them, what their words tell ("Norland
// would pay, Anna Weber said") or their place, right behind what a state is reported to say.
func Sides(e *onrecord.Entry, reader *words.Reader) []onrecord.ActorID {
	sides := make([]onrecord.ActorID, len(e.Statements))
	for i := range e.Statements {
		sides[i] = SideOf(e, &e.Statements[i], reader)
	}
	implied := map[onrecord.ActorID]onrecord.ActorID{}
	for i := range e.Statements {
		who := sides[i]
		if !isPerson(who) || implied[who] != "" || e.Statements[i].Speaker.For != "" {
			continue
		}
		if state := subjectOf(reader.Read("", e.Statements[i].Content...)); state != "" {
			implied[who] = state
		} else if i > 0 && followsState(&e.Statements[i-1], &e.Statements[i], sides[i-1]) {
			implied[who] = sides[i-1]
		}
	}
	for i, who := range sides {
		if state := implied[who]; state != "" {
			sides[i] = state
		}
	}
	return sides
}

// followsState reports whether a quotation stands right behind what a state or its organ is reported to say.
func followsState(before, s *onrecord.Statement, side onrecord.ActorID) bool {
	apart := cover(s).Start - cover(before).End
	return s.Form == onrecord.Direct && isState(side) && !isPerson(before.Speaker.Actor) && apart > 0 && apart <= besideBytes
}

func isState(id onrecord.ActorID) bool {
	return len(id) == 3 && string(id) == strings.ToUpper(string(id))
}

// subjectOf is the state with whose name the words begin, if it is their subject.
func subjectOf(tokens []words.Token) onrecord.ActorID {
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.IsMark() || t.Lower == "the":
			continue
		case !isState(t.Actor) || t.Adjective || t.Class != 0 || strings.HasSuffix(t.Lower, "'s"):
			return ""
		case i+1 == len(tokens) || tokens[i+1].Class&words.Links != 0 || tokens[i+1].IsMark():
			return "" // "blamed Norland for the flood"
		case tokens[i+1].Actor == t.Actor:
			continue
		}
		return t.Actor
	}
	return ""
}
