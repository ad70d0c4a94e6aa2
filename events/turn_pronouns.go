package events

import (
	"slices"

	"onrecord"
)

// otherThanDoer mends a pronoun that was taken for the doer: who "accuses it" does
// not accuse himself. It means the last other side named before in the sentence.
func (s *scene) otherThanDoer(x act, doers, recipients []party) []party {
	if x.pattern.noun || len(doers) == 0 || len(recipients) != 1 || !sameSide(doers[0], recipients[0]) {
		return recipients
	}
	o := s.objectOf(x.at)
	if o < 0 || s.token(o).UPOS != "PRON" || !isOneOf(s.word(o), "it", "them", "him", "her") {
		return recipients
	}
	if other, ok := s.lastNamedBefore(o, doers[0]); ok {
		return []party{other}
	}
	return recipients
}

// lastNamedBefore names the last side before a token in its sentence that is not
// the one given.
func (s *scene) lastNamedBefore(t int, not party) (party, bool) {
	first := s.a.Sentences[s.a.SentenceOf(t)].First
	for k := t - 1; k >= first; k-- {
		if p, ok := s.namedAt(k); ok && !sameSide(p, not) && p.actor.Kind != onrecord.PersonActor {
			p.head = k
			return p, true
		}
	}
	return party{}, false
}

// withoutOwn drops recipients that only "its" or "their" names and that are the
// doer: "holds two of their citizens", "urged its allies".
func (s *scene) withoutOwn(x act, doers, recipients []party) []party {
	if len(doers) == 0 || len(recipients) == 0 {
		return recipients
	}
	left := slices.DeleteFunc(slices.Clone(recipients), func(p party) bool {
		first, _ := s.a.TokensIn(p.words)
		return first < len(s.a.Tokens) && s.token(first).Deprel == "nmod:poss" && s.token(first).UPOS == "PRON" && sameSide(p, doers[0])
	})
	if len(left) == 0 && isDeed(x.pattern.sense.Type) {
		return s.victimsOf(x)
	}
	return left
}
