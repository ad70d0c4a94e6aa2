package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// mendPronouns gives "he" and "she" the person who was spoken of last, where the chain
// leads to a thing, to words of a quotation, or to somebody whom that person owns: "Anna
// Berg carried her mother. They burned the rice, she said".
func (w *writing) mendPronouns() {
	for _, s := range w.said {
		if s.Speaker.Mention == nil || len(s.source) != 1 {
			continue
		}
		pronoun := subjectForm(strings.ToLower(s.Speaker.Mention.Text))
		if pronoun != "he" && pronoun != "she" {
			continue
		}
		person := w.strangerBefore(s.source[0])
		if person < 0 && (s.Speaker.Kind != onrecord.PersonSpeaks || !s.Speaker.Named && w.isLedAstray(s.source[0])) {
			person = w.personBefore(s.source[0])
		}
		if person >= 0 {
			mention := s.Speaker.Mention
			s.Speaker = w.nameSpeaker(person, w.a.Mentions[person].Span)
			s.Speaker.Mention = mention
		}
	}
}

// strangerBefore gives the subject of a pronoun's sentence, if it brings in somebody without
// a name and nobody else is named before the pronoun: "A witness showed us a shell which he
// said ..."; -1 if there is none.
func (w *writing) strangerBefore(pronoun int) int {
	sent := w.a.Sentences[w.sentence[pronoun]]
	found := -1
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Head < sent.First || m.Head >= pronoun {
			continue
		}
		if m.Form == onrecord.Name && (m.Type == onrecord.Person || w.isPerson(i)) {
			return -1
		}
		if m.Form == onrecord.Nominal && w.a.Tokens[m.Head].Deprel == "nsubj" && w.quoteOf[m.Head] < 0 && w.isStranger(m) {
			found = i
		}
	}
	return found
}

// isStranger reports whether a mention brings in one nameless person: "a witness".
func (w *writing) isStranger(m *onrecord.Mention) bool {
	first, _ := w.a.TokensIn(m.Span)
	t := &w.a.Tokens[m.Head]
	if w.low[first] != "a" && w.low[first] != "an" || t.XPOS != "NN" || m.Type != "" && m.Type != onrecord.Person {
		return false
	}
	return w.kindByWords(m.Core) == onrecord.PersonSpeaks && !slices.Contains(mutes, strings.ToLower(t.Lemma)) && (m.Type == onrecord.Person || isPersonNoun(strings.ToLower(t.Lemma)))
}

// isPersonNoun guesses from a noun's ending, or knows, that it is somebody.
func isPersonNoun(lemma string) bool {
	for _, ending := range [...]string{"er", "or", "ist", "man", "woman", "ian", "ant", "ee", "witness", "boy", "girl", "guard", "nurse", "doctor", "pilot", "student", "source", "aide", "official", "diplomat"} {
		if strings.HasSuffix(lemma, ending) {
			return true
		}
	}
	return false
}

// isLedAstray reports whether the chain of a pronoun has no better name than words that no
// "he" stands for.
func (w *writing) isLedAstray(pronoun int) bool {
	m := w.mentionAt([]int{pronoun})
	if m < 0 || w.a.Mentions[m].Chain < 0 || w.a.Mentions[m].Chain >= len(w.a.Chains) {
		return false
	}
	first, end := w.a.TokensIn(w.a.Chains[w.a.Mentions[m].Chain].Name)
	if first >= end {
		return false
	}
	if w.quoteOf[first] >= 0 && w.quoteOf[first] != w.quoteOf[pronoun] {
		return true
	}
	switch w.low[first] {
	case "his", "her":
		return true
	}
	return slices.Contains(bodyWords, strings.ToLower(w.a.Tokens[w.topOf(numbers(first, end))].Lemma))
}

// personBefore gives the person named last before a token, subjects first, in its
// paragraph, or from the first sentence of one in the paragraph before; -1 if there is none.
func (w *writing) personBefore(at int) int {
	best, isSubject, far := -1, false, 0
	if w.paragraphStart(at) == w.a.Sentences[w.sentence[at]].First {
		far = 1
	}
	for i := range w.a.Mentions {
		m := &w.a.Mentions[i]
		if m.Head >= at || w.quoteOf[m.Head] >= 0 || w.paragraph(at)-w.paragraph(m.Head) > far || !w.isPerson(i) {
			continue
		}
		subject := strings.HasPrefix(w.a.Tokens[m.Head].Deprel, "nsubj")
		if best < 0 || subject || !isSubject {
			best, isSubject = i, subject
		}
	}
	return best
}

// isPerson reports whether a mention names a person, by the tables or by its type.
func (w *writing) isPerson(mention int) bool {
	m := &w.a.Mentions[mention]
	if m.Form != onrecord.Name || mention >= len(w.r.Mentions) {
		return false
	}
	if actor := w.r.Actor(w.r.Mentions[mention].Actor); actor != nil {
		return actor.Kind == onrecord.PersonActor
	}
	return m.Type == onrecord.Person
}
