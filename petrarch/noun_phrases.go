package petrarch

import (
	"strings"

	"onrecord"
)

// nounPhrase is base noun phrases that prepositions and lists join: "soldiers from
// Gondor", "Gondor and Rohan". Members are the parts of a list.
type nounPhrase struct {
	span
	members []span
}

// grouping tells of each token of a sentence which base noun phrase, noun phrase and
// member it belongs to; -1 for none. What stands between two parts of a noun phrase
// belongs to it too.
type grouping struct {
	tokens            []onrecord.Token
	first             int // index of tokens[0] in the analysis
	chunkOf, phraseOf []int
	borders           []tokenRange // of chunks
	members           [][]tokenRange
}

type tokenRange struct{ from, to int }

func groupTokens(tokens []onrecord.Token, first int) *grouping {
	g := &grouping{tokens: tokens, first: first, chunkOf: none(len(tokens)), phraseOf: none(len(tokens))}
	g.findChunks()
	for i := 0; i < len(g.borders); {
		i = g.growPhrase(i)
	}
	return g
}

func none(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = -1
	}
	return all
}

// growPhrase joins base noun phrases, from number i on, to one noun phrase; it gives
// the number of the first that does not belong to it.
func (g *grouping) growPhrase(i int) int {
	first, members := i, []tokenRange{g.borders[i]}
	for i++; i < len(g.borders); i++ {
		last := &members[len(members)-1]
		if g.isHungOn(first, i) {
			last.to = g.borders[i].to
		} else if g.isListed(first, i) {
			members = append(members, g.borders[i])
		} else {
			break
		}
	}
	for j := members[0].from; j < members[len(members)-1].to; j++ {
		g.phraseOf[j] = len(g.members)
	}
	g.members = append(g.members, members)
	return i
}

// isHungOn reports whether a preposition alone stands before base noun phrase i and
// hangs it on the noun phrase that began with number first.
func (g *grouping) isHungOn(first, i int) bool {
	between := g.tokens[g.borders[i-1].to:g.borders[i].from]
	if len(between) == 0 || len(between) > 2 {
		return false
	}
	for j := range between {
		if between[j].UPOS != "ADP" {
			return false
		}
	}
	return between[0].Lemma == "of" || g.depends(first, i, "nmod")
}

// depends reports whether a word of base noun phrase i depends by the relation on
// one of those from number first on.
func (g *grouping) depends(first, i int, relation string) bool {
	to := g.borders[i].from
	for j := g.borders[i].from; j < g.borders[i].to; j++ {
		t := &g.tokens[j]
		base, _, _ := strings.Cut(t.Deprel, ":")
		if head := t.Head - g.first; base == relation && head >= g.borders[first].from && head < to {
			return true
		}
	}
	return false
}

// isListed reports whether base noun phrase i goes on with the list that the noun
// phrase begun with number first is, or begins: "Arnor, Rohan and Bree".
func (g *grouping) isListed(first, i int) bool {
	switch g.separator(i) {
	case noList:
		return false
	case andBefore:
	case commaBefore:
		if !g.hasAndLater(i) {
			return false
		}
	}
	return g.depends(first, i, "conj") || g.isSubject(i) && !g.hasVerbBefore(first)
}

// listMark is what parts two members of a list.
type listMark int

const (
	noList listMark = iota
	commaBefore
	andBefore
)

// separator looks at what stands before base noun phrase i.
func (g *grouping) separator(i int) listMark {
	found := noList
	for j := g.borders[i-1].to; j < g.borders[i].from; j++ {
		switch {
		case g.tokens[j].UPOS == "CCONJ":
			found = andBefore
		case isComma(g.tokens, j):
			found = max(found, commaBefore)
		default:
			return noList
		}
	}
	return found
}

// hasAndLater reports whether the list that base noun phrase i goes on with comes to
// an "and".
func (g *grouping) hasAndLater(i int) bool {
	for i++; i < len(g.borders); i++ {
		mark := g.separator(i)
		if mark == andBefore {
			return true
		}
		if mark == noList && !g.isHungOn(i-1, i) {
			return false
		}
	}
	return false
}

// isSubject reports whether base noun phrase i is read as a subject: a parser often
// takes each name of a list before a verb for one.
func (g *grouping) isSubject(i int) bool {
	for j := g.borders[i].from; j < g.borders[i].to; j++ {
		if strings.HasPrefix(g.tokens[j].Deprel, "nsubj") {
			return true
		}
	}
	return false
}

func (g *grouping) hasVerbBefore(first int) bool {
	for j := range g.borders[first].from {
		if u := g.tokens[j].UPOS; u == "VERB" || u == "AUX" || u == "ADP" {
			return true
		}
	}
	return false
}

// placePhrases turns ranges of tokens into ranges of words.
func (s *sentence) placePhrases(g *grouping) {
	for _, b := range g.borders {
		s.chunks = append(s.chunks, s.wordsOf(b.from, b.to))
	}
	for _, members := range g.members {
		var p nounPhrase
		for _, m := range members {
			p.members = append(p.members, s.wordsOf(m.from, m.to))
		}
		p.span = span{p.members[0].from, p.members[len(p.members)-1].to}
		s.phrases = append(s.phrases, p)
	}
}
