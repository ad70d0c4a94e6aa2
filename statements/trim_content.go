package statements

import (
	"slices"

	"onrecord"
)

// trimContent cuts off what belongs to the sentence rather than to the words said:
// the joining word in front, commas and the final stop at the ends.
func (w *writing) trimContent(d *draft) []int {
	w.mendAntecedent(d)
	w.cutAtThat(d)
	w.addAccused(d)
	w.growInfinitive(d)
	w.cutJoinedDeed(d)
	w.dropScraps(d)
	w.growSubject(d)
	w.growTail(d)
	w.growMainClause(d)
	d.content = w.withoutDates(d)
	content := w.withoutWhat(d)
	lone := w.isLoneWord(d)
	content = slices.DeleteFunc(content, func(i int) bool { return w.opensCharge(d, i) || lone && w.quoteOf[i] == w.quoteOf[d.head] })
	for len(content) > 0 && w.isMargin(content[0], true) {
		content = content[1:]
	}
	for n := len(content); n > 0 && w.isMargin(content[n-1], false); n = len(content) {
		content = content[:n-1]
	}
	return content
}

// isMargin reports whether a word at an end of what is said joins it to the sentence.
func (w *writing) isMargin(i int, front bool) bool {
	switch w.low[i] {
	case ",", ";", ":":
		return w.quoteOf[i] < 0
	case ".":
		return !front && w.quoteOf[i] < 0
	case "of":
		return front && w.a.Tokens[i].UPOS != "PROPN"
	case "that", "whether":
		return front && w.quoteOf[i] < 0 && (w.a.Tokens[i].UPOS == "SCONJ" || w.beginsClause(i+1))
	}
	return false
}

// beginsClause reports whether a word is a subject: behind it, "that" joins.
func (w *writing) beginsClause(i int) bool {
	if i >= len(w.low) {
		return false
	}
	switch w.a.Tokens[i].UPOS {
	case "DET", "PRON", "PROPN", "NUM", "ADP":
		return true
	}
	if w.a.Tokens[i-1].Deprel == "mark" {
		return w.a.Tokens[i].UPOS != "VERB" && w.a.Tokens[i].UPOS != "AUX"
	}
	switch w.a.Tokens[i].XPOS {
	case "NNS", "NNPS", "JJ", "VBG":
		return true
	}
	return false
}

// isBeforeTag reports whether words stand in front of a closing tag, but not at the
// head of the sentence: "The port burned on Sunday, the ministry said".

func (w *writing) isBeforeTag(d *draft, i int) bool {
	if len(d.source) == 0 || d.source[0] > d.head || i > d.source[0] {
		return false
	}
	return w.hasVerb(w.a.Sentences[w.sentence[d.head]].First, i)
}

// formOf tells whether the words are quoted.
func (w *writing) formOf(content []int) onrecord.StatementForm {
	quoted, plain := 0, 0
	for _, i := range content {
		if w.a.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if w.quoteOf[i] >= 0 {
			quoted++
		} else {
			plain++
		}
	}
	switch {
	case quoted == 0:
		return onrecord.Indirect
	case plain == 0:
		return onrecord.Direct
	}
	return onrecord.Mixed
}
