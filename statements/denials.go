package statements

import (
	"slices"

	"onrecord"
)

// kindByRefusal reads "would hold no talks" and "there would be no talks" as a
// refusal, when it is the main clause of what is said.
func (w *writing) kindByRefusal(d *draft, content []int) onrecord.StatementKind {
	for _, i := range content {
		if w.isMainVerb(d, i) && w.hasAuxiliary(i, "will") && w.isNegatedClause(i) && (w.speaksOfSelf(d, i) || w.child(i, "expl") >= 0) {
			return onrecord.Refuse
		}
	}
	return onrecord.Assert
}

// isMainVerb reports whether a verb of a content hangs on no other word of it,
// or on none but a noun, as a bad tree has it.
func (w *writing) isMainVerb(d *draft, i int) bool {
	t := &w.a.Tokens[i]
	if t.UPOS != "VERB" && t.UPOS != "AUX" || t.Deprel == "aux" || t.Deprel == "cop" {
		return false
	}
	up := w.head(i)
	return up < 0 || !holds(d.content, up) || holds(d.cue, up)
}

// hasAuxiliary reports whether a verb has an auxiliary, or is it itself.
func (w *writing) hasAuxiliary(i int, lemma string) bool {
	for _, c := range w.children[i] {
		if t := &w.a.Tokens[c]; t.UPOS == "AUX" && (t.Lemma == lemma || (lemma == "will" && w.low[c] == "would")) {
			return true
		}
	}
	return false
}

// isNegatedClause reports whether a verb is denied: "not", "never", "no talks".
func (w *writing) isNegatedClause(i int) bool {
	for _, c := range w.children[i] {
		switch w.low[c] {
		case "not", "never", "n't", "n’t":
			return true
		}
		if x := w.child(c, "det"); x >= 0 && w.low[x] == "no" {
			return true
		}
	}
	return false
}

// denyCharges turns words into denials that say, after somebody has accused the
// speaker's side, that it has not or is not doing the thing.
func (w *writing) denyCharges() {
	for i, s := range w.said {
		if s.Kind != onrecord.Assert || !w.wasAccused(s, w.said[:i]) {
			continue
		}
		for _, j := range s.content {
			if w.isMainVerb(s.draft, j) && w.isNegatedClause(j) && !w.hasAuxiliary(j, "will") && (w.hasAuxiliary(j, "have") || w.hasAuxiliary(j, "be")) {
				s.Kind = onrecord.Deny
			}
		}
	}
}

// wasAccused reports whether another's charge before speaks of the speaker's side.
func (w *writing) wasAccused(s *statement, before []*statement) bool {
	side := s.Speaker.For
	if side == "" {
		side = s.Speaker.Name
	}
	for _, b := range before {
		if b.Kind == onrecord.Accuse && slices.Contains(b.About, side) && !sameSpeaker(b, s) {
			return true
		}
	}
	return false
}

// isNegated reports whether the report says that it was not said.
func (w *writing) isNegated(d *draft) bool {
	for _, i := range d.cue {
		switch w.low[i] {
		case "not", "n't", "n’t", "never", "neither", "nor", "without":
			return true
		}
	}
	if w.a.Tokens[d.head].Lemma == "decline" {
		return true
	}
	for _, c := range w.children[d.head] {
		switch w.low[c] {
		case "not", "n't", "n’t", "never":
			return c < d.head && w.a.Tokens[c].Deprel == "advmod"
		}
	}
	return false
}
