package statements

import (
	"slices"
	"strings"
)

// isClearDeed reports whether a cue is an active verb of a deed done with words,
// with a subject of its own or one that it shares, and with the object or the
// infinitive that such a deed takes: "demanded weapons", "offered to mediate". It
// needs little of the model's trust.
func (w *writing) isClearDeed(d *draft, content []int) bool {
	if w.quoteOf[d.head] >= 0 || !w.isFiniteGroup(d) || len(content) == 0 || content[0] < d.head {
		return false
	}
	if len(d.source) == 0 && w.sharedSubject(d) < 0 {
		return false
	}
	if len(d.source) > 0 && d.source[0] > d.head {
		return false
	}
	to := w.low[content[0]] == "to" && len(content) > 1 && w.a.Tokens[content[1]].UPOS != "DET" && w.a.Tokens[content[1]].UPOS != "PROPN"
	switch w.a.Tokens[d.head].Lemma {
	case "demand", "deny", "confirm", "welcome", "condemn", "denounce", "criticise", "criticize", "praise", "reject", "dismiss", "refute", "admit", "confess", "acknowledge":
		return w.child(d.head, "obj", "ccomp", "obl", "xcomp") >= 0
	case "offer", "promise", "vow", "pledge", "threaten", "refuse", "decline":
		return to
	case "urge", "advise", "call", "describe", "identify", "label", "brand", "dub":
		return w.hasInfinitive(content) || w.isNaming(d, content)
	case "insist", "complain", "warn":
		return w.hasAnyVerb(content)
	}
	return false
}

// isNaming reads "called the deal a surrender", "described him as a spy", "called
// it late": a thing and what it is called.
func (w *writing) isNaming(d *draft, content []int) bool {
	thing := 0
	for _, i := range content {
		if w.low[i] == "as" {
			return true
		}
		if t := &w.a.Tokens[i]; w.head(i) == d.head {
			switch {
			case t.Deprel == "obj" || t.Deprel == "xcomp" || t.Deprel == "iobj":
				thing++
			}
		}
	}
	lemma := strings.ToLower(w.a.Tokens[d.head].Lemma)
	if lemma == "describe" || lemma == "identify" {
		return false
	}
	return thing > 1 || slices.ContainsFunc(content, func(i int) bool { return w.quoteOf[i] >= 0 })
}
