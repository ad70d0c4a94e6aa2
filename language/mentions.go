package language

import (
	"slices"
	"strings"

	"onrecord"
)

// findMentions finds the noun phrases, pronouns and names that mention something.
// Each mention starts in a chain of its own (Chain is -1); joinChains joins them.
func (r *Reader) findMentions(a *onrecord.Analysis, names []nameSpan) {
	finder := &mentionFinder{a: a, tree: growTree(a), models: &r.names,
		inName: make([]bool, len(a.Tokens)), covered: make([]bool, len(a.Tokens)), inTime: make([]bool, len(a.Tokens)),
		named: map[onrecord.Span]bool{}}
	finder.markTimes()
	for _, n := range names {
		finder.addName(n)
	}
	for _, n := range names {
		finder.addTitled(n)
		finder.addBodied(n)
	}
	for i := range a.Tokens {
		switch {
		case isPronounMention(&a.Tokens[i]):
			finder.add(i, onrecord.Pronoun, a.Tokens[i].Span, a.Tokens[i].Span)
		case !finder.covered[i] && finder.headsPhrase(i):
			finder.addPhrase(i)
		}
	}
	slices.SortStableFunc(a.Mentions, inTextOrder)
}

// inTextOrder puts mentions by start, the longer first.
func inTextOrder(x, y onrecord.Mention) int {
	if x.Start != y.Start {
		return x.Start - y.Start
	}
	return y.End - x.End
}

type mentionFinder struct {
	a       *onrecord.Analysis
	tree    *tree
	models  *nameModels
	inName  []bool // by token: part of a name
	covered []bool // by token: its phrase is told by another
	inTime  []bool // by token: part of a time
	named   map[onrecord.Span]bool
}

func (f *mentionFinder) add(head int, form onrecord.MentionForm, whole, core onrecord.Span) *onrecord.Mention {
	f.a.Mentions = append(f.a.Mentions, onrecord.Mention{Span: whole, Core: core, Head: head, Form: form, Chain: -1})
	return &f.a.Mentions[len(f.a.Mentions)-1]
}

func (f *mentionFinder) addName(n nameSpan) {
	span := f.cover(n.First, n.End-1)
	if f.inTime[n.First] {
		return
	}
	f.named[span] = true
	for i := n.First; i < n.End; i++ {
		f.inName[i] = true
	}
	m := f.add(f.headOf(n), onrecord.Name, span, span)
	m.Type = n.Type
}

// headOf gives the word of a name that hangs on a word outside it.
func (f *mentionFinder) headOf(n nameSpan) int {
	for i := n.First; i < n.End; i++ {
		if h := f.a.Tokens[i].Head; h < n.First || h >= n.End {
			return i
		}
	}
	return n.First
}

func (f *mentionFinder) cover(first, last int) onrecord.Span {
	return onrecord.Span{Start: f.a.Tokens[first].Start, End: f.a.Tokens[last].End}
}

// headsPhrase reports whether token i heads a noun phrase that stands for itself:
// not a word inside a compound, nor a time.
func (f *mentionFinder) headsPhrase(i int) bool {
	t := &f.a.Tokens[i]
	switch relation(t.Deprel) {
	case "compound", "flat", "fixed", "goeswith", "case", "cc", "mark", "amod", "det", "nummod", "advmod", "discourse", "reparandum", "punct", "dep", "expl":
		return false
	}
	switch t.UPOS {
	case "NOUN", "PROPN":
		return !f.inTime[i]
	case "ADJ", "VERB", "NUM", "DET":
		return isArgument(t.Deprel) && (t.UPOS == "NUM" || t.UPOS == "DET" || f.isNominalised(i)) && !f.inTime[i]
	}
	return false
}

func (f *mentionFinder) markTimes() {
	for _, t := range f.a.Times {
		first, end := f.a.TokensIn(t.Span)
		for i := first; i < end; i++ {
			f.inTime[i] = true
		}
	}
}

// isNominalised tells an adjective or participle that stands for people or
// things: "the wounded".
func (f *mentionFinder) isNominalised(i int) bool {
	for _, c := range f.tree.kids(i) {
		if f.a.Tokens[c].Deprel == "det" && c < i {
			return true
		}
	}
	return false
}

func isArgument(deprel string) bool {
	switch relation(deprel) {
	case "nsubj", "obj", "iobj", "obl", "nmod":
		return true
	}
	return false
}

// addPhrase adds the noun phrase of a head, unless a name says it all.
func (f *mentionFinder) addPhrase(head int) {
	whole, core := f.phrase(head)
	if f.isNamed(whole) || f.isNamed(core) && !f.isDescribed(head) {
		return
	}
	f.add(head, onrecord.Nominal, f.cover(whole.first, whole.last), f.cover(core.first, core.last))
}

// isDescribed reports whether an apposition or relative clause hangs on a name.
// Other phrases after a name ("Varga in Oslo") mostly belong to the clause.
func (f *mentionFinder) isDescribed(head int) bool {
	for _, c := range f.tree.kids(head) {
		if rel := f.a.Tokens[c].Deprel; rel == "appos" || strings.HasSuffix(rel, ":relcl") {
			return true
		}
	}
	return false
}

// isNamed reports whether a phrase is a name and at most an article before it.
func (f *mentionFinder) isNamed(p phrase) bool {
	first := p.first
	if first < p.last && f.a.Tokens[first].Deprel == "det" {
		first++
	}
	return f.named[f.cover(first, p.last)] || f.named[f.cover(p.first, p.last)]
}

// isPronounMention tells the pronouns that mention someone or something:
// personal, possessive and relative ones, "others", "some", "this".
func isPronounMention(t *onrecord.Token) bool {
	switch {
	case t.UPOS != "PRON", t.XPOS == "EX", relation(t.Deprel) == "expl", relation(t.Deprel) == "fixed":
		return false
	case t.XPOS == "PRP", t.XPOS == "PRP$":
		return true
	case t.XPOS == "WDT", t.XPOS == "WP", t.XPOS == "WP$":
		return t.XPOS == "WP$" || hasFeat(t.Feats, "PronType=Rel") || relation(t.Deprel) == "nsubj"
	}
	return isArgument(t.Deprel) || relation(t.Deprel) == "conj" || relation(t.Deprel) == "root"
}
