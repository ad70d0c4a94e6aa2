package events

import "onrecord"

// speakerAt names whom a pronoun means that stands for the speaker of the words
// around it: "we", "I", and the "it" or "he" that opens what somebody says of
// himself ("said it hopes to talk").
func (s *scene) speakerAt(t int) (party, bool) {
	over := s.statementOver(s.token(t).Span)
	if over == nil {
		return party{}, false
	}
	word := s.word(t)
	p, ok := s.speakerParty(over)
	switch {
	case !ok:
	case isOneOf(word, "we", "us"):
		if side := s.sideOfSpeaker(over); side != nil {
			p = s.newParty(side, p.words)
		}
		p.words = s.token(t).Span
		return p, true
	case isOneOf(word, "i", "me"):
		p.words = s.token(t).Span
		return p, true
	case isOneOf(word, "it", "they", "he", "she") && len(over.Content) > 0 && s.opens(t, over.Content[0].Span):
		isPerson := p.actor.Kind == onrecord.PersonActor
		if isPerson == isOneOf(word, "he", "she") {
			p.words = s.token(t).Span
			return p, true
		}
	}
	return party{}, false
}

// opens reports whether t is the first word of a stretch, "that" and quotation
// marks aside.
func (s *scene) opens(t int, stretch onrecord.Span) bool {
	for k := t - 1; k >= 0 && s.token(k).Start >= stretch.Start; k-- {
		if s.token(k).UPOS != "PUNCT" && s.word(k) != "that" {
			return false
		}
	}
	return true
}

// speakersAt names all of "they" who speak for themselves: "Oslo and Ankara said
// they had agreed"; nil if not more than one.
func (s *scene) speakersAt(t int) []party {
	if s.token(t).UPOS != "PRON" || !isOneOf(s.word(t), "they", "we") {
		return nil
	}
	over := s.statementOver(s.token(t).Span)
	if over == nil || over.Cue == nil || len(over.Content) == 0 || !s.opens(t, over.Content[0].Span) {
		return nil
	}
	first, end := s.a.TokensIn(over.Cue.Span)
	for k := first; k < end && k < len(s.a.Tokens); k++ {
		subject := s.child(k, "nsubj")
		if !s.isVerb(k) || subject < 0 || subject == t || s.token(subject).UPOS == "PRON" {
			continue
		}
		if all := distinct(s.partiesAtAll(s.allSubjects(k, subject))); len(all) > 1 {
			return all
		}
	}
	return nil
}

// speakForThemselves puts the speaker in the place of the state that his "we" means
// where the act is in words: it is he who urges with "we urge them".
func (s *scene) speakForThemselves(doers []party, of onrecord.EventType) {
	if !isSpeechAct(of) && of != "SUPPORT" {
		return
	}
	for i := range doers {
		t := doers[i].head
		if t < 0 || t >= len(s.a.Tokens) || s.word(t) != "we" || doers[i].actor.Kind != onrecord.StateActor {
			continue
		}
		over := s.statementOver(s.token(t).Span)
		if over == nil {
			continue
		}
		if p, ok := s.speakerParty(over); ok && p.actor.Kind == onrecord.PersonActor {
			p.words, p.head = s.token(t).Span, t
			doers[i] = p
		}
	}
}
