package language

import (
	"strings"

	"onrecord"
)

// parsedDirection takes the tense from the verb that governs the words at an offset;
// ok is false if there is no parse or no verb that tells.
func parsedDirection(a *onrecord.Analysis, offset int) (direction int, ok bool) {
	verb, ok := governingVerb(a, offset)
	if !ok {
		return 0, false
	}
	s := a.Sentences[a.SentenceOf(a.Tokens[verb].Start)]
	const reach = 60 // a verb's helpers stand near it
	for i := max(s.First, verb-reach); i < min(s.End, verb+reach, len(a.Tokens)); i++ {
		t := &a.Tokens[i]
		if t.Head != verb {
			continue
		}
		switch {
		case strings.HasPrefix(t.Deprel, "aux") && isFutureAux(t.Lemma):
			return 1, true
		case strings.HasPrefix(t.Deprel, "aux") && strings.Contains(t.Feats, "Tense=Past"), strings.HasPrefix(t.Deprel, "aux") && t.Lemma == "have":
			return -1, true
		case strings.HasPrefix(t.Deprel, "aux") && t.Lemma == "be" && a.Tokens[verb].XPOS == "VBG":
			return 1, true // "are meeting on Friday"
		case t.Deprel == "mark" && t.Lemma == "to":
			return 1, true
		}
	}
	return formDirection(&a.Tokens[verb])
}

// governingVerb climbs from the token at an offset to the first verb above it.
func governingVerb(a *onrecord.Analysis, offset int) (int, bool) {
	at, end := a.TokensIn(onrecord.Span{Start: offset, End: len(a.Text.Words)})
	if at >= end || len(a.Sentences) == 0 {
		return 0, false
	}
	for range 12 {
		head := a.Tokens[at].Head
		if head < 0 || head >= len(a.Tokens) {
			return 0, false
		}
		if at = head; a.Tokens[at].UPOS == "VERB" {
			return at, a.SentenceOf(a.Tokens[at].Start) < len(a.Sentences)
		}
	}
	return 0, false
}

func isFutureAux(lemma string) bool {
	switch lemma {
	case "will", "shall", "would", "should", "must", "may", "might", "can", "could", "'ll", "wo":
		return true
	}
	return false
}

// formDirection takes the tense from the form of a verb.
func formDirection(t *onrecord.Token) (int, bool) {
	switch t.Lemma {
	case "schedule", "expect", "plan", "due", "slate":
		return 1, true
	}
	switch {
	case t.XPOS == "VBD" || t.XPOS == "VBN" || strings.Contains(t.Feats, "Tense=Past"):
		return -1, true
	case t.XPOS == "VBG":
		return 0, false
	}
	return 0, false
}
