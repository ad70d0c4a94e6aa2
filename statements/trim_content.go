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
	w.addAccused(d)
	w.growInfinitive(d)
	w.cutJoinedDeed(d)
	w.dropScraps(d)
	w.growSubject(d)
	w.growTail(d)
	w.growMainClause(d)
	d.content = w.withoutDates(d)
	content := w.withoutWhat(d)
	content = slices.DeleteFunc(content, func(i int) bool { return w.opensCharge(d, i) })
	for len(content) > 0 && w.isMargin(content[0], true) {
		content = content[1:]
	}
	for n := len(content); n > 0 && w.isMargin(content[n-1], false); n = len(content) {
		content = content[:n-1]
	}
	return content
}

// addAccused gives "accused the neighbour on Sunday of bombing" the neighbour, of
// whom it is said.
func (w *writing) addAccused(d *draft) {
	switch w.a.Tokens[d.head].Lemma {
	case "accuse", "urge", "ask", "blame", "thank", "call":
	default:
		return
	}
	from := d.cue[len(d.cue)-1] + 1
	if len(d.content) == 0 || from >= len(w.low) || d.content[0] <= from || d.content[0] > from+10 || w.hasVerb(from, d.content[0]) {
		return
	}
	end := from
	for end < d.content[0] && w.low[end] != "," && w.a.Tokens[end].UPOS != "ADP" && !w.beginsDay(end) && w.quoteOf[end] < 0 && !holds(d.source, end) {
		end++
	}
	if end > from && w.mayBeginName(from) {
		d.content = append(numbers(from, end), d.content...)
	}
}

// growTail takes the last words of a clause to what is said up to the next mark,
// unless they tell when or where it was said: "denied any part in the raid near the
// border last week".
func (w *writing) growTail(d *draft) {
	n := len(d.content)
	if n > 0 && len(d.source) > 0 && d.source[0] < d.head && d.content[n-1] < d.source[0] {
		w.growToTag(d)
		return
	}
	if n == 0 || d.content[n-1] < d.head || w.quoteOf[d.content[n-1]] >= 0 || w.sentence[d.content[n-1]] != w.sentence[d.head] {
		return
	}
	from := d.content[n-1] + 1
	end := from
	for end < len(w.low) && w.sentence[end] == w.sentence[d.head] && w.a.Tokens[end].UPOS != "PUNCT" {
		if w.quoteOf[end] >= 0 || holds(d.source, end) || holds(d.cue, end) || w.odds[end] > 0.3 || w.tellsOccasion(end) || w.hasVerb(end, end+1) {
			return
		}
		end++
	}
	if end-from > 8 || end == from || w.a.Tokens[from].UPOS == "CCONJ" || w.a.Tokens[from].UPOS == "SCONJ" || w.isSpeakingDay(from, end) {
		return
	}
	d.content = append(d.content, numbers(from, end)...)
}

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

// growMainClause takes the main clause to "said that, though the road was open, the
// port was closed" where only the first clause was read.
func (w *writing) growMainClause(d *draft) {
	n := len(d.content)
	if n == 0 || d.content[0] < d.head || d.content[n-1]+2 >= len(w.low) || w.low[d.content[n-1]+1] != "," {
		return
	}
	first := d.content[0]
	for first < d.content[n-1] && (w.low[first] == "that" || w.low[first] == ",") {
		first++
	}
	switch w.low[first] {
	case "though", "although", "while", "if", "when", "because", "since", "unless", "until", "once", "after":
	default:
		return
	}
	end := w.a.Sentences[w.sentence[d.head]].End
	rest := numbers(d.content[n-1]+1, end)
	if slices.ContainsFunc(rest, func(i int) bool { return w.odds[i] > 0.3 || w.quoteOf[i] >= 0 || holds(d.source, i) }) {
		return
	}
	d.content = append(d.content, w.trimMarks(rest)...)
}

// growInfinitive gives "promised in June to answer" its infinitive, where only later
// words were read.
func (w *writing) growInfinitive(d *draft) {
	last := d.cue[len(d.cue)-1]
	if len(d.content) == 0 || d.content[0] < last+2 || d.content[0] > last+12 || w.sentence[d.content[0]] != w.sentence[d.head] {
		return
	}
	for i := last + 1; i < d.content[0]; i++ {
		if w.low[i] == "to" && w.a.Tokens[i].UPOS == "PART" && w.isUnder(i, d.head) {
			d.content = append(numbers(i, d.content[0]), d.content...)
			return
		}
		if holds(d.source, i) || w.a.Tokens[i].UPOS == "PUNCT" {
			return
		}
	}
}

// growSubject gives "The hostages, the ministry said, would be freed" the hostages.
func (w *writing) growSubject(d *draft) {
	if len(d.content) == 0 || len(d.source) == 0 || d.source[0] > d.head || d.content[0] < d.head {
		return
	}
	first, verb := w.a.Sentences[w.sentence[d.head]].First, d.content[0]
	switch w.a.Tokens[verb].XPOS {
	case "MD", "VBD", "VBZ", "VBP":
	default:
		return
	}
	comma := d.source[0] - 1
	if w.low[verb-1] != "," || comma <= first || w.low[comma] != "," || comma-first > 12 || w.hasVerb(first, comma) || w.hasQuote(first, comma) || !w.mayBeginName(first) {
		return
	}
	d.content = append(numbers(first, comma), d.content...)
}

// isUnder reports whether a word hangs on another, at whatever depth.
func (w *writing) isUnder(i, top int) bool {
	for range maxDepth {
		if i = w.head(i); i < 0 || i == top {
			return i == top
		}
	}
	return false
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

// growToTag takes the last words before a closing tag: "... with bombs on Sunday, the
// spokesman said".
func (w *writing) growToTag(d *draft) {
	from, end := d.content[len(d.content)-1]+1, d.source[0]-1
	if end <= from || end-from > 8 || w.low[end] != "," || w.quoteOf[from-1] >= 0 || w.sentence[from-1] != w.sentence[d.head] {
		return
	}
	for i := from; i < end; i++ {
		if w.quoteOf[i] >= 0 || w.a.Tokens[i].UPOS == "PUNCT" || w.odds[i] > 0.3 || w.hasVerb(i, i+1) {
			return
		}
	}
	d.content = append(d.content, numbers(from, end)...)
}

// tellsOccasion reports whether a word says where or how something was said.
func (w *writing) tellsOccasion(i int) bool {
	switch strings.ToLower(w.a.Tokens[i].Lemma) {
	case "statement", "interview", "conference", "briefing", "telephone", "phone", "speech", "letter", "tweet", "post", "twitter", "facebook", "website", "email",
		"reporter", "journalist", "article", "address", "hearing", "televised", "radio", "television", "message", "anonymity", "condition":
		return true
	}
	return false
}

// isSpeakingDay reports whether nothing but a day stands in [from, end): "on
// Tuesday", which dates the speaking.
func (w *writing) isSpeakingDay(from, end int) bool {
	for i := range w.a.Times {
		t := &w.a.Times[i]
		first, after := w.a.TokensIn(t.Span)
		if first >= from && after <= end && t.From == t.To && t.From.IsDay() && !w.hasNounOutside(from, end, first, after) {
			return true
		}
	}
	return false
}

func (w *writing) hasNounOutside(from, end, first, after int) bool {
	for i := from; i < end; i++ {
		if (i < first || i >= after) && w.a.Tokens[i].UPOS != "ADP" {
			return true
		}
	}
	return false
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
		hung := w.a.Times[i].From == w.a.Times[i].To && w.head(top) == d.head && isAdjunct(w.a.Tokens[top].Deprel)
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
