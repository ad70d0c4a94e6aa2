package events

import "onrecord"

// tellDemands reads "said that Oslo must stop": who says what another has to do
// asks it of him.
func (s *scene) tellDemands() []telling {
	var told []telling
	for i := range s.statements {
		st := &s.statements[i]
		if st.Negated || st.Cue == nil || st.Parent != "" || st.Speaker.Actor == "" {
			continue
		}
		if t, ok := s.tellDemand(st); ok {
			told = append(told, t)
		}
	}
	return told
}

func (s *scene) tellDemand(st *onrecord.Statement) (telling, bool) {
	speaker, ok := s.speakerParty(st)
	if !ok {
		return telling{}, false
	}
	for _, q := range st.Content {
		first, end := s.a.TokensIn(q.Span)
		for t := first; t < min(end, len(s.a.Tokens)); t++ {
			if s.word(t) != "must" && s.word(t) != "should" || s.relation(t) != "aux" {
				continue
			}
			if found, ok := s.demandAt(st, speaker, s.token(t).Head); ok {
				return found, true
			}
		}
	}
	return telling{}, false
}

func (s *scene) demandAt(st *onrecord.Statement, speaker party, verb int) (telling, bool) {
	sentence := s.a.SentenceOf(verb)
	if verb < 0 || sentence >= len(s.a.Sentences) || !s.isBody(sentence) || !s.isVerb(verb) || s.isNegated(verb) || s.isHypothetical(mustDo(verb)) {
		return telling{}, false
	}
	if isOneOf(s.lemma(verb), "know", "be", "have", "see", "remember", "understand", "expect", "feel", "come") {
		return telling{}, false // nothing to be done
	}
	subject := s.child(verb, "nsubj", "nsubj:pass")
	asked := s.partiesAtAll([]int{subject})
	if subject < 0 || len(asked) == 0 || sameSide(asked[0], speaker) || s.speaksFor(st, asked[0]) || asked[0].actor.Kind == onrecord.PeopleActor || isUnnamed(asked[0].actor) {
		return telling{}, false
	}
	x := mustDo(verb)
	how := turned{Type: "REQUEST", asserts: true, why: x.pattern.written}
	t := s.newTelling(x, how, pair{speaker, &asked[0]}, sentence)
	t.Status = onrecord.Asserted
	t.Claim, t.By = "", ""
	if t.On == nil {
		t.On = st.SaidOn
	}
	return t, true
}

// mustDo is the act of a verb that itself names none: whatever must be done.
func mustDo(verb int) act {
	return act{at: verb, carrier: -1, object: -1, pattern: &pattern{written: "said + must", sense: &sense{Type: "REQUEST"}}}
}
