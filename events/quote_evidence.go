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
		case "ccomp":
			return !s.hasOwnSubject(k)
		case "advcl": // "accused Oslo of spying" is one clause, "left, saying so" is two
			mark := s.child(k, "mark")
			return mark >= 0 && isOneOf(s.word(mark), "of", "for", "from") && !s.hasOwnSubject(k)
		}
		return s.token(k).Deprel != "acl:relcl"
	})
	span := s.runAround(top, s.fromActor(tokens, top, p))
	sentence := s.a.Sentences[s.a.SentenceOf(top)]
	for _, side := range []onrecord.Span{p.actor.words, recipientWords(p)} {
		if !side.IsEmpty() && sentence.Contains(side) {
			span = span.Cover(side)
		}
	}
	return span
}

// fromActor leaves out what stands before the actor's noun phrase, and the words
// that join the clause to others: "However, the", "that".
func (s *scene) fromActor(tokens []int, top int, p pair) []int {
	sentence := s.a.Sentences[s.a.SentenceOf(top)]
	left := -1
	if p.actor.words.End <= s.token(top).Start && sentence.Contains(p.actor.words) {
		left = s.phraseStart(p.actor)
	}
	return slices.DeleteFunc(tokens, func(t int) bool {
		if t >= top {
			return false
		}
		return s.token(t).End <= left || s.token(t).Deprel == "mark" && s.word(t) != "to" || s.relation(t) == "cc"
	})
}

// phraseStart gives where the noun phrase of a party begins.
func (s *scene) phraseStart(p party) int {
	start := p.words.Start
	if p.head < 0 || p.head >= len(s.a.Tokens) || s.token(p.head).Start > p.words.End {
		return start
	}
	start = min(start, s.token(p.head).Start)
	for _, k := range s.children[p.head] {
		if isOneOf(s.relation(k), "det", "amod", "compound", "nmod", "nummod") {
			start = min(start, s.token(k).Start)
		}
	}
	return start
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
