package events

import "onrecord"

// accusation is a verb of accusing over an act, and who accuses.
type accusation struct {
	verb  int
	party *party
}

// accuserOf finds the accusation that an act is told in: "accused Oslo of
// shelling the port", "blamed Oslo for the raid". The accusing itself is no part of it.
func (s *scene) accuserOf(x act) *accusation {
	at := x.at
	for range maxDepth {
		above := s.token(at).Head
		if above < 0 {
			return nil
		}
		if s.isVerb(above) && isOneOf(s.lemma(above), "accuse", "blame", "suspect", "charge", "allege") && isOneOf(s.relation(at), "obl", "advcl", "xcomp", "ccomp", "acl") {
			a := &accusation{verb: above}
			if by := s.partiesAtAll(s.subjectsOf(above, maxDepth)); len(by) > 0 {
				a.party = &by[0]
			}
			return a
		}
		if r := s.relation(at); r == "nsubj" || r == "conj" && s.isVerb(at) && s.hasOwnSubject(at) || r == "parataxis" {
			return nil
		}
		at = above
	}
	return nil
}

// accusedDoers: the object of the accusing verb does what it is accused of.
func (s *scene) accusedDoers(x act, a *accusation, doers []party) []party {
	isOther := len(doers) > 0 && (a.party == nil || !sameSide(doers[0], *a.party))
	if x.pattern.noun && isOther || s.token(x.at).Deprel == "ccomp" {
		return doers
	}
	if o := s.objectOf(a.verb); o >= 0 {
		if accused := s.partiesAt(o); len(accused) > 0 {
			return accused
		}
	}
	return doers
}

// setStatus tells how far the report vouches for the telling.
func (s *scene) setStatus(t *telling, x act, how turned, accuser *accusation) {
	over := s.statementOver(s.token(x.at).Span)
	switch {
	case accuser != nil && accuser.party != nil:
		t.Status, t.By = onrecord.Claimed, accuser.party.name
		if over != nil {
			t.Claim = over.ID
		}
	case over != nil && !s.isOwnWord(t, over, how):
		t.Status, t.By, t.Claim = onrecord.Claimed, s.voiceOf(over), over.ID
	default:
		t.Status = onrecord.Asserted
	}
	switch {
	case s.isHypothetical(x):
		t.Status = onrecord.Hypothetical
	case how.planned || s.isFuture(x) && !how.asserts:
		t.Status = onrecord.Planned
	case t.On != nil && s.text.Imprint.Published != "" && t.On.From > s.text.Imprint.Published && !how.asserts && s.isToldAsPresent(x):
		t.Status = onrecord.Planned // "meets the king on Friday"
	case t.Status == onrecord.Asserted && s.isLongPast(t):
		t.Status = onrecord.Past
	}
	if over != nil && t.Status != onrecord.Asserted && t.By == "" {
		t.By, t.Claim = s.voiceOf(over), over.ID
	}
	if t.On == nil {
		t.On = s.saidOn(t, x, how, over)
	}
}

// saidOn dates what is done by saying so: by the statement whose cue the act is,
// or the one that it stands in.
func (s *scene) saidOn(t *telling, x act, how turned, over *onrecord.Statement) *onrecord.When {
	at := s.token(x.at).Span
	for i := range s.statements {
		if cue := s.statements[i].Cue; cue != nil && cue.Contains(at) && s.statements[i].SaidOn != nil {
			return s.statements[i].SaidOn
		}
	}
	isWord := how.asserts || isSpeechAct(t.Type) || t.Type == "SUPPORT" && x.pattern.link == anyUse
	if over != nil && isWord {
		return over.SaidOn
	}
	return nil
}
