package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// resolveRunOn gives "he added" and pronouns that no name was found for to the
// last speaker of the same sort.
func (w *writing) resolveRunOn() {
	slices.SortStableFunc(w.said, func(a, b *statement) int { return a.place() - b.place() })
	for i, s := range w.said {
		if s.Speaker.Mention == nil || s.parent != nil {
			continue
		}
		pronoun := subjectForm(strings.ToLower(s.Speaker.Mention.Text))
		single := pronoun == "he" || pronoun == "she"
		if !single && pronoun != "it" && pronoun != "they" || single && len(s.source) > 0 && w.strangerBefore(s.source[0]) >= 0 {
			continue
		}
		if !strings.EqualFold(s.Speaker.Name, pronoun) && s.Speaker.Name != "" && !w.isMisled(s, i, single) && !(single && (w.isAdding(s) || w.goesOnFrom(i))) {
			continue
		}
		if before := w.speakerBefore(i, single); before != nil && !clashesWith(before, pronoun) {
			mention := s.Speaker.Mention
			s.Speaker = before.Speaker
			s.Speaker.Mention = mention
		}
	}
}

// subjectForm gives "he" for "him": the speaker of "according to him".
func subjectForm(pronoun string) string {
	switch pronoun {
	case "him":
		return "he"
	case "her":
		return "she"
	case "them":
		return "they"
	}
	return pronoun
}

// isMisled reports whether a pronoun was taken for something that does not speak: "he"
// for no person, "they" for a thing without a name while a speaker stands in the
// statement before.
func (w *writing) isMisled(s *statement, i int, single bool) bool {
	if single && s.Speaker.Kind != onrecord.PersonSpeaks {
		return true
	}
	if single {
		return i > 0 && !s.Speaker.Named && w.said[i-1].parent == nil && w.said[i-1].paragraph == s.paragraph && w.said[i-1].Speaker.Named
	}
	if s.Speaker.Actor != "" || s.Speaker.Named || i == 0 {
		return false
	}
	before := w.said[i-1]
	if before.parent != nil || before.paragraph != s.paragraph || before.Speaker.Kind == onrecord.PersonSpeaks {
		return false
	}
	return before.Speaker.Named || before.Speaker.Kind == onrecord.DocumentSpeaks && strings.EqualFold(s.Speaker.Mention.Text, "it") && s.Speaker.Kind == onrecord.PersonSpeaks
}

// clashesWith reports whether a statement's speaker was called by the pronoun of
// the other sex.
func clashesWith(before *statement, pronoun string) bool {
	if before.Speaker.Mention == nil {
		return false
	}
	said := strings.ToLower(before.Speaker.Mention.Text)
	return (said == "he" || said == "she") && said != pronoun && (pronoun == "he" || pronoun == "she")
}

// goesOnFrom reports whether the i-th statement, made by "he" or "she", follows so
// close on the one before that the same person speaks: in the same paragraph or
// the next, with no other person acting between.
func (w *writing) goesOnFrom(i int) bool {
	if i == 0 {
		return false
	}
	s, before := w.said[i], w.said[i-1]
	if before.Speaker.Kind != onrecord.PersonSpeaks || before.parent != nil || s.paragraph-before.paragraph > 1 || len(s.source) == 0 {
		return false
	}
	from := max(before.head, before.content[len(before.content)-1])
	if n := len(before.source); n > 0 {
		from = max(from, before.source[n-1])
	}
	for _, m := range w.a.Mentions {
		if m.Head > from && m.Head < s.source[0] && m.Type == onrecord.Person && m.Form != onrecord.Pronoun && !holds(s.content, m.Head) &&
			strings.HasPrefix(w.a.Tokens[m.Head].Deprel, "nsubj") {
			return false
		}
	}
	return true
}

// speakerBefore gives the last statement before the i-th that a person made, or
// that no person made.
func (w *writing) speakerBefore(i int, person bool) *statement {
	for i--; i >= 0; i-- {
		b := w.said[i]
		if b.parent != nil || b.Speaker.Name == "" {
			continue
		}
		if (b.Speaker.Kind == onrecord.PersonSpeaks) == person {
			return b
		}
	}
	return nil
}

// isAdding reports whether a cue goes on with the words before it.
func (w *writing) isAdding(s *statement) bool {
	for _, i := range s.cue {
		switch w.a.Tokens[i].Lemma {
		case "add", "continue", "conclude":
			return true
		case "go":
			return strings.HasPrefix(s.Cue.Text, "went on") || strings.HasPrefix(s.Cue.Text, "goes on")
		}
	}
	return false
}
