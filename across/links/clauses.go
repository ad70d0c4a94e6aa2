package links

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
			c.Negated = c.Negated != negatesHere(tokens, i)
		case refusesTo(tokens[i:]):
			c.Negated = !c.Negated
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

// tellsDeed guesses, without syntax, which words tell what is done: those behind an
// auxiliary, "to", "not", a pronoun or a name that is no adjective, and those in "-ed".
func tellsDeed(tokens []words.Token, i int) bool {
	if tokens[i].Class&words.Light != 0 || leadsToDeed(tokens[i+1:]) || staysSo(tokens[i:]) || i > 0 && isCapital(tokens[i].Text) {
		return false
	}
	if i > 0 && strings.HasSuffix(tokens[i].Lower, "ing") && tokens[i-1].Class&words.Links != 0 { // "accused of shelling"
		return true
	}
	if t := &tokens[i]; strings.HasSuffix(t.Lower, "ed") && !strings.HasSuffix(t.Lower, "eed") && len(t.Lower) >= 4 {
		return true
	}
	for i--; i >= 0; i-- {
		before := &tokens[i]
		switch {
		case before.Class&(words.Helps|words.Subject) != 0, before.Class&words.Negates != 0 && before.Lower != "no", before.Lower == "longer":
			return true
		case before.Actor != "":
			return !before.Adjective && !strings.HasSuffix(before.Lower, "'s")
		case !strings.HasSuffix(before.Lower, "ly") && before.Lower != "also" && before.Lower != "now":
			return false
		}
	}
	return false
}

// isCapital reports whether a word is written as names are: "the road to Portum" tells no deed.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// refusesTo reports whether tokens begin with a refusal of a deed, which is the same as not doing it: "refuses
// to pay".
func refusesTo(tokens []words.Token) bool {
	return len(tokens) > 1 && tokens[1].Lower == "to" && isRefusal(tokens[0].Stem)
}

func isRefusal(stem string) bool {
	switch stem {
	case "refus", "declin", "unwil", "unwilling", "unreadi":
		return true
	}
	return false
}

// staysSo reports whether a word only says that something goes on: "would stay closed".
func staysSo(tokens []words.Token) bool {
	switch tokens[0].Lower {
	case "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "kept":
		return len(tokens) > 1 && tokens[1].IsContent()
	}
	return false
}

// leadsToDeed reports whether the deed is behind a word and not the word itself: "started
// to fill", "agreed on Friday to resume".
func leadsToDeed(behind []words.Token) bool {
	for i := range behind[:min(4, len(behind))] {
		if behind[i].Lower == "to" {
			return i+1 < len(behind) && behind[i+1].IsContent()
		}
		if behind[i].IsContent() || behind[i].IsMark() {
			return false
		}
	}
	return false
}

// negatesHere leaves out "not only", and "with or without".
func negatesHere(tokens []words.Token, i int) bool {
	return i+1 >= len(tokens) || tokens[i+1].Lower != "only"
}

// addFigure ties a number to the noun behind it: the next word with content.
func (c *Clause) addFigure(n float64, behind []words.Token) {
	for i := range behind[:min(3, len(behind))] {
		if t := &behind[i]; t.IsContent() {
			c.Figures = append(c.Figures, Figure{n, t.Stem})
			return
		}
	}
}
