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
