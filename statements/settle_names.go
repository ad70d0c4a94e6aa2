package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// settleName decides whether a speaker is named where no table and no chain knows the
// name, and writes out whose spokesman or mother an unnamed one is.
func (w *writing) settleName(s *onrecord.Speaker, words onrecord.Span) {
	first, end := w.a.TokensIn(words)
	if first >= end {
		return
	}
	run := numbers(first, end)
	switch {
	case s.Named && w.isMembers(run):
		s.Named, s.Name = false, plainName(w.a.Text.Cut(w.trimName(words)))
	case !s.Named && (w.isOwnName(s, run) || w.isOfficeOfNamed(run) || w.isKnownBody(run) || w.isPersonNamedHere(s.Actor)):
		s.Named = true
	case !s.Named:
		if holder := max(w.holderOf(run), w.makerOf(run)); holder >= 0 {
			mention := s.Mention
			*s = w.nameSpeaker(holder, w.a.Mentions[holder].Span)
			s.Mention = mention
			return
		}
		s.Name = w.withOwner(s.Name, first)
	}
}

// isOwnName reports whether a speaker's words are a name by themselves: "the Ohio History
// Connection". Offices are none: "the Foreign Minister".
func (w *writing) isOwnName(s *onrecord.Speaker, run []int) bool {
	top := w.topOf(run)
	t := &w.a.Tokens[top]
	if !startsLarge(w.a.Text.Cut(t.Span)) || strings.HasPrefix(string(s.Actor), unnamedActor) || isOfficeNoun(t.Lemma) {
		return false
	}
	isName := t.UPOS == "PROPN" || t.UPOS == "NOUN" && w.isLargeInside(t)
	return isName && s.Kind != onrecord.DocumentSpeaks
}

// isLargeInside reports whether a word is written large inside a sentence, where it need
// not be: "the Socialists".
func (w *writing) isLargeInside(word *onrecord.Token) bool {
	form := w.a.Text.Cut(word.Span)
	for _, s := range w.a.Sentences {
		for i := s.First + 1; i < s.End; i++ {
			if t := &w.a.Tokens[i]; t.Len() == word.Len() && w.a.Text.Cut(t.Span) == form {
				return true
			}
		}
	}
	return false
}

// isPersonNamedHere reports whether an actor is a person whom the report names elsewhere.
func (w *writing) isPersonNamedHere(id onrecord.ActorID) bool {
	actor := w.r.Actor(id)
	return actor != nil && actor.Kind == onrecord.PersonActor && w.isNamedHere(id)
}

// unnamedActor begins the ids of actors without a name.
const unnamedActor = "unnamed/"

func isOfficeNoun(lemma string) bool {
	return slices.Contains(officeNouns, strings.ToLower(lemma))
}

// officeNouns may be written large though nobody is named.
var officeNouns = []string{"minister", "president", "premier", "secretary", "chancellor", "governor", "mayor", "ambassador", "envoy", "spokesman", "spokeswoman",
	"spokesperson", "commissioner", "general", "chief", "king", "queen", "prince", "pope", "speaker", "chairman", "chairwoman", "judge", "justice", "attorney", "prosecutor",
	"official", "officer", "leader", "deputy", "senator", "lawmaker", "director", "father", "mother", "captain", "colonel", "adviser", "advisor"}

// isMembers reports whether a speaker is some members of a body, who go without names: "the
// soldiers", "Dutch prosecutors".
func (w *writing) isMembers(run []int) bool {
	t := &w.a.Tokens[w.topOf(run)]
	return t.XPOS == "NNS" && t.UPOS == "NOUN" && slices.Contains(memberNouns, strings.ToLower(t.Lemma))
}

var memberNouns = []string{"soldier", "prosecutor", "officer", "official", "diplomat", "lawmaker", "investigator", "source", "aide", "adviser", "advisor", "lawyer", "expert",
	"analyst", "resident", "witness", "minister", "leader", "commander", "deputy", "senator", "user", "member", "worker", "student", "activist", "supporter"}

// isOfficeOfNamed reports whether a body is called by whose it is: "Mr Berg's office", "the
// government of President Berg".
func (w *writing) isOfficeOfNamed(run []int) bool {
	top := w.topOf(run)
	switch strings.ToLower(w.a.Tokens[top].Lemma) {
	case "office", "government", "administration", "campaign", "party", "ministry", "embassy", "team", "foundation":
	default:
		return false
	}
	return slices.ContainsFunc(w.children[top], func(c int) bool {
		rel := w.a.Tokens[c].Deprel
		return strings.HasPrefix(rel, "nmod") && w.a.Tokens[c].UPOS == "PROPN"
	})
}

// isKnownBody reports whether a speaker is the one body that a report calls "the company",
// "its embassy" or "police": neither an unnamed person nor a vague group.
func (w *writing) isKnownBody(run []int) bool {
	top := w.topOf(run)
	lemma := strings.ToLower(w.a.Tokens[top].Lemma)
	if lemma == "police" {
		return true
	}
	return w.a.Tokens[top].XPOS == "NN" && w.isDefinite(run[0], top) && (slices.Contains(bodyWords, lemma) || slices.Contains(mediaWords, lemma))
}

// isDefinite reports whether a noun phrase says which one is meant.
func (w *writing) isDefinite(first, head int) bool {
	switch w.low[first] {
	case "the", "its", "his", "her", "their", "this":
		return true
	}
	return w.child(head, "nmod:poss") >= 0
}

// withOwner writes out whose an unnamed speaker is: "his mother" becomes "Ola Holt's
// mother".
func (w *writing) withOwner(name string, first int) string {
	rest, ok := cutWord(name, w.low[first])
	if !ok || w.low[first] != "his" && w.low[first] != "her" {
		return name
	}
	for i := range min(len(w.a.Mentions), len(w.r.Mentions)) {
		at, _ := w.a.TokensIn(w.a.Mentions[i].Span)
		actor := w.r.Actor(w.r.Mentions[i].Actor)
		if at != first || actor == nil || actor.Kind != onrecord.PersonActor || !w.isNamedBefore(actor.ID, first) {
			continue
		}
		own, _ := cutWord(rest, "own")
		return actor.Name + "'s " + own
	}
	return name
}

// isNamedBefore reports whether an actor is named before a token in its sentence, where a
// pronoun is seldom misread.
func (w *writing) isNamedBefore(id onrecord.ActorID, at int) bool {
	for i := range min(len(w.a.Mentions), len(w.r.Mentions)) {
		if m := &w.a.Mentions[i]; w.r.Mentions[i].Actor == id && m.Form == onrecord.Name && m.Head < at && w.sentence[m.Head] == w.sentence[at] {
			return true
		}
	}
	return false
}

// cutWord takes a word with the blank behind it off the front.
func cutWord(s, word string) (rest string, ok bool) {
	if n := len(word); len(s) > n+1 && strings.EqualFold(s[:n], word) && s[n] == ' ' {
		return s[n+1:], true
	}
	return s, false
}

// nameBehind finds the name that a comma parts from who its bearer is: "an adviser to
// the mayor, economist Ola Holt", "a local paper, the Harbour Gazette"; -1 if there is none.
func (w *writing) nameBehind(source []int) int {
	n := slices.IndexFunc(source, func(i int) bool { return w.low[i] == "," || w.a.Tokens[i].UPOS == "VERB" })
	if n < 1 || n+1 == len(source) || w.low[source[n]] != "," {
		return -1
	}
	bearer := &w.a.Tokens[w.topOf(source[:n])]
	if bearer.UPOS == "PROPN" || bearer.XPOS == "NNS" {
		return -1
	}
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Form != onrecord.Name || m.Type == onrecord.Location {
			continue
		}
		first, end := w.a.TokensIn(m.Span)
		if first <= source[n] || end > source[len(source)-1]+1 || !w.areTitles(source[n]+1, first) {
			continue
		}
		if end-first > 1 || first > source[n]+1 || m.Type == onrecord.Organisation {
			return i
		}
		return -1
	}
	return -1
}

// nameTold makes a speaker of a name behind a comma; what the words before it tell of
// the bearer holds, too.
func (w *writing) nameTold(name int, source []int) onrecord.Speaker {
	s := w.nameSpeaker(name, w.a.Mentions[name].Span)
	bearer := w.nameSpeaker(w.mentionAt(source), w.cover(source))
	s.Mention, s.Named = bearer.Mention, true
	if s.For == "" {
		s.For = bearer.For
	}
	if s.Role == "" {
		s.Role = bearer.Role
	}
	return s
}

// areTitles reports whether nothing but words of a title stands in [from, end).
func (w *writing) areTitles(from, end int) bool {
	for i := from; i < end; i++ {
		switch w.a.Tokens[i].UPOS {
		case "NOUN", "ADJ", "PROPN":
		default:
			return false
		}
	}
	return true
}
