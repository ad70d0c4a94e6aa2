package petrarch

import (
	"onrecord"
)

// Options are what a project may choose. The zero value is PETRARCH's usual choice.
type Options struct {
	AllowMissing  bool         // code also where source or target is not known
	NewActorWords int          // let noun phrases of so many words stand for actors that no file knows
	Commas        *CommaLimits // nil for the usual limits
}

// Coding is one event as PETRARCH writes it.
type Coding struct {
	Source, Target Side
	Code           string
	Verb           onrecord.Span
	Clause         onrecord.Span // from the source to the end of what the verb governs
	Token          int           // the verb, index into Analysis.Tokens
	Why            string        // the line that decided
}

// Side is a party of a coding; its code is "---" if it is not known.
type Side struct {
	Code  string
	Name  string // first phrase of the actor's entry, "" for roles alone
	Words onrecord.Span
}

// unknownSide stands for a party that is not known.
const unknownSide = "---"

// CodeSentence codes a sentence of an analysis on a day; "" for an unknown day.
func (d *Dictionaries) CodeSentence(a *onrecord.Analysis, in onrecord.Sentence, day onrecord.Date, o Options) []Coding {
	if d.Discard(a.Text.Cut(in.Span), false) != "" {
		return nil
	}
	c := &coder{Dictionaries: d, sentence: newSentence(a, in, o.Commas), day: day, options: o, known: map[span][]coded{}}
	var all []Coding
	coded := -1 // last token of what a coded verb governs
	for token := in.First; token < in.First+len(c.at)-1; token++ {
		if token <= coded || !c.isVerb(token) {
			continue
		}
		found := c.codeVerb(token)
		all = appendNew(all, found)
		if len(found) > 0 {
			coded = c.lastGoverned(token)
		}
	}
	return all
}

func appendNew(all, more []Coding) []Coding {
next:
	for _, m := range more {
		for _, k := range all {
			if k.Source.Code == m.Source.Code && k.Target.Code == m.Target.Code && k.Code == m.Code {
				continue next
			}
		}
		all = append(all, m)
	}
	return all
}

// isVerb reports whether a token heads a verb phrase: participles before nouns do
// not.
func (c *coder) isVerb(token int) bool {
	t := &c.analysis.Tokens[token]
	if t.UPOS != "VERB" && t.UPOS != "AUX" {
		return false
	}
	return t.Deprel != "amod" && t.Deprel != "compound" && t.Deprel != "case"
}

// codeVerb codes what a verb says by the first of its patterns that fits, else by its
// own code.
func (c *coder) codeVerb(token int) []Coding {
	verb, words := c.findVerb(token)
	if verb == nil {
		return nil
	}
	reach := span{0, c.wordAfter(c.lastGoverned(token))}
	reach.to = max(reach.to, words.to)
	subject := len(c.subjectOf(token, words)) == 1
	for _, p := range verb.block.patterns {
		m, fits := c.match(p, words, reach, subject)
		if !fits {
			continue
		}
		if p.code.isNull() {
			return nil
		}
		return c.codings(token, words, reach, m.source, m.target, p.code, p.line)
	}
	if verb.code.isNull() {
		return nil
	}
	return c.codings(token, words, reach, nil, nil, verb.code, verb.line)
}

// findVerb looks a token up, as it stands and, if no file knows that, by its lemma.
func (c *coder) findVerb(token int) (*verb, span) {
	at := span{c.at[token-c.first], c.at[token-c.first+1]}
	if at.to <= at.from {
		return nil, at
	}
	at.from = at.to - 1
	if v, words := c.verbAt(c.words[at.from].text, at); v != nil {
		return v, words
	}
	for _, lemma := range splitWord(c.analysis.Tokens[token].Lemma) {
		if v, words := c.verbAt(lemma, at); v != nil {
			return v, words
		}
	}
	return nil, at
}

func (c *coder) verbAt(form string, at span) (*verb, span) {
	for _, v := range c.verbs.byForm[form] {
		words := span{at.from - len(v.before), at.to + len(v.after)}
		if words.from < 0 || words.to > len(c.words) {
			continue
		}
		if c.standAt(v.before, words.from) && c.standAt(v.after, at.to) {
			return v, words
		}
	}
	return nil, at
}

func (c *coder) standAt(want []string, at int) bool {
	for i, w := range want {
		if c.words[at+i].text != w {
			return false
		}
	}
	return true
}

// lastGoverned is the last token of what hangs on a verb to its right, without the
// verbs that are joined to it; an auxiliary reaches as far as its verb.
func (c *coder) lastGoverned(token int) int {
	tokens := c.analysis.Tokens
	if tokens[token].UPOS == "AUX" && tokens[token].Head >= 0 {
		token = max(token, tokens[token].Head)
	}
	last := token
	for i := token + 1; i < c.first+len(c.at)-1; i++ {
		if tokens[i].UPOS != "PUNCT" && c.hangsOn(i, token) {
			last = i
		}
	}
	return last
}

// maxDepth bounds the way up a tree.
const maxDepth = 100

func (c *coder) hangsOn(i, verb int) bool {
	tokens := c.analysis.Tokens
	for range maxDepth {
		t := &tokens[i]
		switch {
		case t.Head == verb:
			return !isBesides(t)
		case t.Head < 0:
			return false
		}
		i = t.Head
	}
	return false
}

// isBesides reports whether a clause stands beside the one that it hangs on.
func isBesides(t *onrecord.Token) bool {
	return t.Deprel == "parataxis" || t.Deprel == "conj" && t.UPOS != "NOUN" && t.UPOS != "PROPN"
}

// wordAfter is the number of the first word behind a token.
func (c *coder) wordAfter(token int) int { return c.at[token-c.first+1] }
