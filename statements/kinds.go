package statements

import (
	"strings"

	"onrecord"
)

// kindOf refines the kind by what is said: plain "said" asserts unless the
// content is unmistakably a hope, a demand, a denial or a refusal.
func (w *writing) kindOf(d *draft, sense cueSense, content []int) onrecord.StatementKind {
	if k := w.kindOfHost(d); k != "" {
		return k
	}
	if k := w.kindOfDeed(d, content); k != "" {
		return k
	}
	if sense.Kind != onrecord.Assert || sense.Class != speechCue {
		return sense.Kind
	}
	for _, i := range w.opening(content) {
		t := &w.a.Tokens[i]
		if t.UPOS != "VERB" || !w.speaksOfSelf(d, i) || w.hasAuxiliary(i, "have") || w.isNegatedClause(i) {
			continue
		}
		if k := w.kindOfOwnVerb(i); k != "" {
			return k
		}
	}
	switch {
	case w.isPlainDenial(d, content):
		return onrecord.Deny
	case w.laysBlame(d, content):
		return onrecord.Accuse
	case w.isCallToAct(d, content):
		return onrecord.Demand
	}
	return w.kindByRefusal(d, content)
}

// laysBlame reads "Norway is behind the raid" and "the ship caused the collision" as
// charges, when the main clause is of another side.
func (w *writing) laysBlame(d *draft, content []int) bool {
	for _, i := range w.opening(content) {
		subject := w.child(i, "nsubj", "nsubj:pass")
		if subject < 0 || w.speaksOfSelf(d, i) || w.isNegatedClause(i) || (!w.isMainVerb(d, i) && w.a.Tokens[i].Deprel != "conj" && w.child(i, "cop") < 0) {
			continue
		}
		switch strings.ToLower(w.a.Tokens[i].Lemma) {
		case "responsible":
			return w.child(i, "cop") >= 0 && i+1 < len(w.low) && w.low[i+1] == "for"
		case "cause", "provoke", "violate", "breach", "lie":
			return w.a.Tokens[i].UPOS == "VERB" && !w.hasAuxiliary(i, "will") && w.isNamed(subject)
		}
		if c := w.child(i, "case"); c >= 0 && w.low[c] == "behind" && w.child(i, "cop") >= 0 {
			return true
		}
	}
	return false
}

// isNamed reports whether a word or one before it in its phrase names an actor.
func (w *writing) isNamed(i int) bool {
	span := onrecord.Span{Start: w.a.Tokens[w.first[i]].Start, End: w.a.Tokens[i].End}
	return len(w.r.Within(span)) > 0
}

// kindOfOwnVerb gives the kind of a clause whose subject is the speaker: "we hope",
// "we call on them to leave".
func (w *writing) kindOfOwnVerb(i int) onrecord.StatementKind {
	x := w.a.Tokens[i].XPOS
	present := x == "VBP" || x == "VBZ" || (x == "VBD" && w.quoteOf[i] < 0)
	switch w.a.Tokens[i].Lemma {
	case "hope":
		return onrecord.Hope
	case "demand":
		return onrecord.Demand
	case "want":
		if x := w.child(i, "ccomp", "xcomp"); x >= 0 && (w.child(x, "nsubj") >= 0 || w.child(i, "obj") >= 0) {
			return onrecord.Demand
		}
	case "ask", "urge", "call":
		if present && w.asksFor(i) {
			return onrecord.Demand
		}
	case "believe":
		if present && w.quoteOf[i] >= 0 {
			return onrecord.Believe
		}
	case "deny":
		return onrecord.Deny
	case "oppose", "reject":
		return onrecord.Refuse
	case "condemn":
		return onrecord.Condemn
	case "refuse", "decline":
		return onrecord.Refuse
	case "promise", "pledge", "vow":
		return onrecord.Promise
	}
	return ""
}

// opening is the part of what is said that gives it its kind: all of it if it is
// short, the first sentence of a speech.
func (w *writing) opening(content []int) []int {
	first := w.sentence[content[0]]
	for n, i := range content {
		if w.sentence[i] > first && w.sentence[content[len(content)-1]] > first+2 {
			return content[:n]
		}
	}
	return content
}

// asksFor reports whether "ask" or "call" wants somebody to do something.
func (w *writing) asksFor(i int) bool {
	if w.a.Tokens[i].Lemma == "call" {
		return i+1 < len(w.low) && (w.low[i+1] == "on" || w.low[i+1] == "upon" || w.low[i+1] == "for")
	}
	for j := i + 1; j < len(w.low) && j < i+8 && w.sentence[j] == w.sentence[i]; j++ {
		if w.low[j] == "to" && w.a.Tokens[j].UPOS == "PART" {
			return true
		}
	}
	return false
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

// speaksOfSelf reports whether the main verb of a content has the speaker or the
// side spoken for as its subject: "we hope", "it hopes" after "the ministry says",
// "his men will stop".
func (w *writing) speaksOfSelf(d *draft, verb int) bool {
	if up := w.head(verb); up >= 0 && up != d.head && holds(d.content, up) && w.a.Tokens[verb].Deprel != "conj" {
		return false
	}
	subject := w.child(verb, "nsubj")
	if subject < 0 {
		if up := w.head(verb); up >= 0 && w.a.Tokens[verb].Deprel == "conj" && holds(d.content, up) {
			return w.speaksOfSelf(d, up)
		}
		return false
	}
	switch w.low[subject] {
	case "i", "we":
		return true
	case "it", "he", "she", "they":
		return w.quoteOf[subject] < 0
	}
	return w.isOwnSide(d, subject)
}

// isOwnSide reports whether a subject is the speaker's own side: named, or as
// "his men", "her country", "its troops".
func (w *writing) isOwnSide(d *draft, subject int) bool {
	if own := w.child(subject, "nmod:poss"); own >= 0 {
		switch w.low[own] {
		case "his", "her", "its", "their":
			return w.quoteOf[subject] < 0
		case "our", "my":
			return true
		}
	}
	speaker := w.speakerOf(d)
	for _, n := range w.r.Within(w.a.Tokens[subject].Span) {
		if actor := w.r.Actor(n.Actor); actor != nil && !n.Adjective && (actor.Name == speaker.For || (n.Actor == speaker.Actor && actor.Kind != onrecord.PersonActor)) {
			return true
		}
	}
	mention := w.mentionAt([]int{subject})
	if mention < 0 || mention >= len(w.r.Mentions) || w.a.Tokens[subject].UPOS != "PROPN" {
		return false
	}
	actor := w.r.Actor(w.r.Mentions[mention].Actor)
	return actor != nil && actor.Name != "" && (actor.Name == speaker.For || strings.EqualFold(actor.Name, speaker.Name))
}
