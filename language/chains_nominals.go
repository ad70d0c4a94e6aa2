package language

import (
	"slices"
	"strings"

	"onrecord"
)

// maxNominalSentences is how far back a noun phrase looks for what it repeats.
const maxNominalSentences = 12

// joinNominals joins noun phrases that speak of something told before: the same
// words again, the office of a person, the kind of a named body.
func (j *joiner) joinNominals() {
	for i := range j.a.Mentions {
		m, f := &j.a.Mentions[i], &j.facts[i]
		if m.Form != onrecord.Nominal || f.indefinite || !f.definite {
			continue
		}
		if k := j.findTold(i); k >= 0 {
			j.join(k, i)
		}
	}
	j.joinKinds()
}

// joinKinds joins bare phrases of the same words that speak of one kind of thing
// or matter: "crude oil", "inflation". Bare persons ("officials") are others each
// time.
func (j *joiner) joinKinds() {
	last := map[string]int{}
	for i := range j.a.Mentions {
		f := &j.facts[i]
		if j.a.Mentions[i].Form != onrecord.Nominal || f.class == 'p' || f.class == 'o' || f.indefinite || f.definite || len(j.kin[j.root(i)].name) > 0 {
			continue
		}
		words := strings.ToLower(strings.Join(j.words(j.a.Mentions[i].Core), " "))
		if k, ok := last[words]; ok && j.mayJoin(k, i) {
			j.join(k, i)
		}
		last[words] = i
	}
}

// findTold looks back for the latest mention that a definite phrase repeats.
func (j *joiner) findTold(i int) int {
	for k := i - 1; k >= 0; k-- {
		back := j.facts[i].sentence - j.facts[k].sentence
		if back > maxNominalSentences {
			break
		}
		if j.facts[k].headline != j.facts[i].headline || j.a.Mentions[k].Form == onrecord.Pronoun ||
			j.root(k) == j.root(i) || j.a.Mentions[k].Overlaps(j.a.Mentions[i].Span) || j.bothNamed(i, k) {
			continue
		}
		if j.repeats(i, k, back) && j.mayJoin(i, k) {
			return k
		}
	}
	return -1
}

// bothNamed reports whether two chains have names of their own: then the names
// alone decide.
func (j *joiner) bothNamed(i, k int) bool {
	return len(j.kin[j.root(i)].name) > 0 && len(j.kin[j.root(k)].name) > 0
}

// repeats reports whether phrase i says again what mention k named.
func (j *joiner) repeats(i, k, back int) bool {
	f, g := &j.facts[i], &j.facts[k]
	more := f.modifiers
	if j.a.Mentions[k].Form == onrecord.Nominal && f.role == g.role && f.plural == g.plural {
		return subset(more, g.modifiers) && (len(more) > 0 || back <= 6)
	}
	chain := &j.kin[j.root(k)]
	if len(more) > 0 {
		return chain.class == 'p' && f.class == 'p' && f.plural != 'p' && j.isHeldOffice(more, f.role, chain)
	}
	switch {
	case f.plural == 'p':
		return false
	case chain.class == 'p':
		return f.class == 'p' && slices.Contains(chain.roles, f.role)
	case chain.class == 'o' && len(g.name) > 1:
		// "the ministry" for "the Norland Trade Ministry"
		return strings.EqualFold(g.name[len(g.name)-1], f.lemma) || isOfOffice(g.name, f.lemma)
	case chain.class == 'o' || chain.class == 'n':
		return marked(f.lemma, 'g') && slices.Contains(chain.roles, f.role)
	}
	return slices.Contains(chain.roles, f.role)
}

// isHeldOffice tells "the Norland president" when the chain has "Norland President
// Ivo Varga".
func (j *joiner) isHeldOffice(more []string, role string, chain *kin) bool {
	for _, k := range chain.members[:min(len(chain.members), maxChainNames)] {
		if j.a.Mentions[k].Form == onrecord.Nominal && j.facts[k].role == role && subset(more, j.facts[k].modifiers) {
			return true
		}
	}
	return false
}

// isOfOffice tells "Ministry of Trade" by its first word.
func isOfOffice(name []string, lemma string) bool {
	return strings.EqualFold(name[0], lemma) && len(name) > 2 && strings.EqualFold(name[1], "of")
}

// modifiers gives the words of a phrase's core that narrow its head, in small
// letters: not articles, signs nor the head.
func (j *joiner) modifiers(m *onrecord.Mention) []string {
	first, end := j.a.TokensIn(m.Core)
	var out []string
	for i := first; i < end; i++ {
		t := &j.a.Tokens[i]
		switch {
		case i == m.Head, t.UPOS == "PUNCT", t.UPOS == "ADP", t.XPOS == "POS", t.UPOS == "DET", t.UPOS == "CCONJ":
		default:
			out = append(out, strings.ToLower(j.a.Text.Cut(t.Span)))
		}
	}
	return out
}

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}
