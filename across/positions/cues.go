package positions

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// cue is what tells the stance of a clause.
type cue struct {
	at       int // the topic stands behind this token; -1: anywhere
	stance   onrecord.Stance
	together bool // it tells that two stand together, or do not
}

// cueOf finds the words of a clause that tell a stance: "supports", "did not want", "have a
// shared interest"; else the kind of the statement tells it.
func (r *reading) cueOf(clause []words.Token, first bool) (c cue, ok bool) {
	negated := false
	for i := range clause {
		t := &clause[i]
		if t.Class&words.Negates != 0 && !(i+1 < len(clause) && clause[i+1].Lower == "only") {
			negated = !negated
		}
		if isAgainst, ok := leans(clause, i); ok && mentionsSide(clause[:i], r.side) && r.isOwn(clause[:i]) {
			return cue{at: i, stance: r.stance(clause, negated != isAgainst)}, true
		}
		concept := words.ConceptOf(t.Stem)
		isTogether := concept.Name == "together" || concept.Name == "cooperate"
		if t.Class&words.Empty != 0 || !isTogether && concept.Name != "accept" || t.IsMark() || t.Actor != "" || !r.isOwn(clause[:i]) {
			continue
		}
		if t.Class&words.Light != 0 { // "ready to accept": the next word may tell more
			c, ok = cue{at: i, stance: r.stance(clause, negated != concept.Opposite)}, true
			continue
		}
		return cue{at: i, together: isTogether, stance: r.stance(clause, negated != concept.Opposite)}, true
	}
	if ok {
		return c, true
	}
	if first {
		return r.cueOfKind(clause, negated)
	}
	return c, false
}

// leans reads "is against", "are strongly for".
func leans(clause []words.Token, i int) (isAgainst, ok bool) {
	isAgainst = clause[i].Lower == "against"
	if !isAgainst && clause[i].Lower != "for" {
		return false, false
	}
	for i--; i > 0 && (strings.HasSuffix(clause[i].Lower, "ly") || clause[i].Class&words.Negates != 0); i-- {
	}
	if i < 0 {
		return false, false
	}
	switch clause[i].Lower {
	case "is", "are", "was", "were", "be", "been":
		return isAgainst, true
	}
	return false, false
}

// isOwn reports whether what stands before a cue makes it the side's own: nobody else does
// it, and it is in no relative clause.
func (r *reading) isOwn(before []words.Token) bool {
	others := false
	for i := range before {
		switch t := &before[i]; {
		case t.Actor == r.side, t.Actor != "" && t.Actor == r.statement.Speaker.Actor:
			others = false
		case t.Actor != "" && !t.Adjective:
			others = others || !mentionsSide(before[:i], r.side)
		case t.Class&words.Relative != 0 && i+2 >= len(before):
			return false
		}
	}
	return !others
}

func mentionsSide(tokens []words.Token, side onrecord.ActorID) bool {
	for i := range tokens {
		if tokens[i].Actor == side {
			return true
		}
	}
	return false
}

// stance weighs in a condition.
func (r *reading) stance(clause []words.Token, isAgainst bool) onrecord.Stance {
	switch {
	case isConditional(clause):
		return onrecord.StanceConditional
	case isAgainst:
		return onrecord.StanceAgainst
	}
	return onrecord.StanceFor
}

func isConditional(clause []words.Token) bool {
	for i := range clause {
		if clause[i].Class&words.Condition != 0 {
			return true
		}
		if clause[i].Lower == "long" && i > 0 && clause[i-1].Lower == "as" { // "as long as"
			return true
		}
	}
	return false
}

// cueOfKind takes the stance from what is done with the words: what is demanded is wanted.
func (r *reading) cueOfKind(clause []words.Token, negated bool) (cue, bool) {
	isAgainst := false
	switch r.statement.Kind {
	case onrecord.Demand, onrecord.Propose, onrecord.Hope, onrecord.Agree, onrecord.Praise:
	case onrecord.Refuse, onrecord.Condemn:
		if negated { // "our land will not be given up": what is refused is not told by itself
			return cue{}, false
		}
		isAgainst = true
	default:
		against, ok := r.cueWords()
		if !ok {
			return r.willDo(clause, negated)
		}
		isAgainst = against
	}
	return cue{at: -1, stance: r.stance(clause, isAgainst != negated)}, true
}

// cueWords reads a stance from the reporting words themselves: "backs".
func (r *reading) cueWords() (isAgainst, ok bool) {
	if r.statement.Cue == nil {
		return false, false
	}
	for _, t := range words.Cut(*r.statement.Cue) {
		if c := words.ConceptOf(t.Stem); c.Name == "accept" {
			return c.Opposite, true
		}
	}
	return false, false
}

// willDo takes what a side says that it will do to be wanted by it.
func (r *reading) willDo(clause []words.Token, negated bool) (cue, bool) {
	for i := 1; i < len(clause); i++ {
		subject := &clause[i-1]
		isNamed := subject.Actor == r.side && subject.Class&words.Third == 0
		if clause[i].Class&words.Wills != 0 && isNamed && leadsToContent(clause[i+1:]) {
			return cue{at: i, stance: r.stance(clause, negated)}, true
		}
	}
	return cue{}, false
}

// leadsToContent looks past "not" and "never".
func leadsToContent(behind []words.Token) bool {
	for i := range behind {
		if behind[i].Class&words.Negates == 0 {
			return behind[i].IsContent()
		}
	}
	return false
}

// toward is whom a stand concerns: with whom the side stands, or who would do what it is
// for or against.
func (r *reading) toward(clause []words.Token, c cue, t topic) onrecord.ActorID {
	from, to := c.at+1, t.head
	if c.together {
		from = 0
	}
	for i := max(from, 0); i < to; i++ {
		if id := clause[i].Actor; r.isOther(id) && id != t.anchor && (!clause[i].Adjective || c.together) {
			return id
		}
	}
	if !c.together {
		return ""
	}
	for i := t.to + 1; i < len(clause); i++ { // "cooperate in the fight with Norland"
		if id := clause[i].Actor; r.isOther(id) && id != t.anchor && i > 0 && clause[i-1].Lower == "with" {
			return id
		}
	}
	if r.other != t.anchor {
		return r.other
	}
	return ""
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
