package statements

import (
	"slices"

	"onrecord"
)

// kindByRefusal reads what the speaker's own side will and will not do, when that
// is the main clause of what is said: "would hold no talks" and "could not accept"
// refuse, "will cut the gas" threatens, "would hand over two men" promises.
func (w *writing) kindByRefusal(d *draft, content []int) onrecord.StatementKind {
	for _, i := range w.opening(content) {
		if !w.isMainVerb(d, i) && w.a.Tokens[i].Deprel != "conj" {
			continue
		}
		own := w.speaksOfSelf(d, i)
		will := w.hasAuxiliary(i, "will")
		switch lemma := w.a.Tokens[i].Lemma; {
		case will && w.isNegatedClause(i) && (w.isMainVerb(d, i) || w.head(i) >= 0 && !w.isNegatedClause(w.head(i))) && (own || w.child(i, "expl") >= 0):
			if own && slices.Contains(cuttingDeeds, lemma) {
				return onrecord.Threaten
			}
			return onrecord.Refuse
		case own && w.isNegatedClause(i) && w.hasAuxiliary(i, "can") && slices.Contains(assents, british(lemma)):
			return onrecord.Refuse
		case w.isNegatedClause(i):
		case own && (will || w.mayIf(i, content)) && slices.Contains(cuttingDeeds, lemma):
			return onrecord.Threaten
		case own && will && slices.Contains(standingAgainst, lemma):
			return onrecord.Refuse
		case own && will && slices.Contains(givingDeeds, lemma):
			return onrecord.Promise
		case own && will && w.a.Tokens[d.head].Lemma == "assure":
			return onrecord.Promise
		}
	}
	if w.isBareRefusal(content) {
		return onrecord.Refuse
	}
	return onrecord.Assert
}

// isBareRefusal reads "she would not" as all that is said.
func (w *writing) isBareRefusal(content []int) bool {
	n := len(content)
	if n != 3 {
		return false
	}
	modal, not := w.low[content[1]], w.low[content[2]]
	return (modal == "would" || modal == "will") && (not == "not" || not == "n't")
}

// What one's own side will do: give, which is a promise, or take, which is a threat.
var (
	givingDeeds  = []string{"give", "lend", "pay", "send", "help", "release", "free", "return", "hand", "stop", "withdraw", "lift", "open", "reopen", "deliver", "provide", "support", "protect", "vote", "endorse", "evacuate", "rebuild"}
	cuttingDeeds = []string{"ban", "sell", "cut", "retaliate", "expel", "punish", "suspend", "respond", "sue", "destroy", "attack", "strike", "block", "shut", "close", "hit", "halt", "freeze", "boycott"}
	// What one will do to what one refuses.
	standingAgainst = []string{"fight", "oppose", "resist", "veto"}
	assents         = []string{"support", "accept", "agree", "back", "recognise", "approve", "endorse", "allow", "sign", "tolerate"}
)

// mayIf reports whether a side may do a thing on terms: "might close the port if".
func (w *writing) mayIf(i int, content []int) bool {
	if !w.hasAuxiliary(i, "may") && !w.hasAuxiliary(i, "might") && !w.hasAuxiliary(i, "could") {
		return false
	}
	return slices.ContainsFunc(content, func(j int) bool { return w.low[j] == "if" || w.low[j] == "unless" })
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

// denyCharges turns words into denials that say that the speaker's side has not
// done the thing, after somebody has accused it or it has denied it.
func (w *writing) denyCharges() {
	for i, s := range w.said {
		if s.Kind != onrecord.Assert {
			continue
		}
		if w.isReply(s) || w.wasAccused(s, w.said[:i]) || w.hasDenied(s, w.said[:i]) || w.saysWeDidNot(s) {
			if w.deniesDeed(s) {
				s.Kind = onrecord.Deny
			}
		}
	}
}

// deniesDeed reports whether the first clause that is said denies what has been
// done or is so: "has not", "did not", "there is no", "fired at nobody".
func (w *writing) deniesDeed(s *statement) bool {
	for _, j := range s.content {
		if !w.isMainVerb(s.draft, j) {
			continue
		}
		past := w.a.Tokens[j].XPOS == "VBD" || w.hasAuxiliary(j, "have") || w.hasAuxiliary(j, "be") || w.hasAuxiliary(j, "do") || w.child(j, "expl") >= 0
		if past && !w.hasAuxiliary(j, "will") && (w.isNegatedClause(j) || w.reachesNobody(j)) {
			return true
		}
	}
	return false
}

// saysWeDidNot reads "We did not fire" and "I have never met him" as what is said
// first.
func (w *writing) saysWeDidNot(s *statement) bool {
	for n, j := range s.content {
		if n > 4 {
			return false
		}
		if (w.low[j] == "we" || w.low[j] == "i") && w.quoteOf[j] >= 0 && w.a.Tokens[j].Deprel == "nsubj" {
			verb := w.head(j)
			if verb < 0 || w.a.Tokens[verb].UPOS != "VERB" || !w.isNegatedClause(verb) {
				return false
			}
			switch w.a.Tokens[verb].Lemma {
			case "know", "see", "want", "understand", "believe", "think", "expect", "hear", "need", "have":
				return false
			}
			return w.hasAuxiliary(verb, "have") || slices.ContainsFunc(w.children[verb], func(c int) bool { return w.low[c] == "did" })
		}
	}
	return false
}

// reachesNobody reads "fired at nobody".
func (w *writing) reachesNobody(verb int) bool {
	return slices.ContainsFunc(w.children[verb], func(c int) bool {
		switch w.low[c] {
		case "nobody", "nothing", "none":
			return true
		}
		return false
	})
}

// isReply reports whether the cue answers: "replied that it had no need".
func (w *writing) isReply(s *statement) bool {
	switch w.a.Tokens[s.head].Lemma {
	case "reply", "retort", "counter":
		return true
	}
	return false
}

// hasDenied reports whether the same side's last words were a denial, or those of
// the sentence before.
func (w *writing) hasDenied(s *statement, before []*statement) bool {
	for n, b := range slices.Backward(before) {
		if b.parent != nil {
			continue
		}
		same := sameSpeaker(b, s) || (s.Speaker.For != "" && (b.Speaker.Name == s.Speaker.For || b.Speaker.For == s.Speaker.For))
		if same {
			return b.Kind == onrecord.Deny
		}
		if len(before)-n > 1 {
			return false
		}
	}
	return false
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
	if w.a.Tokens[d.head].Lemma == "decline" || w.saidNothing(d) {
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
