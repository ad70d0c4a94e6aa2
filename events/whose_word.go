package events

import (
	"strings"

	"onrecord"
)

// isSpeechAct reports whether an act of the type is done by saying so.
func isSpeechAct(t onrecord.EventType) bool {
	switch t {
	case "REJECT", "REQUEST", "THREATEN", "AGREE", "ACCUSE", "CONCEDE":
		return true
	}
	return false
}

// isOwnWord reports whether the statement is itself the act: one who says that
// one will not talk has refused to talk.
func (s *scene) isOwnWord(t *telling, over *onrecord.Statement, how turned) bool {
	return (how.asserts || isSpeechAct(t.Type)) && s.speaksFor(over, t.actor) && !s.isToldAsDone(t.word)
}

// isToldAsDone reports whether a verb stands in the perfect: who says that he "had
// urged" something does not urge it by saying so.
func (s *scene) isToldAsDone(word onrecord.Span) bool {
	first, end := s.a.TokensIn(word)
	if first >= end {
		return false
	}
	for _, k := range s.children[first] {
		if s.relation(k) == "aux" && isOneOf(s.word(k), "had", "has", "have", "'ve", "’ve", "'d") {
			return true
		}
	}
	return false
}

// speaksFor reports whether the speaker of a statement is the party or of its side.
func (s *scene) speaksFor(st *onrecord.Statement, p party) bool {
	if st.Speaker.Actor != "" && st.Speaker.Actor == p.actor.ID {
		return true
	}
	if st.Speaker.For != "" {
		side := s.sideName[onrecord.ActorID(p.side)]
		return s.isNameOf(p.actor, st.Speaker.For) || side != nil && s.isNameOf(side, st.Speaker.For)
	}
	actor := s.sideName[st.Speaker.Actor]
	return actor != nil && actor.Country != "" && actor.Country == p.side
}

func (s *scene) isNameOf(actor *onrecord.Actor, name string) bool {
	for _, alias := range actor.Aliases {
		if sameWords(alias, name) {
			return true
		}
	}
	return sameWords(actor.Name, name)
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(a, "the "), "The "), strings.TrimPrefix(strings.TrimPrefix(b, "the "), "The "))
}

// voiceOf names whose word a statement is: the speaker, for an unnamed one whoever
// is spoken for.
func (s *scene) voiceOf(st *onrecord.Statement) string {
	if !st.Speaker.Named && st.Speaker.For != "" {
		return st.Speaker.For
	}
	return st.Speaker.Name
}

// statementOver finds the innermost statement whose content holds the words; nil
// if the report itself says them.
func (s *scene) statementOver(words onrecord.Span) *onrecord.Statement {
	var best *onrecord.Statement
	shortest := 0
	for i := range s.statements {
		st := &s.statements[i]
		for _, q := range st.Content {
			if q.Contains(words) && !st.Negated && (best == nil || q.Len() < shortest) {
				best, shortest = st, q.Len()
			}
		}
	}
	return best
}
