package language

import (
	"slices"
	"strings"

	"onrecord"
)

// joinAliases joins what the words, not the tree, give as other names: "the Amber
// Front (AF)", "the Amber Front - also known as the Guard", "Ivo Varga, the
// envoy,", "the Amber radical movement".
func (j *joiner) joinAliases() {
	ends := j.mentionsByEnd()
	j.namesEnding = ends
	for k := range j.a.Mentions {
		m := &j.a.Mentions[k]
		first, end := j.a.TokensIn(m.Span)
		switch {
		case m.Form == onrecord.Name:
			j.joinBracketed(k, first, end, ends)
			j.joinKnownAs(k, first, ends)
		case m.Form == onrecord.Nominal:
			j.joinSetOff(k, first, ends)
			j.joinOwnBody(k)
		}
	}
}

// mentionsByEnd lists the mentions by the token after them.
func (j *joiner) mentionsByEnd() map[int][]int {
	out := map[int][]int{}
	for i := range j.a.Mentions {
		if j.a.Mentions[i].Form == onrecord.Pronoun {
			continue
		}
		for _, s := range []onrecord.Span{j.a.Mentions[i].Span, j.a.Mentions[i].Core} {
			if _, end := j.a.TokensIn(s); !slices.Contains(out[end], i) {
				out[end] = append(out[end], i)
			}
		}
	}
	return out
}

// cutToken gives the words of a token, "" beyond the text.
func (j *joiner) cutToken(i int) string {
	if i < 0 || i >= len(j.a.Tokens) {
		return ""
	}
	return j.a.Text.Cut(j.a.Tokens[i].Span)
}

// joinBracketed joins a name in brackets to the name before them that it is short
// for.
func (j *joiner) joinBracketed(k, first, end int, ends map[int][]int) {
	if j.cutToken(first-1) != "(" || end-first != 1 {
		return
	}
	if after := j.cutToken(end); after != ")" && after != "," && after != ";" {
		return
	}
	for _, i := range ends[first-1] {
		words := j.facts[i].name
		if j.a.Mentions[i].Form == onrecord.Nominal {
			words = j.words(j.a.Mentions[i].Core)
		}
		if isAcronymOf(j.facts[k].name, words) || isAcronymOf(j.facts[k].name, tail(words)) {
			j.join(i, k)
			return
		}
	}
}

// tail drops the first word, such as an article.
func tail(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	return words[1:]
}

// joinKnownAs joins a name after "known as" to the mention before these words.
func (j *joiner) joinKnownAs(k, first int, ends map[int][]int) {
	at := first
	if word := strings.ToLower(j.cutToken(at - 1)); word == "the" || word == "“" || word == `"` {
		at--
	}
	switch {
	case strings.EqualFold(j.cutToken(at-1), "as") && strings.EqualFold(j.cutToken(at-2), "known"):
		at -= 2
	case strings.EqualFold(j.cutToken(at-1), "aka") || strings.EqualFold(j.cutToken(at-1), "a.k.a."):
		at--
	case strings.EqualFold(j.cutToken(at-1), "called") && strings.EqualFold(j.cutToken(at-2), "also"):
		at--
	default:
		return
	}
	for range 5 {
		if best := j.widestNamed(ends[at]); best >= 0 {
			if j.mayBeAlias(best, k) {
				j.join(best, k)
			}
			return
		}
		at--
		if !isAliasFiller(strings.ToLower(j.cutToken(at))) {
			return
		}
	}
}

func isAliasFiller(word string) bool {
	switch word {
	case "also", "now", "better", "formerly", "previously", "widely", "otherwise", "is", "which", ",", "(", "-", "–", "—", "--", ")":
		return true
	}
	return false
}

// widestNamed gives the longest of the mentions, -1 if there is none.
func (j *joiner) widestNamed(list []int) int {
	best := -1
	for _, i := range list {
		if best < 0 || j.a.Mentions[i].Len() > j.a.Mentions[best].Len() {
			best = i
		}
	}
	return best
}

func (j *joiner) mayBeAlias(i, k int) bool {
	a, b := &j.kin[j.root(i)], &j.kin[j.root(k)]
	return (a.class == 'p') == (b.class == 'p')
}

// joinSetOff joins a noun phrase for a person to the name before the comma: "Ivo
// Varga, the envoy," - the phrase must end at a sign, so that no clause has it as
// subject.
func (j *joiner) joinSetOff(k, first int, ends map[int][]int) {
	m, f := &j.a.Mentions[k], &j.facts[k]
	if f.class != 'p' || f.plural == 'p' || j.cutToken(first-1) != "," || relation(j.a.Tokens[m.Head].Deprel) == "conj" {
		return
	}
	if word := strings.ToLower(j.cutToken(first)); !f.definite && !f.indefinite && word != "a" && word != "an" {
		return
	}
	_, end := j.a.TokensIn(m.Span)
	if sign := j.cutToken(end); sign != "," && sign != "." && sign != ";" && sign != ")" {
		return
	}
	for _, i := range ends[first-1] {
		if j.a.Mentions[i].Form == onrecord.Name && j.facts[i].class == 'p' && j.mayJoin(i, k) && len(j.kin[j.root(k)].name) == 0 {
			j.join(i, k)
			return
		}
	}
}
