package events

import "onrecord"

// certaintyOf weighs how much of the pattern was asked for, and what the
// classifier holds of the act between these two.
func (s *scene) certaintyOf(x act, t *telling, p pair, sentence int) float64 {
	sure := 0.5
	if x.pattern.link != anyUse || x.pattern.particle != "" {
		sure += 0.15
	}
	if p.recipient == nil {
		return sure - 0.1
	}
	likely := s.likelyBetween(p, sentence)
	if likely == nil {
		return sure
	}
	return sure + 0.3*likely[rootOfType(t.Type)]
}

// likelyBetween asks the classifier what the parties do in a sentence; nil if it
// is too long or they do not both stand in it.
func (s *scene) likelyBetween(p pair, sentence int) []float64 {
	const longest = 1500 // bytes of a sentence that the classifier reads
	at := s.a.Sentences[sentence].Span
	if p.recipient == nil || at.Len() > longest || !at.Contains(p.actor.words) || !at.Contains(p.recipient.words) {
		return nil
	}
	return s.relations.Classify(Relation{
		Text:   s.text.Cut(at),
		Source: onrecord.Span{Start: p.actor.words.Start - at.Start, End: p.actor.words.End - at.Start},
		Target: onrecord.Span{Start: p.recipient.words.Start - at.Start, End: p.recipient.words.End - at.Start},
	})
}

// rootOfType gives the classifier's label of a type.
func rootOfType(t onrecord.EventType) int {
	if t == "CONCEDE" || t == "RETREAT" {
		return RootIndex("YIELD")
	}
	return max(0, RootIndex(string(t)))
}
