package petrarch

import (
	"strings"
)

// pattern is words around a verb that decide on the code: "- $ NOT * ^ TO_ + [124]".
type pattern struct {
	before []item // in the order of the text
	after  []item
	code   codePair
	line   line
}

// itemKind says what an item of a pattern stands for.
type itemKind int

const (
	aWord   itemKind = iota
	aSet             // "&CURRENCY"
	aSource          // "$"
	aTarget          // "+"
	aPair            // "%": a list of actors, each source and target
	aSkip            // "^": a noun phrase that is passed over
	theVerb          // "*"
)

// item is a part of a pattern.
type item struct {
	kind   itemKind
	word   string   // of a word, or name of a set
	words  []phrase // of a set
	joined bool     // it stands at once behind the item before
}

// maxPatternItems bounds a pattern.
const maxPatternItems = 40

func parsePattern(l line) (*pattern, error) {
	body, code, found := cutBrackets(strings.TrimPrefix(l.text, "-"))
	if !found {
		return nil, l.errorf("a pattern needs a code in brackets: %s", l.text)
	}
	p := &pattern{code: parseCodes(code), line: l}
	verbs := 0
	for _, it := range parseItems(body) {
		switch {
		case it.kind == theVerb:
			verbs++
			p.after = append(p.after, it) // its joint tells of the item before it
		case verbs == 0:
			p.before = append(p.before, it)
		default:
			p.after = append(p.after, it)
		}
	}
	if verbs != 1 {
		return nil, l.errorf("a pattern needs one \"*\", the verb: %s", l.text)
	}
	if p.size() > maxPatternItems {
		return nil, l.errorf("a pattern of more than %d words", maxPatternItems)
	}
	return p, nil
}

// parseItems cuts a pattern at blanks and "_". Parentheses and braces mark phrases
// for PETRARCH2; here their words are sought in order, as others are.
func parseItems(body string) []item {
	var all []item
	body = strings.ReplaceAll(body, "**", "*")
	body = strings.NewReplacer("(", " ", ")", " ", "{", " ", "}", " ").Replace(body)
	for _, loose := range strings.Fields(body) {
		for i, w := range strings.FieldsFunc(loose, func(r rune) bool { return r == '_' }) {
			all = appendItems(all, w, i > 0)
		}
	}
	return all
}

func appendItems(to []item, w string, joined bool) []item {
	kind, isMark := map[string]itemKind{"$": aSource, "+": aTarget, "%": aPair, "^": aSkip, "*": theVerb}[w]
	switch {
	case isMark:
		return append(to, item{kind: kind, joined: joined})
	case w[0] == '&':
		return append(to, item{kind: aSet, word: setName(w), joined: joined})
	}
	for i, part := range splitWord(w) {
		to = append(to, item{kind: aWord, word: part, joined: joined || i > 0})
	}
	return to
}

// size is the number of items without the verb.
func (p *pattern) size() int { return len(p.before) + len(p.after) - 1 }

func (p *pattern) setNames() []string {
	var names []string
	for _, list := range [][]item{p.before, p.after} {
		for _, it := range list {
			if it.kind == aSet {
				names = append(names, it.word)
			}
		}
	}
	return names
}

func (p *pattern) giveSets(wordsOf func(name string) []phrase) {
	for _, list := range [][]item{p.before, p.after} {
		for i := range list {
			if list[i].kind == aSet {
				list[i].words = wordsOf(list[i].word)
			}
		}
	}
}
