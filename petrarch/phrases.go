package petrarch

import (
	"slices"
	"strings"
)

// phrase is words to be found in a text: in their order, and where tight, at once
// after the word before.
type phrase struct {
	words []string
	tight []bool // of the same length; tight[0] is false
}

// maxPhraseWords bounds a phrase; longer ones are cut.
const maxPhraseWords = 32

// parsePhrase reads "PRINCE OF DOL_AMROTH_": "_" joins words that stand next to
// each other, a blank lets others come between; at the end "_" means nothing. Words
// are cut like those of a text.
func parsePhrase(s string) phrase {
	var p phrase
	for _, loose := range strings.Fields(s) {
		for i, w := range strings.FieldsFunc(loose, func(r rune) bool { return r == '_' }) {
			p.add(w, i > 0)
		}
	}
	return p
}

func (p *phrase) add(w string, tight bool) {
	for i, part := range splitWord(w) {
		if len(p.words) == maxPhraseWords {
			return
		}
		p.words = append(p.words, part)
		p.tight = append(p.tight, len(p.words) > 1 && (tight || i > 0))
	}
}

// splitWord brings a word into the form that it has in [sentence]: capitals, without
// hyphens and signs of possession, "n't" parted from its verb.
func splitWord(w string) []string {
	w = strings.ToUpper(strings.ReplaceAll(w, "’", "'"))
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'S"), "'")
	if stem, isNegated := strings.CutSuffix(w, "N'T"); isNegated && stem != "" {
		return append(splitWord(stem), "N'T")
	}
	return strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '_' })
}

func (p phrase) String() string { return strings.Join(p.words, " ") }

// pluralOf forms the regular plural of the last word.
func (p phrase) pluralOf() phrase {
	if len(p.words) == 0 {
		return p
	}
	many := phrase{slices.Clone(p.words), p.tight}
	last := &many.words[len(many.words)-1]
	*last = plural(*last)
	return many
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "Y"):
		return strings.TrimSuffix(w, "Y") + "IES"
	case strings.HasSuffix(w, "SS"):
		return w + "ES"
	}
	return w + "S"
}

// findIn looks for the phrase in words that begin with its first word; it gives the
// number of words up to its end, 0 if it is not there.
func (p phrase) findIn(words []string) int {
	at := 0
	for i, want := range p.words {
		switch {
		case p.tight[i] || i == 0:
			if at >= len(words) || words[at] != want {
				return 0
			}
		default:
			next := slices.Index(words[at:], want)
			if next < 0 {
				return 0
			}
			at += next
		}
		at++
	}
	return at
}

// phraseIndex finds phrases by their first word.
type phraseIndex[T any] struct {
	byFirst map[string][]indexed[T]
}

type indexed[T any] struct {
	phrase
	value *T
}

func newPhraseIndex[T any]() *phraseIndex[T] {
	return &phraseIndex[T]{map[string][]indexed[T]{}}
}

func (x *phraseIndex[T]) add(p phrase, value *T) {
	if len(p.words) > 0 {
		x.byFirst[p.words[0]] = append(x.byFirst[p.words[0]], indexed[T]{p, value})
	}
}

// sort puts longer phrases first; of equal ones the first of the files stays first.
func (x *phraseIndex[T]) sort() {
	for _, all := range x.byFirst {
		slices.SortStableFunc(all, func(a, b indexed[T]) int { return len(b.words) - len(a.words) })
	}
}

// longestAt finds the longest phrase that begins with the first of words.
func (x *phraseIndex[T]) longestAt(words []string) (value *T, length int) {
	for _, one := range x.byFirst[words[0]] {
		if n := one.findIn(words); n > 0 {
			return one.value, n
		}
	}
	return nil, 0
}
