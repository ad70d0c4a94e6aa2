package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// cutJoinedDeed ends what a deed is done to before the next deed of the same subject:
// "rejected the plan, closed the border and left".
func (w *writing) cutJoinedDeed(d *draft) {
	if w.child(d.head, "ccomp", "xcomp") >= 0 || !slices.ContainsFunc(sensesOf(&w.a.Tokens[d.head], w.low[d.head]), func(s cueSense) bool { return s.Class == actCue }) {
		return
	}
	for _, j := range w.children[d.head] {
		if w.a.Tokens[j].Deprel != "conj" || j < d.head || w.a.Tokens[j].UPOS != "VERB" || !holds(d.content, j) || w.quoteOf[j] >= 0 {
			continue
		}
		from := j
		for from > d.head+2 && (w.low[from-1] == "," || w.low[from-1] == "and" || w.low[from-1] == "but" || w.a.Tokens[from-1].UPOS == "ADV" || w.a.Tokens[from-1].UPOS == "AUX") {
			from--
		}
		d.content = slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i >= from && w.sentence[i] == w.sentence[d.head] })
		return
	}
}

// dropScraps leaves out words in front of the speaker that make no clause, where more
// is said behind the cue: "On schools, abroad and at home, he told them to ...".
func (w *writing) dropScraps(d *draft) {
	n := len(d.content)
	if n == 0 || len(d.source) == 0 || d.source[0] > d.head || d.content[n-1] < d.head || w.low[d.head] == "according" {
		return
	}
	first := d.source[0]
	for _, i := range d.content {
		if i < first && (w.quoteOf[i] >= 0 || w.hasVerb(i, i+1) || w.a.Tokens[i].XPOS == "VBG" || w.a.Tokens[i].XPOS == "VB" || w.a.Tokens[i].XPOS == "VBN") {
			return
		}
	}
	after := slices.DeleteFunc(slices.Clone(d.content), func(i int) bool { return i < first })
	if len(after) > 2 && w.hasVerb(after[0], after[len(after)-1]+1) {
		d.content = after
	}
}

// opensCharge reports whether a word is the "of" that a date parts from the accused.
func (w *writing) opensCharge(d *draft, i int) bool {
	return w.low[i] == "of" && w.a.Tokens[d.head].Lemma == "accuse" && i > d.head+1 && w.quoteOf[i] < 0 && w.beginsDayBehind(i)
}

// beginsDayBehind reports whether a time expression ends right before a token.
func (w *writing) beginsDayBehind(i int) bool {
	return slices.ContainsFunc(w.a.Times, func(t onrecord.Time) bool { return i > 0 && t.End == w.a.Tokens[i-1].End })
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
	if w.isNamingVerb(d.head) && !isPronoun(w.low[before]) {
		return slices.DeleteFunc(content, func(i int) bool { return i < after })
	}
	if after >= sent.End || w.a.Tokens[after].Lemma != "be" || before-1 != sent.First && isPronoun(w.low[before]) {
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
		hung := w.a.Times[i].From != "" && w.a.Times[i].From == w.a.Times[i].To && w.head(top) == d.head && isAdjunct(w.a.Tokens[top].Deprel)
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
