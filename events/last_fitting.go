package events

import "onrecord"

// fittingReach is how many sentences back an unresolved pronoun may look.
const fittingReach = 2

// lastFittingAt names whom a pronoun means that no chain tied to anybody: inside what
// is said of one's own side the speaker's ("and that it had urged both"), else the
// last one before it who fits in person and number and is a subject, else the last.
func (s *scene) lastFittingAt(t int) (party, bool) {
	fits := s.fitOf(t)
	if fits == nil {
		return party{}, false
	}
	if over := s.statementOver(s.token(t).Span); over != nil && s.word(t) == "it" {
		if side := s.sideOfSpeaker(over); side != nil && side.Kind != onrecord.PersonActor {
			return s.newParty(side, s.token(t).Span), true
		}
	}
	first := s.a.Sentences[max(0, s.a.SentenceOf(t)-fittingReach)].First
	last := -1
	for k := t - 1; k >= first; k-- {
		if !fits(k) || s.actsIn(k, t) {
			continue
		}
		if isOneOf(s.relation(k), "nsubj") {
			last = k
			break
		}
		if last < 0 {
			last = k
		}
		if last >= 0 && s.a.SentenceOf(k) < s.a.SentenceOf(last) {
			break
		}
	}
	if last < 0 {
		return party{}, false
	}
	p, ok := s.someoneAt(last)
	p.words = s.token(t).Span
	if over := s.statementOver(p.words); ok && over != nil && isOneOf(s.word(t), "they", "their", "them") && s.speaksFor(over, p) {
		return party{}, false // who says "they" means others
	}
	return p, ok
}

// fitOf gives what a noun must be to stand behind a pronoun; nil for pronouns that
// point at nobody.
func (s *scene) fitOf(t int) func(int) bool {
	if s.token(t).UPOS != "PRON" {
		return nil
	}
	switch s.word(t) {
	case "he", "she", "him", "her", "his":
		return func(k int) bool { return s.isNamedPerson(k) }
	case "they", "them", "their":
		return func(k int) bool {
			return s.token(k).XPOS == "NNS" && (s.inClass(k, s.words.people) || s.inClass(k, s.words.bodies) || s.inClass(k, s.words.agents)) || s.token(k).UPOS == "NOUN" && s.inClass(k, s.words.factions)
		}
	case "it", "its":
		return func(k int) bool {
			if s.token(k).UPOS == "NOUN" {
				return s.inClass(k, s.words.bodies) && s.token(k).XPOS == "NN"
			}
			p, ok := s.namedAt(k)
			return ok && p.actor.Kind != onrecord.PersonActor && p.actor.Kind != onrecord.PlaceActor
		}
	}
	return nil
}
