package language

import (
	"strings"

	"onrecord"
)

// pairFeatures tells what speaks for pronoun i standing for mention k, which is
// the rank-th nearest that it may stand for.
func (j *joiner) pairFeatures(i, k, rank int) []uint32 {
	f, g := &j.facts[i], &j.facts[k]
	m, n := &j.a.Mentions[i], &j.a.Mentions[k]
	chain := &j.kin[j.root(k)]
	kind := pronounKind(f.lemma)
	roleI, roleK := hashWord(j.a.Tokens[m.Head].Deprel), hashWord(j.a.Tokens[n.Head].Deprel)
	far := uint32(min(f.sentence-g.sentence, 4))
	near := uint32(min(rank, 6))
	form := hashWord(string(n.Form))
	out := make(nameFeatures, 0, 48)
	add := func(template uint32, parts ...uint32) {
		out.add(100+template, parts...)
		out.add(200+template, append(parts, kind)...)
	}
	add(0)
	add(1, far)
	add(2, near)
	add(3, far, near)
	add(4, roleK, far)
	add(5, roleK, roleI, far)
	add(6, form, uint32(chain.class), far)
	add(7, uint32(chain.gender), uint32(chain.plural), uint32(chain.class))
	add(8, yes(g.indefinite), yes(g.definite), form)
	add(9, uint32(min(len(chain.members), 5)))
	add(10, yes(len(chain.name) > 0), uint32(min(len(chain.members), 3)))
	add(11, j.quoteRelation(f, g))
	add(12, j.quoteRelation(f, g), far, kind)
	add(13, uint32(min(f.depth, 5)), uint32(min(g.depth, 5)))
	add(14, yes(j.isFirstIn(k)), far)
	add(15, uint32(j.commands(k, i)), roleI)
	add(16, yes(n.Form == onrecord.Pronoun && pronounKindOf(g.lemma) == int(kind)), far)
	add(17, hashWord(g.lemma), yes(n.Form == onrecord.Nominal))
	add(18, yes(strings.HasSuffix(f.lemma, "self")), uint32(j.commands(k, i)))
	add(19, near, roleK)
	add(20, yes(g.headline), far)
	add(21, yes(j.sameParagraph(f, g)), far)
	add(22, j.verbOf(m), j.verbOf(n))
	add(23, uint32(chain.class), hashWord(f.lemma), uint32(chain.plural), near)
	return out
}

func pronounKindOf(word string) int {
	switch word {
	case "":
		return -1
	}
	return int(pronounKind(word))
}

func yes(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// quoteRelation tells whether two mentions stand in one quotation, in two, or
// one of them in none.
func (j *joiner) quoteRelation(f, g *facts) uint32 {
	switch {
	case f.quote == g.quote:
		return min(uint32(f.quote), 1)
	case f.quote == 0:
		return 2
	case g.quote == 0:
		return 3
	}
	return 4
}

func (j *joiner) sameParagraph(f, g *facts) bool {
	return j.a.Sentences[f.sentence].Paragraph == j.a.Sentences[g.sentence].Paragraph
}

// isFirstIn reports whether a mention is the first of its sentence.
func (j *joiner) isFirstIn(k int) bool {
	return k == 0 || j.facts[k-1].sentence != j.facts[k].sentence
}

// commands counts how many clauses up mention k is the subject over mention i: 1
// for "Varga said that he"; 0 if it is not.
func (j *joiner) commands(k, i int) int {
	subject := &j.a.Tokens[j.a.Mentions[k].Head]
	if relation(subject.Deprel) != "nsubj" {
		return 0
	}
	at := j.a.Tokens[j.a.Mentions[i].Head].Head
	for n := 1; n < 6 && at >= 0 && at < len(j.a.Tokens); n++ {
		if at == subject.Head {
			return n
		}
		at = j.a.Tokens[at].Head
	}
	return 0
}

// verbOf hashes the lemma of the word that a mention hangs on.
func (j *joiner) verbOf(m *onrecord.Mention) uint32 {
	if h := j.a.Tokens[m.Head].Head; h >= 0 && h < len(j.a.Tokens) {
		return hashWord(j.a.Tokens[h].Lemma)
	}
	return 0
}
