package language

import (
	"strings"

	"onrecord"
)

// joinRelative joins "who", "which" and "that" to the noun that their clause
// hangs on.
func (j *joiner) joinRelative(i int) {
	switch j.facts[i].lemma {
	case "who", "which", "that", "whom", "whose":
	default:
		return
	}
	at := j.a.Mentions[i].Head
	for range 6 {
		t := &j.a.Tokens[at]
		if t.Head < 0 || t.Head >= len(j.a.Tokens) {
			break
		}
		if strings.HasSuffix(t.Deprel, ":relcl") {
			j.joinToHead(i, t.Head)
			return
		}
		at = t.Head
	}
	j.joinToEnd(i)
}

// joinToEnd joins "who" and "which" to the phrase that ends before them, where
// the tree has lost the clause.
func (j *joiner) joinToEnd(i int) {
	at := j.a.Mentions[i].Head - 1
	if word := j.facts[i].lemma; at < 0 || word == "that" || word == "whose" {
		return
	}
	if j.a.Text.Cut(j.a.Tokens[at].Span) == "," {
		at--
	}
	for k := i - 1; k >= 0 && k > i-12; k-- {
		m := &j.a.Mentions[k]
		if _, end := j.a.TokensIn(m.Core); end == at+1 && m.Form != onrecord.Pronoun && (j.facts[i].lemma == "which" || j.facts[k].class == 'p') {
			j.join(k, i)
			return
		}
	}
}

// joinToHead joins a mention to the noun phrase or name with the head.
func (j *joiner) joinToHead(i, head int) {
	if head >= j.a.Mentions[i].Head {
		return
	}
	if t := &j.a.Tokens[head]; relation(t.Deprel) == "flat" && len(j.byHead[head]) == 0 {
		head = t.Head
	}
	for _, k := range j.byHead[head] {
		if k != i && j.a.Mentions[k].Form != onrecord.Pronoun {
			j.join(k, i)
			return
		}
	}
}
