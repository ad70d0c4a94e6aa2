package statements

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// jointNames gives "A and B" or "A, B and C" for named speakers that share one cue;
// "" if there is but one.
func (w *writing) jointNames(source []int) string {
	top := w.topOf(source)
	var names []string
	for _, i := range append([]int{top}, w.children[top]...) {
		if i != top && (w.a.Tokens[i].Deprel != "conj" || !holds(source, i)) {
			continue
		}
		name := w.nameAt(i)
		if w.a.Tokens[i].UPOS != "PROPN" || name == "" || slices.Contains(names, name) {
			return ""
		}
		names = append(names, name)
	}
	last := len(names) - 1
	if last < 1 || !slices.ContainsFunc(source, func(i int) bool { return w.low[i] == "and" }) {
		return ""
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
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
		if m.Form != onrecord.Name || m.Type != onrecord.Person || !words.Contains(m.Span) {
			continue
		}
		at, after := w.a.TokensIn(m.Span)
		if at > first && w.low[at-1] == "," || w.closesTitle(numbers(first, end), at, after) {
			return false // "a spokesman, John Doe", but not "a spokesman for John Doe"
		}
	}
	return true
}

// nameUnknown fills in a speaker without a name: who it is for may be known.
func (w *writing) nameUnknown(mention int, res onrecord.Resolution, s onrecord.Speaker) onrecord.Speaker {
	s.Role = w.a.Text.Cut(res.Role)
	if s.Mention != nil {
		s.Name = plainName(w.a.Text.Cut(w.beforeAsking(s.Mention.Span)))
	}
	if by := w.r.Actor(res.For); by != nil && !res.Named {
		s.For = by.Name
	}
	if actor := w.r.Actor(res.Actor); actor != nil && !res.Named {
		s.Actor = res.Actor
	}
	s.Kind = w.kindByWords(w.a.Mentions[mention].Core)
	return s
}

// beforeAsking ends "a diplomat who asked not to be named" before "who".
func (w *writing) beforeAsking(s onrecord.Span) onrecord.Span {
	first, end := w.a.TokensIn(s)
	for i := first + 1; i+1 < end; i++ {
		if w.low[i] == "who" && (w.a.Tokens[i+1].Lemma == "ask" || w.a.Tokens[i+1].Lemma == "request") {
			s.End = w.a.Tokens[i-1].End
			return s
		}
	}
	return s
}

// fullName gives the fullest name of a speaker: of a named one the name of the
// chain or the actor, of an unnamed one the words of the chain.
func (w *writing) fullName(mention int, res onrecord.Resolution, words string) string {
	m := &w.a.Mentions[mention]
	chain := ""
	if m.Chain >= 0 && m.Chain < len(w.a.Chains) {
		chain = plainName(w.a.Text.Cut(w.trimName(w.withArticle(w.a.Chains[m.Chain].Name))))
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

// trimName ends a name before a clause that tells more of it, and drops blanks and
// commas from its ends.
func (w *writing) trimName(s onrecord.Span) onrecord.Span {
	first, end := w.a.TokensIn(s)
	for i := first + 1; i < end; i++ {
		if w.beginsRelative(i) || w.isOwnCue(i) || w.beginsDay(i) || (end-first > 8 && i-first > 2 && (w.a.Tokens[i].XPOS == "VBG" || w.low[i] == "—" || w.low[i] == "–")) {
			s.End = w.a.Tokens[i-1].End
			break
		}
	}
	for s.End > s.Start && strings.ContainsRune(", \n", rune(w.a.Text.Words[s.End-1])) {
		s.End--
	}
	return s
}

// withArticle gives a nameless noun the article before it: "the governor".
func (w *writing) withArticle(s onrecord.Span) onrecord.Span {
	first, end := w.a.TokensIn(s)
	if first >= end || first == 0 || startsLarge(w.a.Text.Cut(s)) || w.sentence[first-1] != w.sentence[first] {
		return s
	}
	if w.a.Tokens[first-1].UPOS == "DET" && w.a.Tokens[end-1].XPOS == "NN" {
		s.Start = w.a.Tokens[first-1].Start
	}
	return s
}

// isOwnCue reports whether a participle of speech begins a clause on the noun before
// it: "people complaining that ...".
func (w *writing) isOwnCue(i int) bool {
	t := &w.a.Tokens[i]
	return t.XPOS == "VBG" && strings.HasPrefix(t.Deprel, "acl") && len(sensesOf(t, w.low[i])) > 0
}

// beginsRelative reports whether "who" or ", which" follows a noun.
func (w *writing) beginsRelative(i int) bool {
	switch w.low[i] {
	case "who", "whose", "whom", "which":
		return true
	case "that":
		return w.a.Tokens[i].UPOS != "DET"
	}
	return false
}

// plainName writes a name as it stands inside a sentence.
func plainName(words string) string {
	words = strings.Trim(strings.Join(strings.Fields(words), " "), ",;: ")
	for _, article := range []string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(words, article); ok && startsLarge(rest) {
			return rest
		}
	}
	for _, article := range []string{"The ", "A ", "An ", "Some ", "Several ", "Two ", "Other ", "Another ", "One ", "Its ", "His ", "Her ", "Their "} {
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
