package language

import (
	"onrecord"
)

// joinOwnBody joins a noun for a body to the name that stands before it with
// nothing between but what describes: "the Amber radical movement", "the Amber
// Front (AF) group".
func (j *joiner) joinOwnBody(i int) {
	m := &j.a.Mentions[i]
	if !marked(j.facts[i].lemma, 'g') || j.facts[i].plural == 'p' || len(j.kin[j.root(i)].name) > 0 {
		return
	}
	for at := m.Head - 1; at >= 0 && m.Core.Contains(j.a.Tokens[at].Span); at-- {
		at = j.beforeBracket(at)
		for _, k := range j.namesEnding[at+1] {
			name := &j.a.Mentions[k]
			if name.Form == onrecord.Name && m.Core.Contains(name.Span) && !j.isBracketed(name) {
				if name.Type == onrecord.Location && len(j.facts[k].name) > 1 && marked(j.facts[i].lemma, 'a') {
					j.retype(k)
				}
				if name.Type == onrecord.Organisation {
					j.join(k, i)
				}
				return
			}
		}
		if t := &j.a.Tokens[at]; t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PUNCT" && t.UPOS != "PROPN" && t.XPOS != "VBN" {
			return
		}
	}
}

// retype calls a name a body's in all its places: the words around one place
// tell it ("the Amber Coast militia").
func (j *joiner) retype(k int) {
	for i := range j.a.Mentions {
		if m := &j.a.Mentions[i]; m.Form == onrecord.Name && equalFold(j.facts[i].name, j.facts[k].name) {
			m.Type = onrecord.Organisation
			j.facts[i].class, j.facts[i].plural, j.facts[i].gender = 'o', 0, 0
			if chain := &j.kin[j.root(i)]; len(chain.members) == 1 {
				chain.class, chain.plural, chain.gender = 'o', 0, 0
			}
		}
	}
}

// beforeBracket gives the token before a bracket of up to four words that ends at
// the token, or the token itself.
func (j *joiner) beforeBracket(at int) int {
	if j.cutToken(at) != ")" {
		return at
	}
	for i := at - 1; i > 0 && i > at-6; i-- {
		if j.cutToken(i) == "(" {
			return i - 1
		}
	}
	return at
}

func (j *joiner) isBracketed(m *onrecord.Mention) bool {
	first, _ := j.a.TokensIn(m.Span)
	return j.cutToken(first-1) == "("
}
