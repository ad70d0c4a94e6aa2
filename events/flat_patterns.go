package events

import (
	"maps"
	"slices"
	"sync"
)

// flatLexicon holds the patterns by stems, for words that were not analysed.
type flatLexicon struct {
	*lexicon
	circles *circles
	byStem  map[string][]flatPattern
	turns   map[string]string // stem -> kind
}

type flatPattern struct {
	*pattern
	before   []string
	particle string
	class    map[string]bool
}

// flatReach is how many words away a condition of a pattern may stand.
const flatReach = 7

var openFlatLexicon = sync.OnceValues(func() (*flatLexicon, error) {
	l, err := openLexicon()
	if err != nil {
		return nil, err
	}
	c, err := openCircles()
	if err != nil {
		return nil, err
	}
	f := &flatLexicon{lexicon: l, circles: c, byStem: map[string][]flatPattern{}, turns: map[string]string{}}
	for stem, list := range l.byStem {
		for _, p := range list {
			if !p.negated && p.link != ofOther && p.link != withDeed { // "not" is a feature of its own
				f.byStem[stem] = append(f.byStem[stem], l.flatten(p))
			}
		}
	}
	for _, lemma := range slices.Sorted(maps.Keys(l.turns)) { // in order: stems fall together
		f.turns[l.stem(lemma)] = l.turns[lemma][0].kind
	}
	return f, nil
})

func (l *lexicon) flatten(p *pattern) flatPattern {
	f := flatPattern{pattern: p, particle: l.stem(p.particle)}
	for _, w := range p.before {
		f.before = append(f.before, l.stem(w))
	}
	if p.class != nil {
		f.class = map[string]bool{}
		for w := range p.class {
			f.class[l.stem(w)] = true
		}
	}
	return f
}

// match finds the first pattern of the word at i whose conditions stand near it.
func (f *flatLexicon) match(words []flatWord, i int) *flatPattern {
	list := f.byStem[words[i].stem]
	for k := range list {
		if list[k].fits(words, i) {
			return &list[k]
		}
	}
	return nil
}

func (p *flatPattern) fits(words []flatWord, i int) bool {
	for n, w := range p.before {
		if at := i - len(p.before) + n; at < 0 || words[at].stem != w {
			return false
		}
	}
	after := words[i+1 : min(len(words), i+1+flatReach)]
	if p.particle != "" && !hasStem(after[:min(3, len(after))], p.particle) {
		return false
	}
	if p.link == toPrep && !hasStem(after, p.prep) {
		return false
	}
	if p.class == nil {
		return true
	}
	if hasAnyStem(after, p.class) {
		return true
	}
	return p.link == toObject && hasAnyStem(words[max(0, i-flatReach):i], p.class)
}

func hasStem(words []flatWord, stem string) bool {
	return slices.ContainsFunc(words, func(w flatWord) bool { return w.stem == stem })
}

func hasAnyStem(words []flatWord, class map[string]bool) bool {
	return slices.ContainsFunc(words, func(w flatWord) bool { return class[w.stem] })
}
