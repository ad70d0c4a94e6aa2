package statements

import (
	"slices"
	"strings"
)

// denyingPhrases are words, by lemma, with which one denies whatever was claimed:
// "had nothing to do with it", "did nothing of the kind". A "|" parts words of which
// one stands there.
var denyingPhrases = []string{"have nothing to do with", "nothing of the kind|sort", "know nothing of|about", "no such",
	"have no record|knowledge|information|interest|part|role|link|tie|connection|involvement|intention|evidence|hand", "have be misquoted|misunderstood|misinterpreted",
	"be misquoted|misunderstood|misinterpreted"}

// denyReach is how far into what is said the denial begins.
const denyReach = 9

// isPlainDenial reports whether what is said first denies in so many words, whoever
// was asked: it needs no charge in the report.
func (w *writing) isPlainDenial(d *draft, content []int) bool {
	for n := range min(len(content), denyReach) {
		if slices.ContainsFunc(denyingPhrases, func(p string) bool { return w.reads(content[n:], p) }) {
			return true
		}
	}
	return w.neverDid(d, content)
}

// reads reports whether words begin with the lemmas of a phrase.
func (w *writing) reads(words []int, phrase string) bool {
	n := 0
	for lemmas := range strings.FieldsSeq(phrase) {
		if n >= len(words) {
			return false
		}
		i := words[n]
		if !isOneOfWords(lemmas, strings.ToLower(w.a.Tokens[i].Lemma)) && !isOneOfWords(lemmas, w.low[i]) {
			return false
		}
		n++
	}
	return true
}

func isOneOfWords(words, word string) bool {
	for each := range strings.SplitSeq(words, "|") {
		if each == word {
			return true
		}
	}
	return false
}

// neverDid reads "they never received it" and "nobody had consulted them": the main
// verb is past, and the speaker's side or nobody is its subject.
func (w *writing) neverDid(d *draft, content []int) bool {
	for n, i := range content[:min(len(content), denyReach)] {
		never := w.low[i] == "never"
		if !never && (w.low[i] != "nobody" || n > 0) {
			continue
		}
		verb := w.head(i)
		if verb < 0 || !holds(content, verb) || w.hasAuxiliary(verb, "will") {
			continue
		}
		past := w.a.Tokens[verb].XPOS == "VBD" || w.hasAuxiliary(verb, "have")
		subject := w.child(verb, "nsubj")
		pronoun := subject >= 0 && w.a.Tokens[subject].UPOS == "PRON" // "the party has never backed them" may be history
		if past && (!never || w.speaksOfSelf(d, verb) && (w.quoteOf[i] < 0 || pronoun)) {
			return true
		}
	}
	return false
}

// isCallToAct reads "the party must listen" and "the two should talk": what another
// side is to do.
func (w *writing) isCallToAct(d *draft, content []int) bool {
	for _, i := range w.opening(content) {
		if !w.isMainVerb(d, i) && w.a.Tokens[i].Deprel != "conj" || w.isNegatedClause(i) || w.hasAuxiliary(i, "have") || w.hasAuxiliary(i, "be") {
			continue
		}
		modal := slices.ContainsFunc(w.children[i], func(c int) bool { return w.low[c] == "must" || w.low[c] == "should" && w.a.Tokens[c].XPOS == "MD" })
		subject := w.child(i, "nsubj")
		if modal && (subject < 0 || w.a.Tokens[subject].UPOS != "PRON") && !w.speaksOfSelf(d, i) {
			return true
		}
	}
	return false
}
