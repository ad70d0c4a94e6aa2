package statements

import (
	"slices"

	"onrecord"
)

// senseOf chooses the reading of a cue: of its head, else of another of its
// words ("went on to say"). Words of quotation alone need no known cue.
func (w *writing) senseOf(d *draft) (cueSense, bool) {
	order := append([]int{d.head}, d.cue...)
	for _, i := range order {
		senses := sensesOf(&w.a.Tokens[i], w.low[i])
		if len(senses) == 0 || (i != d.head && w.a.Tokens[i].UPOS == "NOUN") {
			continue
		}
		return w.chooseSense(d, senses), true
	}
	if w.low[d.head] == "according" || w.low[d.head] == ":" {
		return cueSense{onrecord.Assert, speechCue}, true
	}
	if w.formOf(d.content) == onrecord.Direct && d.sure >= 0.6 {
		return cueSense{onrecord.Assert, speechCue}, true
	}
	if i := slices.IndexFunc(d.cue, func(i int) bool { return len(sensesOf(&w.a.Tokens[i], w.low[i])) > 0 }); i >= 0 {
		return sensesOf(&w.a.Tokens[d.cue[i]], w.low[d.cue[i]])[0], true
	}
	return cueSense{}, false
}

// chooseSense prefers the reading whose complement is there: "suggested that"
// is not "suggested a meeting".
func (w *writing) chooseSense(d *draft, senses []cueSense) cueSense {
	if len(senses) == 1 {
		return senses[0]
	}
	if w.a.Tokens[d.head].Lemma == "ask" {
		return w.chooseAsking(d, senses)
	}
	clause := w.child(d.head, "ccomp") >= 0
	infinitive := w.child(d.head, "xcomp") >= 0
	person := len(d.source) > 0 && w.kindByWords(w.cover(d.source)) != onrecord.DocumentSpeaks
	for _, s := range senses {
		switch {
		case s.Class == showsCue && !person,
			s.Class == actCue && !clause && !infinitive,
			s.Class == speechCue && (clause || infinitive),
			s.Class == mindCue && (clause || infinitive) && s.Kind != onrecord.Assert:
			return s
		}
	}
	return senses[0]
}

// chooseAsking tells "asked the council to meet" from "asked who was there".
func (w *writing) chooseAsking(d *draft, senses []cueSense) cueSense {
	kind := onrecord.Question
	for n, i := range d.content {
		if w.low[i] == "to" && w.a.Tokens[i].UPOS == "PART" && (n == 0 || d.content[n-1] != i-1 || w.a.Tokens[i-1].UPOS != "ADV") && w.quoteOf[i] < 0 {
			kind = onrecord.Demand
		}
	}
	for _, i := range d.content {
		switch w.low[i] {
		case "?", "whether", "who", "what", "why", "how", "if":
			kind = onrecord.Question
		}
	}
	for _, s := range senses {
		if s.Kind == kind {
			return s
		}
	}
	return senses[0]
}

// kindOf refines the kind by what is said: plain "said" asserts unless the
// content is unmistakably a hope, a demand, a denial or a refusal.
func (w *writing) kindOf(d *draft, sense cueSense, content []int) onrecord.StatementKind {
	if k := w.kindOfHost(d); k != "" {
		return k
	}
	if sense.Kind != onrecord.Assert || sense.Class != speechCue {
		return sense.Kind
	}
	for _, i := range content {
		t := &w.a.Tokens[i]
		if t.UPOS != "VERB" || !w.speaksOfSelf(d, i) {
			continue
		}
		switch t.Lemma {
		case "hope":
			return onrecord.Hope
		case "demand":
			return onrecord.Demand
		case "want":
			if x := w.child(i, "ccomp", "xcomp"); x >= 0 && (w.child(x, "nsubj") >= 0 || w.child(i, "obj") >= 0) {
				return onrecord.Demand
			}
		case "deny":
			return onrecord.Deny
		case "condemn":
			return onrecord.Condemn
		case "refuse", "decline":
			return onrecord.Refuse
		case "promise", "pledge", "vow":
			return onrecord.Promise
		}
	}
	return w.kindByRefusal(d, content)
}

// kindOfHost gives a participle the kind of the verb it explains: "denied any
// contact, saying that ..." denies twice.
func (w *writing) kindOfHost(d *draft) onrecord.StatementKind {
	t := &w.a.Tokens[d.head]
	if t.Lemma != "say" || t.XPOS != "VBG" || t.Deprel != "advcl" {
		return ""
	}
	host := w.head(d.head)
	if host < 0 {
		return ""
	}
	for _, s := range sensesOf(&w.a.Tokens[host], w.low[host]) {
		switch s.Kind {
		case onrecord.Deny, onrecord.Refuse, onrecord.Condemn, onrecord.Praise, onrecord.Accuse:
			return s.Kind
		}
	}
	return ""
}

// speaksOfSelf reports whether the main verb of a content has the speaker as
// its subject: "we hope", "it hopes" after "the ministry says".
func (w *writing) speaksOfSelf(d *draft, verb int) bool {
	if up := w.head(verb); up >= 0 && up != d.head && holds(d.content, up) {
		return false
	}
	subject := w.child(verb, "nsubj")
	if subject < 0 {
		return false
	}
	switch w.low[subject] {
	case "i", "we":
		return true
	case "it", "he", "she", "they":
		return w.quoteOf[subject] < 0
	}
	return false
}

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
