package statements

import (
	"slices"
	"strings"
)

// takesThing reports whether a cue is a deed done with words whose object is a thing
// where plain speech takes a clause: "announced an appeal", "voiced regret",
// "claimed victory", "offered help".
func (w *writing) takesThing(d *draft, content []int) bool {
	thing := w.child(d.head, "obj")
	if thing < d.head || !holds(content, thing) || w.quoteOf[d.head] >= 0 || w.a.Tokens[thing].UPOS != "NOUN" || !w.isFiniteGroup(d) {
		return false
	}
	noun := strings.ToLower(w.a.Tokens[thing].Lemma)
	switch strings.ToLower(w.a.Tokens[d.head].Lemma) {
	case "announce", "declare", "proclaim", "voice":
		return true
	case "claim":
		return slices.Contains(claimables, noun)
	case "offer":
		return slices.Contains(offerables, noun)
	}
	return false
}

// Things that are claimed or offered with words alone.
var (
	claimables = []string{"victory", "responsibility", "win"}
	offerables = []string{"help", "aid", "assistance", "support", "talk", "mediation", "condolence", "apology", "amnesty", "truce", "ceasefire", "asylum",
		"citizenship", "passport", "deadline", "compromise", "dialogue", "cooperation", "negotiation", "resignation", "prayer"}
)

// tellsUnsaid reads what the report says was not said: "did not say which side",
// "would not reveal who", "said nothing of the dead".
func (w *writing) tellsUnsaid(d *draft, content []int) bool {
	if len(content) == 0 || w.quoteOf[d.head] >= 0 {
		return false
	}
	switch w.low[content[0]] {
	case "nothing":
		return w.saidNothing(d)
	case "who", "whom", "what", "which", "why", "how", "when", "where", "whether", "any":
		return w.isNegated(d)
	}
	return false
}

// saidNothing reads "said nothing of the dead", "said nothing about them".
func (w *writing) saidNothing(d *draft) bool {
	i := d.head + 1
	return i+1 < len(w.low) && w.low[i] == "nothing" && (w.low[i+1] == "of" || w.low[i+1] == "about")
}

// isAskingFor reads "asked the council for help": the thing asked for makes it a
// demand, not a question.
func (w *writing) isAskingFor(d *draft) bool {
	if w.hasAnyVerb(d.content) {
		return false
	}
	if w.hasParticle(d, "for") && w.low[d.head+1] == "for" {
		return true
	}
	if first := d.content[0]; first > d.head && w.low[first-1] == "for" {
		return true
	}
	return slices.ContainsFunc(d.content, func(i int) bool {
		return w.low[i] == "for" && i > d.head && i+1 < len(w.low) && w.a.Tokens[i+1].UPOS != "PRON"
	})
}

// isThatThing reports whether a content of one word is the "that" of "welcomed that":
// what was told before, and no joining word.
func (w *writing) isThatThing(d *draft, i int) bool {
	return w.low[i] == "that" && i > d.head && w.a.Tokens[i].Deprel == "obj" && w.head(i) == d.head
}
