package statements

import (
	"slices"
	"strings"
)

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
	if end+1 == d.content[0] && w.low[end] == "for" { // "asked the envoy for help"
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
