package petrarch

import (
	"strings"

	"onrecord"
)

// CommaLimits says which clauses between commas are cut out before coding: those of
// so many words, at the start, inside and at the end of a sentence. A Max of 0
// switches it off.
type CommaLimits struct{ Start, Inside, End WordLimits }

// WordLimits are numbers of words, both included.
type WordLimits struct{ Min, Max int }

func (l WordLimits) hold(n int) bool { return l.Max > 0 && l.Min <= n && n <= l.Max }

// usualCommas are PETRARCH's own.
func usualCommas() *CommaLimits {
	return &CommaLimits{Inside: WordLimits{2, 8}, End: WordLimits{2, 8}}
}

// cut marks the tokens that are left out.
func (c *CommaLimits) cut(g *grouping) []bool {
	if c == nil {
		c = usualCommas()
	}
	marks := make([]bool, len(g.tokens))
	clauses := g.clauses()
	for n, clause := range clauses {
		limits := c.Inside
		switch {
		case len(clauses) == 1:
			continue // no comma at all
		case n == 0:
			limits = c.Start
		case n == len(clauses)-1:
			limits = c.End
		}
		if limits.hold(countWords(g.tokens[clause.from:clause.to])) && !g.goesOn(clause) {
			for i := clause.from; i < clause.to; i++ {
				marks[i] = true
			}
		}
	}
	return marks
}

// clauses are the tokens between commas.
func (g *grouping) clauses() []tokenRange {
	var all []tokenRange
	start := 0
	for i := range g.tokens {
		if g.isBorder(i) {
			all = append(all, tokenRange{start, i})
			start = i + 1
		}
	}
	return append(all, tokenRange{start, len(g.tokens)})
}

// isBorder reports whether a token is a comma between clauses, neither in a list nor
// inside a noun phrase.
func (g *grouping) isBorder(i int) bool { return isComma(g.tokens, i) && g.phraseOf[i] < 0 }

func isComma(tokens []onrecord.Token, i int) bool {
	return tokens[i].Lemma == "," && tokens[i].UPOS == "PUNCT"
}

// goesOn reports whether a clause tells what somebody named before it did: "Norland,
// which is poor, abandoned the talks".
func (g *grouping) goesOn(clause tokenRange) bool {
	for i := range clause.from {
		head := g.tokens[i].Head - g.first
		if strings.HasPrefix(g.tokens[i].Deprel, "nsubj") && clause.from <= head && head < clause.to {
			return true
		}
	}
	return false
}

func countWords(tokens []onrecord.Token) int {
	n := 0
	for i := range tokens {
		if tokens[i].UPOS != "PUNCT" && (i == 0 || tokens[i].Start > tokens[i-1].End) {
			n++
		}
	}
	return n
}
