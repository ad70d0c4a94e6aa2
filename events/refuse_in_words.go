package events

import "onrecord"

// tellRefusal reads "said there would be no talks": the speaker's side refuses
// what the noun names.
func (s *scene) tellRefusal(x act, sentence int) []telling {
	if !x.pattern.noun || !s.isRuledOut(x.at) {
		return nil
	}
	over := s.statementOver(s.token(x.at).Span)
	if over == nil {
		return nil
	}
	speaker, ok := s.speakerParty(over)
	if !ok {
		return nil
	}
	p := pair{actor: speaker, recipient: s.otherThan(speaker, over)}
	how := turned{Type: "REJECT", asserts: true, why: "there will be no + " + x.pattern.written}
	if x.pattern.sense.Type == "CONSULT" {
		how.Mode = "meet"
	}
	t := s.newTelling(x, how, p, sentence)
	t.takesOpponent = !t.hasRecipient
	s.setStatus(&t, x, how, nil)
	return []telling{t}
}

// isRuledOut reports whether the noun stands in "there will be no ...".
func (s *scene) isRuledOut(noun int) bool {
	if no := s.child(noun, "det"); no < 0 || s.word(no) != "no" {
		return false
	}
	first := max(s.a.Sentences[s.a.SentenceOf(noun)].First, noun-6)
	there, toCome := false, false
	for t := first; t < noun; t++ {
		there = there || s.word(t) == "there"
		toCome = toCome || there && isOneOf(s.word(t), "will", "would", "can", "could", "'ll", "’ll")
	}
	return toCome
}

// speakerParty names the side that a statement speaks for: a named person or
// body, else whom the unnamed speaker serves.
func (s *scene) speakerParty(st *onrecord.Statement) (party, bool) {
	words := onrecord.Span{}
	if st.Speaker.Mention != nil {
		words = st.Speaker.Mention.Span
	} else if st.Cue != nil {
		words = st.Cue.Span
	}
	actor := s.sideName[st.Speaker.Actor]
	if actor == nil || !st.Speaker.Named && st.Speaker.For != "" {
		if side := s.sideOfSpeaker(st); side != nil {
			actor = side
		}
	}
	if actor == nil || words.IsEmpty() || !isPolitical(actor, nil) {
		return party{}, false
	}
	p := s.newParty(actor, words)
	p.head = -1
	return p, true
}

// sideOfSpeaker finds the actor that the speaker of a statement speaks for; nil if
// the report names none.
func (s *scene) sideOfSpeaker(st *onrecord.Statement) *onrecord.Actor {
	if st.Speaker.For == "" {
		return nil
	}
	for i := range s.r.Actors {
		if s.isNameOf(&s.r.Actors[i], st.Speaker.For) {
			return &s.r.Actors[i]
		}
	}
	return nil
}

// otherThan names the first actor in the content that is not of the speaker's side.
func (s *scene) otherThan(speaker party, st *onrecord.Statement) *party {
	for _, q := range st.Content {
		for _, n := range s.r.Within(q.Span) {
			actor := s.sideName[n.Actor]
			if actor == nil || !isPolitical(actor, nil) {
				continue
			}
			if p := s.newParty(actor, n.Span); !sameSide(p, speaker) && !s.speaksFor(st, p) {
				p.head = -1
				return &p
			}
		}
	}
	return nil
}
