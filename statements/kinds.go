package statements

import (
	"onrecord"
)

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
