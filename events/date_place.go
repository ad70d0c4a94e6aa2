package events

import "onrecord"

// dateOf takes the day of an act from the time expression that hangs on its verb,
// else from the nearest one in its clause.
func (s *scene) dateOf(x act, sentence int) *onrecord.When {
	clause := s.clauseOf(x)
	at := s.token(x.at).Start
	var best *onrecord.Time
	closest, nearest := 0, 0
	for i := range s.a.Times {
		tm := &s.a.Times[i]
		if tm.Kind != onrecord.TimeDate && tm.Kind != onrecord.TimeOfDay || tm.From == "" || !s.a.Sentences[sentence].Contains(tm.Span) {
			continue
		}
		close := s.closeness(tm.Span, clause)
		away := max(at-tm.Start, tm.Start-at)
		if close > closest || close == closest && close > 0 && away < nearest {
			best, closest, nearest = tm, close, away
		}
	}
	if best == nil {
		return nil
	}
	return &onrecord.When{From: best.From, To: best.To, Text: s.text.Cut(best.Span)}
}

// closeness is 0 for a time outside the clause, 1 for one that only describes a
// noun of it ("the 1987 treaty"), 2 for one that dates it.
func (s *scene) closeness(words onrecord.Span, clause map[int]bool) int {
	first, end := s.a.TokensIn(words)
	close := 0
	for t := first; t < end; t++ {
		if !clause[t] {
			continue
		}
		close = max(close, 1)
		if head := s.token(t).Head; (head < first || head >= end) && isOneOf(s.relation(t), "obl", "advmod", "nsubj", "advcl") {
			close = 2
		}
	}
	return close
}

// clauseOf gives the tokens of the clause that tells an act: what hangs on its
// verb, other clauses left out. The clause of a participle or infinitive has also
// what hangs on the verb above, where times and places mostly stand.
func (s *scene) clauseOf(x act) map[int]bool {
	top := x.at
	if x.carrier >= 0 {
		top = x.carrier
	}
	for range maxDepth {
		above := s.token(top).Head
		if above < 0 || s.a.SentenceOf(above) != s.a.SentenceOf(top) {
			break
		}
		if s.isVerb(top) && (s.hasOwnSubject(top) || isOneOf(s.relation(top), "ccomp", "parataxis", "acl")) {
			break
		}
		top = above
	}
	in := map[int]bool{}
	for _, t := range s.subtree(top, func(k int) bool {
		if !s.isVerb(k) || k == x.at || k == x.carrier {
			return true
		}
		return !isOneOf(s.relation(k), "ccomp", "parataxis", "conj", "advcl") && s.token(k).Deprel != "acl:relcl"
	}) {
		in[t] = true
	}
	return in
}

// placeOf names the place told in the clause of the act, "in the harbour of
// Narvik", else the first one told after it in the sentence; not one of its parties.
func (s *scene) placeOf(x act, p pair) string {
	if isSpeechAct(x.pattern.sense.Type) || x.pattern.sense.Mode == "phone" {
		return ""
	}
	clause := s.clauseOf(x)
	at := s.token(x.at).Start
	sentence := s.a.Sentences[s.a.SentenceOf(x.at)]
	best, nearest := -1, 0
	for m := range s.a.Mentions {
		mention := &s.a.Mentions[m]
		if !sentence.Contains(mention.Span) || !s.isPlaceBeside(mention, x, p) {
			continue
		}
		away := max(at-mention.Start, mention.Start-at)
		if !clause[mention.Head] {
			if mention.Start < at || !isDoneOnTheSpot(x.pattern.sense.Type) {
				continue
			}
			away += sentence.Len() // only where the clause tells none
		}
		if best < 0 || away < nearest {
			best, nearest = m, away
		}
	}
	if best < 0 {
		return ""
	}
	return s.text.Cut(s.a.Mentions[best].Span)
}

// isDoneOnTheSpot reports whether acts of a type have a place by nature; sanctions and
// praise are decided somewhere, and that is seldom told.
func isDoneOnTheSpot(t onrecord.EventType) bool {
	switch t {
	case "ASSAULT", "PROTEST", "COERCE", "CONSULT", "MOBILIZE", "RETREAT":
		return true
	}
	return false
}

// isPlaceBeside reports whether a mention is a place where the act may have been:
// it stands after a preposition of place or in the object, and is no party.
func (s *scene) isPlaceBeside(mention *onrecord.Mention, x act, p pair) bool {
	if mention.Type != onrecord.Location || mention.Form != onrecord.Name || mention.Head < 0 || mention.Head >= len(s.a.Tokens) {
		return false
	}
	if p.actor.words.Overlaps(mention.Span) || recipientWords(p).Overlaps(mention.Span) {
		return false
	}
	return s.isPlaced(mention.Head) || s.isPartOf(mention.Head, s.objectOf(x.at))
}

// isPartOf reports whether a name stands as a modifier of the noun: "took the
// Narvik field".
func (s *scene) isPartOf(name, noun int) bool {
	return noun >= 0 && s.token(name).Head == noun && s.relation(name) == "compound"
}

// isPlaced reports whether a name stands after a preposition of place, itself or
// the noun it belongs to ("in the Narvik district").
func (s *scene) isPlaced(name int) bool {
	for up, steps := name, 0; up >= 0 && steps < 3; steps++ {
		switch s.preposition(up) {
		case "in", "at", "near", "inside", "outside", "across", "around", "within", "off":
			return true
		}
		if !isOneOf(s.relation(up), "compound", "nmod", "amod", "flat", "appos") {
			return false
		}
		up = s.token(up).Head
	}
	return false
}
