package statements

import (
	"slices"
	"strings"

	"onrecord"
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
	switch british(w.a.Tokens[d.head].Lemma) {
	case "demand", "deny", "confirm", "welcome", "condemn", "denounce", "criticise", "praise", "reject", "dismiss", "refute", "admit", "confess", "acknowledge":
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

// british spells a verb in -ize with -ise, so that it needs but one entry in a list.
func british(lemma string) string {
	if stem, ok := strings.CutSuffix(lemma, "ize"); ok {
		return stem + "ise"
	}
	return lemma
}

// isNaming reads "called the deal a surrender", "described him as a spy", "called
// it late": a thing and what it is called.
func (w *writing) isNaming(d *draft, content []int) bool {
	if slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "as" }) {
		return true
	}
	lemma := strings.ToLower(w.a.Tokens[d.head].Lemma)
	if lemma == "describe" || lemma == "identify" {
		return false
	}
	if w.namesAntecedent(d, content) || w.endsInVerdict(d, content) {
		return true
	}
	if slices.ContainsFunc(content, func(i int) bool { return w.quoteOf[i] >= 0 }) {
		return true
	}
	thing := w.child(d.head, "obj")
	if thing < 0 || content[0] < d.head {
		return false
	}
	if next := w.last[thing] + 1; next < len(w.low) && w.a.Tokens[next].UPOS == "ADP" && w.low[next] != "as" {
		return false
	}
	behind := 0
	for _, i := range content {
		if i > w.last[thing] && w.a.Tokens[i].UPOS != "PUNCT" && w.low[i] != "for" && w.low[i] != "to" {
			behind++
		}
	}
	return behind > 0 || w.child(d.head, "xcomp") > thing
}

// namesAntecedent reads "what the court called terrorism" and "the talks, which both
// had called a farce": the thing stands before the one who names it.
func (w *writing) namesAntecedent(d *draft, content []int) bool {
	if len(d.source) == 0 || d.source[0] == 0 || d.source[0] > d.head || content[len(content)-1] < d.head {
		return false
	}
	switch w.low[d.source[0]-1] {
	case "what", "which", "that":
		return w.sentence[d.source[0]-1] == w.sentence[d.head]
	}
	return false
}

// endsInVerdict reads "called the move hasty" where the tree hangs the last word on the
// noun before it.
func (w *writing) endsInVerdict(d *draft, content []int) bool {
	n := len(content)
	if n < 3 || content[0] < d.head || w.quoteOf[d.head] >= 0 {
		return false
	}
	last, before := content[n-1], content[n-2]
	return w.a.Tokens[last].UPOS == "ADJ" && before == last-1 && (w.a.Tokens[before].UPOS == "NOUN" || w.a.Tokens[before].UPOS == "PROPN")
}

// isNamingVerb reports whether a verb says what a thing is called.
func (w *writing) isNamingVerb(verb int) bool {
	switch strings.ToLower(w.a.Tokens[verb].Lemma) {
	case "call", "describe", "label", "brand", "dub", "term":
		return true
	}
	return false
}

// isDeedInWords leaves out deeds that look like words: two sides that agree to do a
// thing have done it, "put an end to" gives no figure, a judge that condemns to
// death says nothing.
func (w *writing) isDeedInWords(d *draft, sense cueSense, content []int) bool {
	switch british(w.a.Tokens[d.head].Lemma) {
	case "identify":
		return w.isNaming(d, content)
	case "call":
		return !w.hasParticle(d, "into") && !w.hasParticle(d, "off") && !w.hasParticle(d, "up") && !w.isByTelephone(d, content)
	case "know", "see", "realise", "understand":
		return false
	case "put":
		return w.hasParticle(d, "forward") || slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "at" })
	case "condemn", "sentence":
		n := len(content)
		return n < 2 || w.low[content[n-1]] != "death"
	case "ask", "request", "decline", "refuse":
		return !w.asksForSilence(content)
	case "plead":
		return w.hasInfinitive(content) || w.hasParticle(d, "for")
	case "commit", "undertake":
		return w.hasInfinitive(content) || slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "to" })
	case "approve", "accept", "endorse":
		return w.child(d.head, "ccomp", "xcomp") >= 0 || slices.ContainsFunc(content, func(i int) bool { return w.quoteOf[i] >= 0 })
	case "agree":
		if strings.HasPrefix(w.a.Tokens[d.head].Deprel, "acl") {
			return false
		}
		return sense.Kind != onrecord.Agree || w.child(d.head, "ccomp") >= 0 || slices.ContainsFunc(content, func(i int) bool { return w.quoteOf[i] >= 0 }) || !w.isAccord(d)
	}
	return true
}

// isByTelephone reads "called the governor to offer his help".
func (w *writing) isByTelephone(d *draft, content []int) bool {
	return w.child(d.head, "obj") >= 0 && w.hasInfinitive(content)
}

// asksForSilence reads "asked not to be named", "declined to be identified".
func (w *writing) asksForSilence(content []int) bool {
	return len(content) < 8 && slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "named" || w.low[i] == "identified" || w.low[i] == "anonymity" })
}

// isAccord reports whether several agree with each other, or the agreeing only
// describes a thing: "the points on which the leaders agreed".
func (w *writing) isAccord(d *draft) bool {
	if strings.HasPrefix(w.a.Tokens[d.head].Deprel, "acl") || len(d.source) == 0 {
		return true
	}
	for _, i := range d.source {
		if x := w.a.Tokens[i].XPOS; x == "NNS" || x == "NNPS" || w.low[i] == "and" || w.low[i] == "they" || w.low[i] == "both" {
			return true
		}
	}
	return false
}
