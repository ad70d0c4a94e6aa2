package links

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// maxClauses bounds how many clauses of a long quotation are compared.
const maxClauses = 12

// cutClauses parts tokens at marks and at "but", and at "and" where words enough
// stand before and after it.
func cutClauses(tokens []words.Token) []Clause {
	var all []Clause
	start := 0
	for i := 0; i <= len(tokens) && len(all) < maxClauses; i++ {
		if i < len(tokens) && !endsClause(tokens, start, i) {
			continue
		}
		if c, ok := readClause(tokens[start:i]); ok {
			all = append(all, c)
		}
		start = i
	}
	return all
}

func endsClause(tokens []words.Token, start, i int) bool {
	t := &tokens[i]
	switch {
	case t.IsMark():
		return strings.ContainsAny(t.Text, ",;:.!?()[]—–\"“”")
	case t.Class&words.Turns != 0:
		return true
	case i > 0 && t.Start > tokens[i-1].End+1: // another piece of what was said, if both say something
		return contents(tokens[start:i]) >= 2 && contents(tokens[i:min(i+5, len(tokens))]) >= 2
	case t.Lower == "and":
		return contents(tokens[start:i]) >= 2 && contents(tokens[i:min(i+5, len(tokens))]) >= 2
	case t.Class&words.Relative != 0: // "a workshop that Norland had not declared"
		return contents(tokens[start:i]) >= 2 && contents(tokens[i:min(i+5, len(tokens))]) >= 1
	}
	return false
}

func contents(tokens []words.Token) (n int) {
	for i := range tokens {
		if tokens[i].IsContent() {
			n++
		}
	}
	return n
}

// readClause reports whether the tokens say anything.
func readClause(tokens []words.Token) (c Clause, ok bool) {
	behind := 0 // a number that was read
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.Actor != "":
			if id := stateOf(t.Actor); !slices.Contains(c.Actors, id) {
				c.Actors = append(c.Actors, id)
			}
			if t.Class == 0 && !t.Adjective && t.Text == t.Lower { // "Norland soldiers"
				c.addTerm(t.Stem)
			}
		case t.Class&words.Negates != 0:
			c.negate(c.Negated || negatesHere(tokens, i)) // "no fuse and no bomb" says no once
		case refusesTo(tokens[i:]):
			c.negate(!c.Negated)
		case t.Class&words.Condition != 0:
			c.If = true
		case t.IsContent() && !staysSo(tokens[i:]):
			if c.Object == "" && len(c.Deeds) > 0 {
				c.Object = t.Stem
			}
			c.addTerm(t.Stem)
			if tellsDeed(tokens, i) {
				c.addDeed(t.Stem)
			}
		}
		if n, size := words.Number(tokens[i:]); size > 0 && i >= behind {
			behind = i + size
			c.addFigure(n, tokens[behind:])
		}
	}
	return c, len(c.Terms)+len(c.Figures) > 0
}

// negate notes whether the clause says no, and where it first does.
func (c *Clause) negate(is bool) {
	if is && !c.Negated {
		c.NoAt = len(c.Terms)
	}
	c.Negated = is
}

// stateOf takes an organ of a state for the state: what its army does, the state is charged with.
func stateOf(id onrecord.ActorID) onrecord.ActorID {
	if state, _, isOrgan := strings.Cut(string(id), "/"); isOrgan && isState(onrecord.ActorID(state)) {
		return onrecord.ActorID(state)
	}
	return id
}

func (c *Clause) addTerm(stem string) {
	if !slices.Contains(c.Terms, stem) {
		c.Terms = append(c.Terms, stem)
	}
}

func (c *Clause) addDeed(stem string) {
	if !slices.Contains(c.Deeds, stem) {
		c.Deeds = append(c.Deeds, stem)
	}
}

// negatesHere leaves out "not only", and "with or without".
func negatesHere(tokens []words.Token, i int) bool {
	return i+1 >= len(tokens) || tokens[i+1].Lower != "only"
}

// addFigure ties a number to the noun behind it, the next word with content; else to the last one before: "put the
// toll at 68".
func (c *Clause) addFigure(n float64, behind []words.Token) {
	for i := range behind[:min(3, len(behind))] {
		if t := &behind[i]; t.IsContent() {
			c.Figures = append(c.Figures, Figure{n, t.Stem})
			return
		}
	}
	if len(c.Terms) > 0 {
		c.Figures = append(c.Figures, Figure{n, c.Terms[len(c.Terms)-1]})
	}
}
