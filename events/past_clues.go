package events

import (
	"cmp"
	"math/bits"
	"slices"

	"onrecord"
)

// How much of what was told before a word is looked at: so many tellings, so many sentences back.
const (
	maxPast   = 12
	pastReach = 3
)

// pastOf gives what the rules told shortly before a word, the last one last; told is in text order.
func pastOf(told []*telling, at onrecord.Span, sentence int) []*telling {
	end, _ := slices.BinarySearchFunc(told, at.Start, func(t *telling, start int) int { return cmp.Compare(t.word.Start, start) })
	first := end
	for first > 0 && end-first < maxPast && sentence-told[first-1].sentence <= pastReach {
		first--
	}
	return told[first:end]
}

// inTextOrder sorts tellings by their words.
func inTextOrder(told []telling) []*telling {
	list := make([]*telling, len(told))
	for i := range told {
		list[i] = &told[i]
	}
	slices.SortStableFunc(list, func(a, b *telling) int { return cmp.Compare(a.word.Start, b.word.Start) })
	return list
}

// notePast marks which of the past acts a member did, and which were done to it.
func (q *question) notePast(m *member) {
	for i, t := range q.past {
		if sameSide(t.actor, m.party) {
			m.did |= 1 << i
		}
		if t.hasRecipient && sameSide(t.recipient, m.party) {
			m.bore |= 1 << i
		}
	}
}

// pastClues adds what two sides, or one and nobody, did before: who answers, condemns or praises often does not say
// whom, for that was told just now.
func (q *question) pastClues(c *clues, of onrecord.EventType, from, to *member) {
	others := uint16(1)<<len(q.past) - 1&^from.did
	if to == nil {
		c.add(cluePastNone, string(of), q.object, q.deedOf(others&from.bore))
		c.add(cluePastOthers, string(of), q.object, yesNo(others != 0))
		return
	}
	toward := q.deedOf(to.did & from.bore)
	c.add(cluePastToward, string(of), toward)
	c.add(cluePastTowardObject, string(of), q.object, toward)
	c.add(cluePastDid, string(of), q.object, q.deedOf(to.did))
	c.add(cluePastMine, string(of), q.deedOf(from.did&to.bore))
	last := yesNo(others != 0 && to.did&(1<<(bits.Len16(others)-1)) != 0)
	c.add(cluePastLast, string(of), q.object, last, string(to.from))
	c.add(cluePastMeant, string(of), yesNo(to.did&q.meant != 0))
	c.add(clueObjectFrom, string(of), q.object, string(to.from))
}

// deedOf tells the last of some past acts, and how far back it lies.
func (q *question) deedOf(which uint16) string {
	if which == 0 {
		return "none"
	}
	return q.deeds[bits.Len16(which)-1]
}

// tellPast spells the past acts and how far back each lies, once for all pairs.
func (q *question) tellPast() {
	q.deeds = make([]string, len(q.past))
	for i, t := range q.past {
		q.deeds[i] = string(t.Type) + amountOf(q.sentence-t.sentence)
	}
}

// objectForm tells what stands as the object of a word: "it" and "the charge" point back.
func (q *question) objectForm() string {
	if !q.isVerb(q.at) {
		return "noun"
	}
	o := q.objectOf(q.at)
	switch {
	case o < 0 && q.hasComplement(q.at, nil):
		return "clause"
	case o < 0:
		return "nothing"
	case q.token(o).UPOS == "PRON":
		return q.word(o)
	case q.nameAt[o] >= 0:
		return "name"
	}
	form := "bare"
	if det := q.child(o, "det"); det >= 0 {
		form = q.word(det)
	}
	if q.child(o, "nmod:poss") >= 0 {
		form = "whose"
	}
	return form + " " + string(q.typeOfNoun(o))
}

// meantPast marks the past acts that the object of a word names again: "the expulsions" after "expelled".
func (q *question) meantPast() (meant uint16) {
	o := -1
	if q.isVerb(q.at) {
		o = q.objectOf(q.at)
	}
	if o < 0 || q.token(o).UPOS != "NOUN" {
		return 0
	}
	for i, t := range q.past {
		if first, end := q.a.TokensIn(t.word); first < end && (q.stem(first) == q.stem(o) || q.typeOfNoun(o) == t.Type) {
			meant |= 1 << i
		}
	}
	return meant
}
