package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// kindOfDeed reads the kind of words that take different objects: "rejected the
// charge" denies, "rejected the offer" refuses; "called the deal a surrender"
// condemns. It is "" where the cue itself tells the kind.
func (w *writing) kindOfDeed(d *draft, content []int) onrecord.StatementKind {
	switch strings.ToLower(w.a.Tokens[d.head].Lemma) {
	case "reject", "rejection":
		if w.hasNoun(content, refusables) {
			return onrecord.Refuse
		}
	case "call", "describe", "label", "brand", "dub", "term":
		return w.kindOfNaming(d, content)
	case "rule":
		if w.hasParticle(d, "out") {
			return onrecord.Refuse
		}
	case "promise", "vow", "pledge":
		if w.isThreat(d, content) {
			return onrecord.Threaten
		}
	case "warn":
		if w.setsTerms(d, content) {
			return onrecord.Threaten
		}
	case "insist", "ask", "request":
		if w.isWish(content) {
			return onrecord.Demand
		}
	case "advise":
		if w.hasInfinitive(content) {
			return onrecord.Demand
		}
	case "want":
		if w.child(d.head, "obj") >= 0 || w.wantsOther(d.head) {
			return onrecord.Demand
		}
	case "oppose":
		if w.hasNoun(content, refusables) {
			return onrecord.Refuse
		}
	case "concede":
		return onrecord.Confirm
	case "suggest":
		if w.isCharge(d) {
			return onrecord.Assert
		}
	case "complain":
		return onrecord.Condemn
	}
	return ""
}

// refusables are things that one refuses, rather than denies, when one rejects
// them.
var refusables = []string{"proposal", "offer", "plan", "ruling", "deal", "demand", "call", "ultimatum", "request", "invitation", "idea",
	"talk", "resolution", "agreement", "accord", "term", "condition", "verdict", "referendum", "amendment", "compromise", "ceasefire", "truce",
	"mediation", "negotiation", "bid", "bill", "treaty", "settlement", "appeal", "petition"}

// hasNoun reports whether the first noun of what is said is one of some.
func (w *writing) hasNoun(content []int, nouns []string) bool {
	for n, i := range content {
		if w.a.Tokens[i].UPOS != "NOUN" {
			continue
		}
		if n+1 < len(content) && content[n+1] == i+1 && w.a.Tokens[i+1].UPOS == "NOUN" {
			continue // "peace plan": the last noun counts
		}
		return slices.Contains(nouns, strings.ToLower(w.a.Tokens[i].Lemma))
	}
	return false
}

func (w *writing) hasParticle(d *draft, particle string) bool {
	return slices.ContainsFunc(append(slices.Clone(d.cue), d.head+1), func(i int) bool { return i < len(w.low) && i > d.head && w.low[i] == particle })
}

// kindOfNaming reads what somebody calls a thing: what is bad is condemned, what
// is false is denied.
func (w *writing) kindOfNaming(d *draft, content []int) onrecord.StatementKind {
	if w.hasParticle(d, "on") || w.hasParticle(d, "upon") || w.hasParticle(d, "for") {
		return onrecord.Demand
	}
	if w.hasNoun(content, []string{"charge", "accusation", "allegation", "claim", "rumour", "rumor"}) {
		return onrecord.Deny
	}
	for _, i := range slices.Backward(content) {
		lemma := strings.ToLower(w.a.Tokens[i].Lemma)
		switch {
		case slices.Contains(falseWords, lemma):
			return onrecord.Deny
		case slices.Contains(badWords, lemma):
			return onrecord.Condemn
		case slices.Contains(goodWords, lemma):
			return onrecord.Praise
		}
	}
	if w.a.Tokens[d.head].Lemma == "call" && w.isNaming(d, content) {
		return onrecord.Condemn // what is called a name is seldom praised
	}
	return ""
}

// isCharge reports whether "suggested" tells of what was done rather than of what is to
// be done: its clause is in the past.
func (w *writing) isCharge(d *draft) bool {
	clause := w.child(d.head, "ccomp")
	return clause >= 0 && (w.a.Tokens[clause].XPOS == "VBD" || w.hasAuxiliary(clause, "have") && !w.hasAuxiliary(clause, "will"))
}

var falseWords = []string{"invention", "false", "baseless", "lie", "fabrication", "fabricated", "groundless", "untrue", "unfounded", "nonsense", "fiction", "fake",
	"fantasy", "slander", "absurd", "hoax", "myth", "propaganda", "disinformation", "ridiculous", "laughable"}

var badWords = []string{"surrender", "late", "unfriendly", "unacceptable", "illegal", "blackmail", "disgrace", "shame", "shameful", "mistake", "provocation", "aggression",
	"crime", "terrorist", "terrorism", "barbaric", "cowardly", "reckless", "irresponsible", "outrageous", "betrayal", "violation", "unjust", "unfair", "dangerous",
	"hostile", "brutal", "cynical", "theft", "piracy", "farce", "sham", "catastrophe", "disaster", "failure", "insult", "wrong", "hypocritical", "unlawful", "racist",
	"inhuman", "atrocity", "massacre", "threat", "stupid", "scandal", "disgraceful", "deplorable", "heinous", "despicable", "unjustified", "unhelpful", "hasty", "emergency", "unsatisfactory", "inadequate", "bullying"}

var goodWords = []string{"historic", "success", "victory", "welcome", "excellent", "wise", "courageous", "brave", "breakthrough", "triumph", "milestone", "constructive",
	"positive", "great", "wonderful", "hero", "heroic", "best", "important", "friend", "honour", "honor", "good", "encouraging", "promising"}

// hostileDeeds are what a promise threatens with.
var hostileDeeds = []string{"answer", "response", "retaliation", "revenge", "protest", "strike", "consequence", "reprisal", "countermeasure", "retaliate", "avenge", "punish",
	"attack", "fight", "destroy", "hit", "respond"}

// isThreat reads "promised an answer", "vowed to retaliate".
func (w *writing) isThreat(d *draft, content []int) bool {
	if i := w.child(d.head, "obj"); i >= 0 && slices.Contains(hostileDeeds, strings.ToLower(w.a.Tokens[i].Lemma)) {
		return true
	}
	if w.a.Tokens[d.head].Lemma == "promise" {
		return false
	}
	for n, i := range content {
		if n < 2 && (w.a.Tokens[i].UPOS == "VERB" || n > 0 && w.low[i-1] == "to") {
			return slices.Contains(hostileDeeds, strings.ToLower(w.a.Tokens[i].Lemma))
		}
	}
	return false
}

// setsTerms reads "if this happens again, we will go to court".
func (w *writing) setsTerms(d *draft, content []int) bool {
	terms := slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "if" || w.low[i] == "unless" })
	return terms && slices.ContainsFunc(content, func(i int) bool {
		return w.a.Tokens[i].UPOS == "VERB" && w.speaksOfSelf(d, i) && w.hasAuxiliary(i, "will")
	})
}

// isWish reads the subjunctive: "insisted that the prisoners be moved".
func (w *writing) isWish(content []int) bool {
	for _, i := range content {
		t := &w.a.Tokens[i]
		if t.XPOS != "VB" || (t.UPOS != "AUX" && t.UPOS != "VERB") || i == 0 {
			continue
		}
		verb := i
		if t.UPOS == "AUX" {
			verb = w.head(i)
		}
		if verb < 0 || w.child(verb, "nsubj") < 0 || w.child(verb, "mark") >= 0 && w.low[w.child(verb, "mark")] == "to" {
			return false
		}
		for _, c := range w.children[verb] {
			if w.a.Tokens[c].XPOS == "MD" || w.a.Tokens[c].Lemma == "do" {
				return false
			}
		}
		return w.low[i-1] != "to"
	}
	return false
}

// wantsOther reads "wants the summit moved": somebody else is to act.
func (w *writing) wantsOther(verb int) bool {
	x := w.child(verb, "ccomp", "xcomp")
	return x >= 0 && w.child(x, "nsubj", "nsubj:pass") >= 0
}

func (w *writing) hasInfinitive(content []int) bool {
	return slices.ContainsFunc(content, func(i int) bool { return w.low[i] == "to" && w.a.Tokens[i].UPOS == "PART" })
}
