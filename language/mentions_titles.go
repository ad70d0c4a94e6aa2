package language

import (
	"strings"

	"onrecord"
)

// maxTitleWords bounds the words of a title before a name.
const maxTitleWords = 12

// addTitled adds the phrase that a person's name ends, with the titles and nouns
// before it: "Norland Trade Ministry spokesman Ivo Varga". Such runs of nouns are
// where trees go wrong most, so the words themselves decide. It gives the first
// word whose own phrase the titled one makes needless.
func (f *mentionFinder) addTitled(n nameSpan) {
	first, from := f.titleStart(n)
	if first == n.First {
		return
	}
	head := f.headOf(n)
	last := n.End - 1
	for i := from; i < n.End; i++ {
		f.covered[i] = true
		whole, _ := f.phrase(i)
		if whole.last > last && f.hangsAfter(i, n.End) {
			last = whole.last
		}
	}
	f.add(head, onrecord.Nominal, f.cover(first, last), f.cover(first, n.End-1))
}

// hangsAfter reports whether a relative clause or apposition hangs on word i
// after the name, set off by a comma.
func (f *mentionFinder) hangsAfter(i, end int) bool {
	if end >= len(f.a.Tokens) || f.a.Tokens[end].UPOS != "PUNCT" {
		return false
	}
	for _, c := range f.tree.kids(i) {
		if rel := f.a.Tokens[c].Deprel; c > end && (rel == "appos" || strings.HasSuffix(rel, ":relcl")) {
			return true
		}
	}
	return false
}

// titleStart gives the first word of the titled phrase, and of the part that is
// after the last possessor in it.
func (f *mentionFinder) titleStart(n nameSpan) (first, from int) {
	first, from = n.First, n.First
	if n.Type != onrecord.Person || first == 0 || !f.isTitle(first-1) {
		return first, from
	}
	sentence := f.a.Sentences[f.a.SentenceOf(n.First)].First
	possessed := false
	for i := n.First - 1; i >= sentence && n.First-i <= maxTitleWords; i-- {
		t := &f.a.Tokens[i]
		switch {
		case f.inTime[i]:
			return first, from
		case t.UPOS == "DET", t.XPOS == "PRP$":
			if !possessed {
				from = i
			}
			return i, from
		case t.XPOS == "POS":
			possessed = true
		case t.UPOS == "NOUN", t.UPOS == "PROPN", t.UPOS == "ADJ", t.XPOS == "HYPH":
			if first = i; !possessed {
				from = i
			}
		default:
			return first, from
		}
	}
	return first, from
}

// isTitle tells a word that names a person's office or kind: "Mr", "spokesman".
func (f *mentionFinder) isTitle(i int) bool {
	t := &f.a.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || numberOf(t) == 'p' {
		return false
	}
	word := strings.ToLower(f.a.Text.Cut(t.Span))
	return marked(word, 't') || f.models.classOf(strings.TrimSuffix(word, ".")) == 'p' && !f.inName[i]
}

// addBodied adds the phrase of a body's name and the noun after it that says what
// it is, with what stands between: "the armed Amber Front (AF) group". The bracket
// often breaks its tree.
func (f *mentionFinder) addBodied(n nameSpan) {
	if n.Type == onrecord.Person || n.End >= len(f.a.Tokens) {
		return
	}
	sentence := f.a.Sentences[f.a.SentenceOf(n.First)]
	at := n.End
	if f.form(at) == "(" {
		for at++; at < sentence.End && at < n.End+4 && f.form(at) != ")"; {
			at++
		}
		at++
	}
	for at < sentence.End && at < n.End+6 && (f.a.Tokens[at].UPOS == "ADJ" || f.a.Tokens[at].XPOS == "NN" && !f.isBodyNoun(at)) {
		at++
	}
	if at >= sentence.End || !f.isBodyNoun(at) {
		return
	}
	first := n.First
	for first > sentence.First && (f.a.Tokens[first-1].UPOS == "ADJ" || f.a.Tokens[first-1].XPOS == "VBN") {
		first--
	}
	if first > sentence.First && f.a.Tokens[first-1].UPOS == "DET" {
		first--
	}
	f.covered[at], f.covered[f.headOf(n)] = true, true
	f.add(at, onrecord.Nominal, f.cover(first, at), f.cover(first, at))
}

func (f *mentionFinder) form(i int) string {
	if i < 0 || i >= len(f.a.Tokens) {
		return ""
	}
	return f.a.Text.Cut(f.a.Tokens[i].Span)
}

// isBodyNoun tells a noun for one body: "group", "movement".
func (f *mentionFinder) isBodyNoun(i int) bool {
	t := &f.a.Tokens[i]
	return t.UPOS == "NOUN" && numberOf(t) != 'p' && !f.inName[i] && marked(strings.ToLower(t.Lemma), 'a')
}
