package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// isWorthKeeping leaves out what reports no words: speech about a thing without
// saying what ("commented on the talks"), a claim to something ("an island
// claimed by both"), what was not said but could be, the writer's own voice, and
// hearsay of nobody unless it has a clause of its own ("it is said that ...").
func (w *writing) isWorthKeeping(d *draft, sense cueSense, content []int) bool {
	head := &w.a.Tokens[d.head]
	if !w.isDeedInWords(d, sense, content) {
		return false
	}
	if len(content) == 1 && w.quoteOf[content[0]] < 0 && head.UPOS != "PUNCT" && w.a.Tokens[content[0]].UPOS == "PRON" {
		return sense.Class == actCue && (!isRelative(w.low[content[0]]) || w.isThatThing(d, content[0])) || w.tellsUnsaid(d, content)
	}
	if takesHearer(head.Lemma) && d.head == w.a.Sentences[w.sentence[d.head]].First || w.isHabit(d) {
		return false
	}
	if w.isAsked(d) || w.isRemarkOn(d, content) {
		return false
	}
	if sense.Class == showsCue && (!w.mayShow(d) || !w.takesClause(d, content)) {
		return false
	}
	if w.isDoneTo(d) {
		return false
	}
	if w.isWritersVoice(d) || w.isUnsaid(d) || w.isBrokenSource(d) {
		return false
	}
	if head.XPOS == "VBN" && takesHearer(head.Lemma) && !w.isFiniteGroup(d) && (len(d.source) == 0 || d.source[0] < d.head || w.low[d.cue[len(d.cue)-1]] != "by") {
		return false
	}
	if len(d.source) == 0 && w.sharedSubject(d) < 0 {
		return w.isHearsay(d, content)
	}
	if head.Lemma == "claim" && head.XPOS == "VBN" && strings.HasPrefix(head.Deprel, "acl") {
		return false
	}
	if w.low[d.head] == ":" && d.sure < 0.6 {
		return false
	}
	return w.tellsWords(d, sense, content)
}

// takesHearer names the verbs whose passive has the hearer as its subject: "asked
// to comment, the spokesman", "the residents were told".
func takesHearer(lemma string) bool {
	return lemma == "ask" || lemma == "urge" || lemma == "order" || lemma == "question" || takesAddressee(lemma)
}

// isRemarkOn reads "commented on the talks": what was said of them is not told.
func (w *writing) isRemarkOn(d *draft, content []int) bool {
	return w.a.Tokens[d.head].Lemma == "comment" && (w.hasParticle(d, "on") || w.low[content[0]] == "on") && w.quoteOf[content[0]] < 0
}

// isAsked reads "The mayor, asked about the sale, said": he was asked.
func (w *writing) isAsked(d *draft) bool {
	n := len(d.source)
	if n == 0 || w.low[d.head] != "asked" || d.source[n-1] != d.head-2 || w.low[d.head-1] != "," {
		return false
	}
	return !slices.ContainsFunc(d.source, func(i int) bool { return w.low[i] == "," })
}

func isRelative(word string) bool {
	return word == "which" || word == "that" || word == "what" || word == "who"
}

// tellsWords reports whether the content is a clause or is quoted, where the cue
// needs that: accusing, denying or proposing may take a thing, saying may not.
func (w *writing) tellsWords(d *draft, sense cueSense, content []int) bool {
	clause, quoted, words := false, 0, 0
	for _, i := range content {
		switch w.a.Tokens[i].UPOS {
		case "VERB", "AUX":
			clause = true
		case "PUNCT":
			continue
		}
		words++
		if w.quoteOf[i] >= 0 {
			quoted++
		}
	}
	head := &w.a.Tokens[d.head]
	needs := head.UPOS == "NOUN" || (head.Lemma == "offer" && w.low[content[0]] != "to") || (head.Lemma == "call" && sense.Class != actCue) || sense.Class == mindCue || sense.Class == showsCue ||
		(sense.Class == speechCue && (sense.Kind == onrecord.Assert || sense.Kind == onrecord.Question))
	return !needs || clause || 2*quoted >= words || w.takesThing(d, content) || w.tellsUnsaid(d, content)
}

// isHearsay reads "it is said that ...", "is believed to ...".
func (w *writing) isHearsay(d *draft, content []int) bool {
	head := &w.a.Tokens[d.head]
	switch head.Lemma {
	case "say", "report", "believe", "allege", "think", "claim", "rumour":
	default:
		return false
	}
	return head.XPOS == "VBN" && w.hasAnyVerb(content)
}

func (w *writing) hasAnyVerb(content []int) bool {
	for _, i := range content {
		if u := w.a.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// isWritersVoice reports whether the report's own writer, or nobody in
// particular, is the source.
func (w *writing) isWritersVoice(d *draft) bool {
	if len(d.source) == 0 {
		return false
	}
	telling := 0
	for _, i := range d.source {
		switch w.a.Tokens[i].UPOS {
		case "DET", "PUNCT", "ADP", "CCONJ":
		default:
			telling++
		}
	}
	if len(d.source) > 1 {
		return telling == 0
	}
	switch w.low[d.source[0]] {
	case "i", "we", "you", "one", "something", "nothing", "what", "this", "there", "the", "a", "an", "everyone", "anyone", "nobody":
		return w.quoteOf[d.source[0]] < 0
	}
	return false
}

// takesClause reports whether a cue has a clause or a quotation as its object, not a
// thing with a clause on it: "shows that", not "shows the men who left".
func (w *writing) takesClause(d *draft, content []int) bool {
	if w.child(d.head, "ccomp", "parataxis") >= 0 || w.low[content[0]] == "that" {
		return true
	}
	return slices.ContainsFunc(content, func(i int) bool {
		return w.quoteOf[i] >= 0 || (w.isMainVerb(d, i) && w.child(i, "nsubj", "nsubj:pass", "expl") >= 0)
	})
}

// isDoneTo reports whether the source is the subject of a passive verb, which says
// nothing: "the plan was approved", "the borders are deemed safe".
func (w *writing) isDoneTo(d *draft) bool {
	if len(d.source) == 0 || d.source[0] > d.head || !w.isPassive(d) || w.quoteOf[d.head] >= 0 {
		return false
	}
	switch w.a.Tokens[d.head].Lemma {
	case "quote", "cite", "ask", "convince", "concern", "worry", "oppose", "commit":
		return false
	}
	return len(d.hop) == 0 && w.low[d.cue[len(d.cue)-1]] != "by" && w.child(d.head, "nsubj:pass") >= 0
}

// isHabit reports whether the cue tells of no one occasion: "always deny".
func (w *writing) isHabit(d *draft) bool {
	if x := w.a.Tokens[d.head].XPOS; x != "VBP" && x != "VBZ" {
		return false
	}
	for i := d.head - 1; i >= 0 && i >= d.head-2; i-- {
		switch w.low[i] {
		case "always", "often", "usually", "sometimes", "routinely", "rarely", "seldom":
			return true
		}
	}
	return false
}

// mayShow reports whether the source of "shows" is a paper, a person or a body
// rather than a thing: "the poll shows", not "the size of the crowd shows".
func (w *writing) mayShow(d *draft) bool {
	if len(d.source) == 0 {
		return false
	}
	top := w.topOf(d.source)
	if t := &w.a.Tokens[top]; t.UPOS != "NOUN" || t.XPOS == "NNS" {
		return true
	}
	if m := w.mentionAt(d.source); m >= 0 && w.a.Mentions[m].Type != "" && w.a.Mentions[m].Type != onrecord.Other {
		return true
	}
	return w.kindByWords(w.cover(d.source)) == onrecord.DocumentSpeaks
}

// isBrokenSource reports whether the source is a clause, which nobody is: the
// tree went astray there.
func (w *writing) isBrokenSource(d *draft) bool {
	for _, i := range d.source {
		switch w.low[i] {
		case "who", "which", "whose", "whom", "that", "whoever":
			return false
		}
		switch w.a.Tokens[i].XPOS {
		case "VBD", "VBZ", "MD":
			return w.quoteOf[i] < 0
		}
	}
	return false
}

// isUnsaid reports whether the cue is an infinitive or stands under a modal verb,
// so that nothing was said yet: "to announce", "may ask". What one would not say
// is kept.
func (w *writing) isUnsaid(d *draft) bool {
	finite := false
	for _, i := range d.cue {
		switch w.a.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "VBN", "VBG":
			finite = true
		}
	}
	for _, c := range append(w.children[d.head], d.cue...) {
		if c < d.head && w.a.Tokens[c].XPOS == "MD" && d.head-c < 4 {
			return !w.isNegated(d) && !w.saysOnly(d)
		}
	}
	return !finite && w.a.Tokens[d.head].XPOS == "VB" && d.head > 0 && w.low[d.head-1] == "to"
}

// saysOnly reads "would only say that" and "would say only that", which was said.
func (w *writing) saysOnly(d *draft) bool {
	return d.head > 0 && w.low[d.head-1] == "only" || d.head+1 < len(w.low) && w.low[d.head+1] == "only"
}
