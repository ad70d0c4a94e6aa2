package statements

import (
	"slices"

	"onrecord"
)

// speakerOf tells who speaks in a frame.
func (w *writing) speakerOf(d *draft) onrecord.Speaker {
	source := d.source
	if len(source) == 0 {
		if by := w.sharedSubject(d); by >= 0 {
			source = []int{by}
			return w.nameSpeaker(w.mentionAt(source), onrecord.Span{})
		}
		return onrecord.Speaker{Kind: onrecord.NobodyTold}
	}
	if person := w.taggedPerson(source); person >= 0 {
		return w.nameSpeaker(person, w.a.Mentions[person].Span)
	}
	if names := w.jointNames(source); names != "" {
		s := w.nameSpeaker(w.mentionAt(source), w.cover(source))
		s.Name, s.Named = names, true
		return s
	}
	mention := w.personIn(source)
	if mention < 0 {
		if name := w.nameBehind(source); name >= 0 {
			return w.nameTold(name, source)
		}
		mention = w.mentionAt(source)
	}
	s := w.nameSpeaker(mention, w.cover(source))
	w.settleName(&s, w.cover(source))
	return s
}

// personIn finds the person whose name closes a phrase of titles, as in
// "Ministry spokesman John Doe": whatever the tree makes of it, the person
// speaks. -1 if there is none.
func (w *writing) personIn(source []int) int {
	span := w.cover(source)
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Form != onrecord.Name || m.Type != onrecord.Person || !span.Contains(m.Span) {
			continue
		}
		first, end := w.a.TokensIn(m.Span)
		if w.closesTitle(source, first, end) {
			return i
		}
	}
	return -1
}

// closesTitle reports whether only titles stand before a name and nothing but a
// clause or an apposition after it.
func (w *writing) closesTitle(source []int, first, end int) bool {
	if first > source[0]+1 && w.low[first-1] == "," && end > source[len(source)-1] && !w.joinsNames(source[0], first) {
		return end-first > 1 || w.a.Tokens[first-2].UPOS != "PROPN" // "a father in the town, John Doe"
	}
	for i := source[0]; i < first; i++ {
		if i == first-1 && i > source[0] && w.low[i] == "," {
			continue // "its deputy foreign minister, John Doe"
		}
		switch w.a.Tokens[i].UPOS {
		case "ADP", "PUNCT", "CCONJ", "VERB", "SCONJ":
			return false
		}
	}
	return end > source[len(source)-1] || w.low[end] == "," || w.low[end] == "(" || w.low[end] == "of"
}

// joinsNames reports whether words before a name list others: "John Doe and, later,".
func (w *writing) joinsNames(first, end int) bool {
	for i := first; i < end; i++ {
		if w.low[i] == "and" || w.low[i] == "or" || w.low[i] == "for" || w.a.Tokens[i].UPOS == "VERB" && w.a.Tokens[i].XPOS != "VBD" {
			return true
		}
	}
	return slices.ContainsFunc(w.a.Mentions, func(m onrecord.Mention) bool {
		return m.Form == onrecord.Name && m.Type == onrecord.Person && m.Head >= first && m.Head < end
	})
}

// sharedSubject finds the subject that a participle or a joined verb shares
// with the verb above it: "he said, adding that ...".
func (w *writing) sharedSubject(d *draft) int {
	at := d.head
	for range 4 {
		rel := w.a.Tokens[at].Deprel
		if rel != "conj" && rel != "advcl" && rel != "xcomp" && rel != "parataxis" && rel != "dep" {
			return -1
		}
		if at = w.head(at); at < 0 || holds(d.content, at) {
			return -1
		}
		if subject := w.child(at, "nsubj"); subject >= 0 && w.a.Tokens[subject].Deprel == "nsubj" {
			return subject
		}
	}
	return -1
}

// mentionAt gives the mention that words stand for: the longest with the same
// head, else the one that shares most with them; -1 if none does.
func (w *writing) mentionAt(source []int) int {
	head := w.topOf(source)
	best, bestLen := -1, 0
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Head == head && (best < 0 || m.Len() > bestLen) {
			best, bestLen = i, m.Len()
		}
	}
	if best >= 0 {
		return best
	}
	span := w.cover(source)
	for i := range w.a.Mentions {
		if m := &w.a.Mentions[i]; span.Contains(m.Span) && m.Len() > bestLen {
			best, bestLen = i, m.Len()
		}
	}
	return best
}

// topOf gives the token of a run that the others hang on.
func (w *writing) topOf(run []int) int {
	for _, i := range run {
		if h := w.head(i); (h < run[0] || h > run[len(run)-1]) && w.a.Tokens[i].UPOS != "PUNCT" && w.a.Tokens[i].UPOS != "ADP" {
			return i
		}
	}
	return run[0]
}

// nameSpeaker fills in what the report tells of the one mentioned.
func (w *writing) nameSpeaker(mention int, words onrecord.Span) onrecord.Speaker {
	var s onrecord.Speaker
	if !words.IsEmpty() {
		q := w.a.Text.Quote(words)
		s.Mention = &q
		s.Name = plainName(q.Text)
	}
	s.Kind = onrecord.PersonSpeaks
	if mention < 0 || mention >= len(w.r.Mentions) {
		s.Kind = w.kindByWords(words)
		return s
	}
	res := w.r.Mentions[mention]
	if w.isIndefinite(words) {
		return w.nameUnknown(mention, res, s)
	}
	s.Actor, s.Named = res.Actor, res.Named
	s.Role = w.a.Text.Cut(res.Role)
	s.Name = w.fullName(mention, res, s.Name)
	if by := w.r.Actor(res.For); by != nil {
		s.For = by.Name
	} else if actor := w.r.Actor(res.Actor); actor != nil && speaksForItself(actor.Kind) {
		s.For = actor.Name
	}
	s.Kind = w.speakerKind(mention, res)
	return s
}
