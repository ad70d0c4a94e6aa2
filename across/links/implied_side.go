package links

import (
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// besideBytes is how far behind what a state said a quotation may stand that gives its words.
const besideBytes = 300

// implySides finds for whom those speak whom a report names without a role. They are introduced in
// other reports; here their words tell it ("Norland would pay, Anna Weber said"), or the place of
// these: right behind what a state is reported to say.
func implySides(claims []Claim, subjects []onrecord.ActorID) {
	sides := map[onrecord.ActorID]onrecord.ActorID{}
	for i := range claims {
		c := &claims[i]
		if !isPerson(c.Side) || sides[c.Side] != "" {
			continue
		}
		switch {
		case subjects[i] != "":
			sides[c.Side] = subjects[i]
		case i > 0 && c.Quoted && followsBody(&claims[i-1], c):
			sides[c.Side] = claims[i-1].Side
		}
	}
	for i := range claims {
		if side := sides[claims[i].Side]; side != "" {
			claims[i].takeSide(side)
		}
	}
}

// followsBody reports whether a claim stands right behind one that nobody in person made.
func followsBody(before, c *Claim) bool {
	return isState(before.Side) && !isPerson(before.Who) && c.Span.Start > before.Span.End && c.Span.Start-before.Span.End <= besideBytes
}

func isState(id onrecord.ActorID) bool {
	return len(id) == 3 && string(id) == strings.ToUpper(string(id))
}

// takeSide makes a claim the word of a side; what it says of its speaker it says of the side.
func (c *Claim) takeSide(side onrecord.ActorID) {
	for i := range c.Clauses {
		for j, id := range c.Clauses[i].Actors {
			if id == c.Side {
				c.Clauses[i].Actors[j] = side
			}
		}
	}
	c.Side = side
}

// subjectOf is the state with whose name the words begin, if it is their subject.
func subjectOf(tokens []words.Token) onrecord.ActorID {
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.IsMark() || t.Lower == "the":
			continue
		case !isState(t.Actor) || t.Adjective || t.Class != 0 || strings.HasSuffix(t.Lower, "'s"):
			return ""
		case i+1 == len(tokens) || tokens[i+1].Class&words.Links != 0 || tokens[i+1].IsMark():
			return "" // "blamed Norland for the flood"
		case tokens[i+1].Actor == t.Actor:
			continue
		}
		return t.Actor
	}
	return ""
}
