package events

import "onrecord"

// speechType is the act that a statement of a kind is by itself.
func speechType(kind onrecord.StatementKind) (onrecord.EventType, string) {
	switch kind {
	case onrecord.Accuse:
		return "ACCUSE", "allege"
	case onrecord.Condemn:
		return "ACCUSE", "disapprove"
	case onrecord.Demand:
		return "REQUEST", ""
	case onrecord.Refuse:
		return "REJECT", ""
	case onrecord.Praise:
		return "SUPPORT", ""
	}
	return "", ""
}

// tellSpeeches makes events of the statements that are political acts, where the
// syntax of their cue gave none: who accuses, demands, refuses or praises, and
// toward whom.
func (s *scene) tellSpeeches(told []telling) []telling {
	var more []telling
	for i := range s.statements {
		st := &s.statements[i]
		of, mode := speechType(st.Kind)
		if of == "" || st.Negated || st.Cue == nil || st.Parent != "" {
			continue
		}
		if t, ok := s.tellSpeech(st, of, mode); ok && !isToldAt(told, &t, st.Cue.Span) {
			more = append(more, t)
		}
	}
	return more
}

// isToldAt reports whether the words of the cue already gave an event.
func isToldAt(told []telling, t *telling, cue onrecord.Span) bool {
	for i := range told {
		if told[i].sentence == t.sentence && told[i].Evidence.Overlaps(cue) && told[i].Type == t.Type {
			return true
		}
	}
	return false
}

func (s *scene) tellSpeech(st *onrecord.Statement, of onrecord.EventType, mode string) (telling, bool) {
	first, end := s.a.TokensIn(st.Cue.Span)
	if first >= end || end > len(s.a.Tokens) {
		return telling{}, false
	}
	sentence := s.a.SentenceOf(first)
	x, ok := s.cueAct(first, end, of)
	if !ok || sentence >= len(s.a.Sentences) || !s.isBody(sentence) {
		return telling{}, false
	}
	if above := s.turnAct(x); above.unreal || above.planned || above.Type != of {
		return telling{}, false
	}
	speaker, ok := s.speakerParty(st)
	if !ok {
		return telling{}, false
	}
	other := s.firstAddressed(speaker, st, sentence)
	if other == nil {
		return telling{}, false
	}
	how := turned{Type: of, Mode: mode, asserts: true, why: "statement: " + string(st.Kind)}
	t := s.newTelling(x, how, pair{speaker, other}, sentence)
	t.Status = onrecord.Asserted
	if t.On == nil {
		t.On = st.SaidOn
	}
	return t, true
}

// cueAct takes the cue for the word of the act, if the lexicon knows it as one of
// the type; plain "said" is not.
func (s *scene) cueAct(first, end int, of onrecord.EventType) (act, bool) {
	for t := first; t < end; t++ {
		for _, p := range s.patternsOf(t) {
			if _, fits := s.matchPattern(t, p); p.sense.Type == of && !p.noun && !s.isPassive(t) && (fits || p.link != toPrep) {
				return act{at: t, carrier: -1, pattern: p, object: -1}, true
			}
		}
	}
	return act{}, false
}

// firstAddressed names the first actor in the addressee or the content that is
// not of the speaker's side and stands in the sentence of the cue.
func (s *scene) firstAddressed(speaker party, st *onrecord.Statement, sentence int) *party {
	if st.Addressee != nil {
		for _, n := range s.r.Within(st.Addressee.Span) {
			if actor := s.sideName[n.Actor]; actor != nil && isPolitical(actor, nil) {
				if p := s.newParty(actor, n.Span); !sameSide(p, speaker) {
					p.head = -1
					return &p
				}
			}
		}
	}
	other := s.otherThan(speaker, st)
	const near = 60 // bytes into the content: who is meant mostly opens it
	if other == nil || !s.a.Sentences[sentence].Contains(other.words) || other.words.Start > st.Content[0].Start+near {
		return nil
	}
	return other
}
