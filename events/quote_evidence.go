package events

import (
	"slices"

	"onrecord"
)

// evidenceOf gives the shortest stretch of the sentence that tells the act: what
// hangs on its verb without other clauses, stretched to the parties where they
// stand close by in the same sentence.
func (s *scene) evidenceOf(x act, p pair) onrecord.Span {
	top := x.at
	if x.carrier >= 0 {
		top = x.carrier
	}
	tokens := s.subtree(top, func(k int) bool {
		switch s.relation(k) {
		case "parataxis", "discourse", "vocative", "punct", "cc":
			return false
		case "conj":
			return s.isNominal(k)
		case "advcl", "ccomp":
			return !s.hasOwnSubject(k)
		}
		return s.token(k).Deprel != "acl:relcl"
	})
	span := s.runAround(top, tokens)
	sentence := s.a.Sentences[s.a.SentenceOf(top)]
	for _, side := range []onrecord.Span{p.actor.words, recipientWords(p)} {
		if !side.IsEmpty() && sentence.Contains(side) {
			span = span.Cover(side)
		}
	}
	return span
}

func recipientWords(p pair) onrecord.Span {
	if p.recipient == nil {
		return onrecord.Span{}
	}
	return p.recipient.words
}

// runAround gives the span of the tokens that stand together with top: gaps of
// left-out words longer than a mark of punctuation end it.
func (s *scene) runAround(top int, tokens []int) onrecord.Span {
	const gap = 3
	slices.Sort(tokens)
	at, _ := slices.BinarySearch(tokens, top)
	first, last := at, at
	for first > 0 && tokens[first]-tokens[first-1] <= gap {
		first--
	}
	for last+1 < len(tokens) && tokens[last+1]-tokens[last] <= gap {
		last++
	}
	return onrecord.Span{Start: s.token(tokens[first]).Start, End: s.token(tokens[last]).End}
}
