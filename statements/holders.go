package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// holderOf finds whom the bare noun of "the pastor" or "the union" stands for: the one
// name in the report that is called so, by its last word, by a title before it, by an
// apposition or by "he is a pastor"; -1 if there is none or more than one.
func (w *writing) holderOf(run []int) int {
	if len(run) != 2 || w.low[run[0]] != "the" || w.a.Tokens[run[1]].XPOS != "NN" {
		return -1
	}
	noun, found := w.low[run[1]], -1
	for i := range min(len(w.a.Mentions), len(w.r.Mentions)) {
		if !w.isCalled(i, noun) {
			continue
		}
		if found >= 0 && !w.isSameOne(found, i) {
			return -1
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// makerOf finds the body that made a poll or a study, which speaks through it: "a survey
// released by the pollster Norstat"; -1 if none is named. A report may be anybody's.
func (w *writing) makerOf(run []int) int {
	top := w.topOf(run)
	if !slices.Contains(studyWords, strings.ToLower(w.a.Tokens[top].Lemma)) {
		return -1
	}
	for i := range min(len(w.a.Mentions), len(w.r.Mentions)) {
		m := &w.a.Mentions[i]
		first, _ := w.a.TokensIn(m.Core)
		if m.Form == onrecord.Name && m.Type != onrecord.Location && first > top && holds(run, m.Head) && w.isMaker(top, first) {
			return i
		}
	}
	return -1
}

var studyWords = []string{"poll", "survey", "study", "analysis", "research", "ranking", "tally"}

// isMaker reports whether the last preposition between a work and a name is that of its
// maker, with no comma on the way.
func (w *writing) isMaker(work, name int) bool {
	for i := name - 1; i > work && w.low[i] != ","; i-- {
		if w.a.Tokens[i].UPOS == "ADP" {
			return w.low[i] == "by" || w.low[i] == "from"
		}
	}
	return false
}

// isCalled reports whether a mention is a name that the report calls by a noun.
func (w *writing) isCalled(mention int, noun string) bool {
	m := &w.a.Mentions[mention]
	if w.r.Mentions[mention].Named && m.Form != onrecord.Pronoun && w.isIn(m.Chain, noun) {
		return true
	}
	if m.Form != onrecord.Name || !w.r.Mentions[mention].Named || m.Type == onrecord.Location {
		return false
	}
	first, end := w.a.TokensIn(m.Core)
	if first >= end {
		return false
	}
	isTitle := first > 0 && w.low[first-1] == noun && w.a.Tokens[first-1].XPOS == "NN"
	return isTitle || w.low[end-1] == noun || w.hasApposition(m.Head, noun)
}

// hasApposition reads "Ola Holt, a pastor" and "the operator, Holt Coal".
func (w *writing) hasApposition(head int, noun string) bool {
	if at := w.head(head); w.a.Tokens[head].Deprel == "appos" && at >= 0 && w.low[at] == noun {
		return true
	}
	for _, c := range w.children[head] {
		if w.a.Tokens[c].Deprel == "appos" && w.low[c] == noun {
			return true
		}
	}
	return false
}

// isIn reports whether a sentence says of a mention of a chain that it is a noun: "He is a
// pastor".
func (w *writing) isIn(chain int, noun string) bool {
	if chain < 0 || chain >= len(w.a.Chains) {
		return false
	}
	for _, i := range w.a.Chains[chain].Mentions {
		m := &w.a.Mentions[i]
		at := w.head(m.Head)
		if at >= 0 && w.low[at] == noun && strings.HasPrefix(w.a.Tokens[m.Head].Deprel, "nsubj") && w.child(at, "cop") >= 0 && w.quoteOf[at] < 0 {
			return true
		}
	}
	return false
}

// isSameOne reports whether two mentions are of one actor or chain.
func (w *writing) isSameOne(a, b int) bool {
	if x := w.r.Mentions[a].Actor; x != "" && x == w.r.Mentions[b].Actor {
		return true
	}
	return w.a.Mentions[a].Chain >= 0 && w.a.Mentions[a].Chain == w.a.Mentions[b].Chain
}
