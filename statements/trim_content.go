package statements

import (
	"slices"

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

// growTail takes the last words of a clause to what is said up to the next mark,

// unless they tell when or where it was said: "denied any part in the raid near the

// border last week".

// cutJoinedDeed ends what a deed is done to before the next deed of the same subject:

// "rejected the plan, closed the border and left".

// growMainClause takes the main clause to "said that, though the road was open, the

// port was closed" where only the first clause was read.

// growInfinitive gives "promised in June to answer" its infinitive, where only later

// words were read.

// growSubject gives "The hostages, the ministry said, would be freed" the hostages.

// isUnder reports whether a word hangs on another, at whatever depth.

// dropScraps leaves out words in front of the speaker that make no clause, where more

// is said behind the cue: "On schools, abroad and at home, he told them to ...".

// opensCharge reports whether a word is the "of" that a date parts from the accused.

// beginsDayBehind reports whether a time expression ends right before a token.

// growToTag takes the last words before a closing tag: "... with bombs on Sunday, the

// spokesman said".

// tellsOccasion reports whether a word says where or how something was said.

// isSpeakingDay reports whether nothing but a day stands in [from, end): "on

// Tuesday", which dates the speaking.

// cutAtThat drops what stands between the cue and the "that" of its clause: "said

// in a broadcast on Tuesday that ...".

// withoutWhat reads "What the council proposes is a ban": the content is what

// follows the verb "to be". Of "what they say" inside a sentence nothing is left.

// withoutDates leaves out the day that hangs on the cue itself: "accused the

// neighbour on Sunday of bombing".

// splitsObject reports whether a day stands between the one accused and what of:

// "accused the neighbour on Sunday of bombing".

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
