package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// trimContent cuts off what belongs to the sentence rather than to the words
// said: the joining word in front, commas and the final stop at the ends.
func (w *writing) trimContent(d *draft) []int {
	w.cutAtThat(d)
	d.content = w.withoutDates(d)
	content := w.withoutWhat(d)
	for len(content) > 0 && w.isMargin(content[0], true) {
		content = content[1:]
	}
	for n := len(content); n > 0 && w.isMargin(content[n-1], false); n = len(content) {
		content = content[:n-1]
	}
	return content
}

// cutAtThat drops what stands between the cue and the "that" of its clause: "said
// in a broadcast on Tuesday that ...".
func (w *writing) cutAtThat(d *draft) {
	last := d.cue[len(d.cue)-1]
	for n, i := range d.content {
		if i < last || i > last+14 {
			continue
		}
		if w.low[i] == "that" && w.a.Tokens[i].UPOS == "SCONJ" && n > 0 && d.content[n-1] == i-1 {
			first := n
			for first > 0 && d.content[first-1] == d.content[first]-1 && d.content[first-1] > last {
				first--
			}
			if !w.hasVerb(d.content[first], i) && w.a.Tokens[d.content[first]].UPOS == "ADP" {
				d.content = append(slices.Clone(d.content[:first]), d.content[n:]...)
			}
			return
		}
	}
}

// withoutWhat reads "What the council proposes is a ban": the content is what
// follows the verb "to be". Of "what they say" inside a sentence nothing is left.
func (w *writing) withoutWhat(d *draft) []int {
	content := slices.Clone(d.content)
	before := d.cue[0]
	if n := len(d.source); n > 0 && d.source[n-1] < before {
		before = d.source[0]
	}
	sent := w.a.Sentences[w.sentence[d.head]]
	if before <= sent.First || w.low[before-1] != "what" {
		return content
	}
	after := d.cue[len(d.cue)-1] + 1
	if before-1 != sent.First || after >= sent.End || w.a.Tokens[after].Lemma != "be" {
		return nil
	}
	return slices.DeleteFunc(content, func(i int) bool { return i <= after })
}

// withoutDates leaves out the day that hangs on the cue itself: "accused the
// neighbour on Sunday of bombing".
func (w *writing) withoutDates(d *draft) []int {
	content := slices.Clone(d.content)
	for i := range w.a.Times {
		first, end := w.a.TokensIn(w.a.Times[i].Span)
		if first >= end || !holds(content, first) || w.sentence[first] != w.sentence[d.head] {
			continue
		}
		top := w.topOf(numbers(first, end))
		hung := w.head(top) == d.head && isAdjunct(w.a.Tokens[top].Deprel)
		if w.quoteOf[top] >= 0 || w.isBeforeTag(d, first) || !(hung || w.splitsObject(d, first, end)) {
			continue
		}
		from := max(w.first[top], w.a.Sentences[w.sentence[first]].First)
		if from < first && from < end {
			first = max(from, first-1)
		}
		content = slices.DeleteFunc(content, func(j int) bool { return j >= first && j < end })
	}
	return content
}

// splitsObject reports whether a day stands between the one accused and what of:
// "accused the neighbour on Sunday of bombing".
func (w *writing) splitsObject(d *draft, first, end int) bool {
	if first-d.head > 8 || end >= len(w.low) || w.hasVerb(d.head+1, first) || first == d.cue[len(d.cue)-1]+1 && w.low[end] == "of" {
		return false
	}
	switch w.low[end] {
	case "of", "that", "to", "for":
		return first > d.head
	}
	return false
}

func isAdjunct(rel string) bool {
	return strings.HasPrefix(rel, "obl") || strings.HasPrefix(rel, "nmod") || strings.HasPrefix(rel, "advmod")
}

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
	case "DET", "PRON", "PROPN", "NUM":
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
