package statements

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	if names := w.jointNames(source); names != "" {
		s := w.nameSpeaker(w.mentionAt(source), w.cover(source))
		s.Name = names
		return s
	}
	mention := w.personIn(source)
	if mention < 0 {
		mention = w.mentionAt(source)
	}
	return w.nameSpeaker(mention, w.cover(source))
}

// jointNames gives "A and B" for two named speakers that share one cue; "" if
// there is but one.
func (w *writing) jointNames(source []int) string {
	top := w.topOf(source)
	joined := w.child(top, "conj")
	if joined < 0 || !holds(source, joined) || w.a.Tokens[top].UPOS != "PROPN" || w.a.Tokens[joined].UPOS != "PROPN" {
		return ""
	}
	first, second := w.nameAt(top), w.nameAt(joined)
	if first == "" || second == "" || first == second {
		return ""
	}
	return first + " and " + second
}

// nameAt gives the fullest name of the name mention headed by a token.
func (w *writing) nameAt(head int) string {
	best, length := -1, 1<<30
	for i := range w.a.Mentions {
		if m := &w.a.Mentions[i]; m.Head == head && m.Form == onrecord.Name && m.Len() < length {
			best, length = i, m.Len()
		}
	}
	if best < 0 || best >= len(w.r.Mentions) {
		return ""
	}
	return w.fullName(best, w.r.Mentions[best], w.a.Text.Cut(w.a.Mentions[best].Core))
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
	for i := source[0]; i < first; i++ {
		switch w.a.Tokens[i].UPOS {
		case "ADP", "PUNCT", "CCONJ", "VERB", "SCONJ":
			return false
		}
	}
	return end > source[len(source)-1] || w.low[end] == "," || w.low[end] == "(" || w.low[end] == "of"
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

// isIndefinite reports whether words bring in somebody new and nameless: "a
// diplomat", "several officials".
func (w *writing) isIndefinite(words onrecord.Span) bool {
	first, end := w.a.TokensIn(words)
	if first >= end {
		return false
	}
	switch w.low[first] {
	case "a", "an", "another", "some", "several", "two", "three", "many", "few", "one", "other", "unnamed",
		"most", "about", "nearly", "almost", "more", "half", "fewer", "less", "roughly":
	default:
		if w.a.Tokens[first].UPOS != "NUM" {
			return false
		}
	}
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Form == onrecord.Name && m.Type == onrecord.Person && words.Contains(m.Span) {
			return false
		}
	}
	return true
}

// nameUnknown fills in a speaker without a name: who it is for may be known.
func (w *writing) nameUnknown(mention int, res onrecord.Resolution, s onrecord.Speaker) onrecord.Speaker {
	s.Role = w.a.Text.Cut(res.Role)
	if by := w.r.Actor(res.For); by != nil && !res.Named {
		s.For = by.Name
	}
	if actor := w.r.Actor(res.Actor); actor != nil && !res.Named {
		s.Actor = res.Actor
	}
	s.Kind = w.kindByWords(w.a.Mentions[mention].Core)
	return s
}

func speaksForItself(k onrecord.ActorKind) bool {
	switch k {
	case onrecord.StateActor, onrecord.BodyActor, onrecord.IGOActor, onrecord.GroupActor, onrecord.OrgActor:
		return true
	}
	return false
}

// fullName gives the fullest name of a speaker: of a named one the name of the
// chain or the actor, of an unnamed one the words of the chain.
func (w *writing) fullName(mention int, res onrecord.Resolution, words string) string {
	m := &w.a.Mentions[mention]
	chain := ""
	if m.Chain >= 0 && m.Chain < len(w.a.Chains) {
		chain = plainName(w.a.Text.Cut(w.a.Chains[m.Chain].Name))
	}
	actor := w.r.Actor(res.Actor)
	switch {
	case actor != nil && res.Named && actor.Name != "":
		return actor.Name
	case res.Named && chain != "":
		return chain
	case m.Form == onrecord.Pronoun && actor != nil && actor.Name != "":
		return actor.Name
	case m.Form == onrecord.Pronoun && chain != "":
		return chain
	case words != "":
		return plainName(w.a.Text.Cut(w.trimName(m.Core)))
	}
	return plainName(w.a.Text.Cut(m.Core))
}

// trimName drops blanks and commas from the ends of a name.
func (w *writing) trimName(s onrecord.Span) onrecord.Span {
	for s.End > s.Start && strings.ContainsRune(", \n", rune(w.a.Text.Words[s.End-1])) {
		s.End--
	}
	return s
}

// plainName writes a name as it stands inside a sentence.
func plainName(words string) string {
	words = strings.Trim(strings.Join(strings.Fields(words), " "), ",;: ")
	for _, article := range []string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(words, article); ok && startsLarge(rest) {
			return rest
		}
	}
	for _, article := range []string{"The ", "A ", "An ", "Some ", "Several ", "Two ", "Other ", "Another ", "One "} {
		if strings.HasPrefix(words, article) {
			return strings.ToLower(words[:1]) + words[1:]
		}
	}
	return words
}

func startsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func (w *writing) speakerKind(mention int, res onrecord.Resolution) onrecord.SpeakerKind {
	if actor := w.r.Actor(res.Actor); actor != nil {
		switch actor.Kind {
		case onrecord.PersonActor:
			return onrecord.PersonSpeaks
		case onrecord.PeopleActor:
			return onrecord.PeopleSpeak
		case onrecord.MediaActor:
			return onrecord.MediaSpeaks
		case onrecord.DocumentActor:
			return onrecord.DocumentSpeaks
		}
		return onrecord.BodySpeaks
	}
	m := &w.a.Mentions[mention]
	if m.Chain >= 0 && m.Chain < len(w.a.Chains) && w.a.Chains[m.Chain].Plural {
		return onrecord.PeopleSpeak
	}
	switch m.Type {
	case onrecord.Person:
		return onrecord.PersonSpeaks
	case onrecord.Organisation, onrecord.Location:
		return onrecord.BodySpeaks
	}
	return w.kindByWords(m.Core)
}

// documentWords are papers that say something.
var documentWords = []string{"poll", "survey", "study", "report", "letter", "document", "law", "bill", "memo", "email",
	"statement", "resolution", "treaty", "record", "article", "book", "communique", "indictment", "ruling", "lawsuit"}

var mediaWords = []string{"newspaper", "agency", "channel", "station", "magazine", "daily", "weekly", "website", "broadcaster", "media", "press"}

func (w *writing) kindByWords(span onrecord.Span) onrecord.SpeakerKind {
	first, end := w.a.TokensIn(span)
	if first >= end {
		return onrecord.PersonSpeaks
	}
	run := make([]int, 0, end-first)
	for i := first; i < end; i++ {
		run = append(run, i)
	}
	t := &w.a.Tokens[w.topOf(run)]
	lemma := strings.ToLower(t.Lemma)
	switch {
	case slices.Contains(documentWords, lemma):
		return onrecord.DocumentSpeaks
	case slices.Contains(mediaWords, lemma):
		return onrecord.MediaSpeaks
	case t.XPOS == "NNS" || t.XPOS == "NNPS":
		return onrecord.PeopleSpeak
	}
	return onrecord.PersonSpeaks
}
