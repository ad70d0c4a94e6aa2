package language

import (
	"strings"

	"onrecord/model"
)

// clues gathers the features of one candidate. The number of a template is part of
// what was learned: it keeps its meaning as long as the weights are in use.
type clues struct {
	model.Clues
	kind uint32 // of the pronoun
}

// mix puts in a feature that the hidden units see too.
func (c *clues) mix(template uint32, parts ...uint32) {
	h := featureHash(template, parts)
	c.Mixed = append(c.Mixed, h)
	c.Plain = append(c.Plain, h, featureHash(template+500, parts, c.kind))
}

// count puts in a feature that counts for itself alone.
func (c *clues) count(template uint32, parts ...uint32) {
	c.Plain = append(c.Plain, featureHash(template, parts))
}

func featureHash(template uint32, parts []uint32, last ...uint32) uint32 {
	h := template*0x9e3779b1 + 0x7f4a7c15
	for _, some := range [2][]uint32{parts, last} {
		for _, p := range some {
			h ^= p
			h *= 0x85ebca6b
			h ^= h >> 15
		}
	}
	h *= 0xc2b2ae35
	return h ^ h>>13
}

// standsFor numbers the pronouns by what they stand for: persons, things, many.
func standsFor(word string) uint32 {
	return [4]uint32{0, 0, 1, 2}[pronounKind(word)]
}

// caseOf numbers the pronouns by how they stand: "he", "him", "his", "himself".
func (j *joiner) caseOf(i int) uint32 {
	word := j.facts[i].lemma
	switch {
	case strings.HasSuffix(word, "self") || strings.HasSuffix(word, "selves"):
		return 3
	case j.a.Tokens[j.a.Mentions[i].Head].XPOS == "PRP$":
		return 2
	case j.sites[i].role == roleSubject || j.sites[i].role == rolePassive:
		return 0
	}
	return 1
}

// noneClues speak for pronoun i standing for nothing told.
func (j *joiner) noneClues(i int, all []antecedent) model.Clues {
	f, s := &j.facts[i], &j.sites[i]
	c := clues{kind: standsFor(f.lemma)}
	word := hashWord(f.lemma)
	c.mix(1, j.caseOf(i))
	c.mix(2, min(uint32(f.sentence), 3))
	c.mix(3, uint32(s.role), s.link)
	c.mix(4, yes(f.quote > 0))
	c.mix(5, min(uint32(len(all)), 4))
	c.count(6, word)
	c.count(7, word, s.verb)
	c.count(8, word, uint32(s.role))
	return c.Clues
}

// pairClues speak for pronoun i standing for a candidate. They are written over
// those given.
func (j *joiner) pairClues(i int, cand *antecedent, over model.Clues) model.Clues {
	c := clues{kind: standsFor(j.facts[i].lemma)}
	c.Plain, c.Mixed = over.Plain[:0], over.Mixed[:0]
	j.addPlace(&c, i, cand)
	j.addChain(&c, i, cand)
	j.addTree(&c, i, cand)
	j.addWords(&c, i, cand)
	return c.Clues
}

func bucket(n int) uint32 {
	switch {
	case n < 6:
		return uint32(max(n, 0))
	case n < 9:
		return 6
	case n < 13:
		return 7
	case n < 20:
		return 8
	case n < 35:
		return 9
	case n < 60:
		return 10
	}
	return 11
}

// addPlace tells where both stand in the report.
func (j *joiner) addPlace(c *clues, i int, cand *antecedent) {
	k := cand.mention
	f, g := &j.facts[i], &j.facts[k]
	m, n := &j.a.Mentions[i], &j.a.Mentions[k]
	ahead := yes(cand.ahead)
	far := uint32(max(0, f.sentence-g.sentence))
	caseI := j.caseOf(i)
	form := hashWord(string(n.Form))
	c.mix(20, ahead)
	c.mix(21, far, ahead)
	c.mix(22, min(uint32(cand.rank), 8))
	c.mix(23, min(uint32(cand.named), 6), ahead)
	c.mix(24, bucket(max(m.Head-n.Head, n.Head-m.Head)), ahead)
	c.mix(25, j.quoteRelation(f, g))
	c.mix(26, yes(j.sameParagraph(f, g)))
	c.mix(27, yes(g.headline))
	c.mix(28, form)
	c.mix(29, yes(j.isFirstIn(k)))
	c.mix(30, yes(j.isFirstIn(i)))
	c.mix(31, caseI)
	c.mix(32, min(uint32(f.depth), 6))
	c.mix(33, min(uint32(g.depth), 6))
	c.count(34, far, min(uint32(cand.rank), 8), caseI)
	c.count(35, far, form, caseI)
	c.count(36, far, min(uint32(cand.named), 6), ahead)
	c.count(37, j.quoteRelation(f, g), far)
}
