package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// followOccasions dates words that tell no day by what they were said on: after
// a meeting whose day the report told, within hours of another's words, in
// answer to a charge or a question, or in a release of the speaker's own.
func (w *writing) followOccasions() {
	for i, s := range w.said {
		if s.SaidOn != nil || s.parent != nil || s.Cue == nil || s.hearsay {
			continue
		}
		before := w.said[:i]
		switch {
		case w.isRelease() && w.isPresent(s):
			s.SaidOn = w.releaseDay()
		case w.isSoonAfter(s):
			s.SaidOn = lastDay(before)
		case w.answersCharge(s, before), w.speaksForLead(s, before):
			s.SaidOn = lastDay(before)
		default:
			if s.SaidOn = w.dayOfMeeting(s); s.SaidOn == nil && s.Form != onrecord.Direct {
				s.SaidOn = w.dayByContent(s)
			}
		}
	}
}

// lastDay is the day of the last statement that has one.
func lastDay(before []*statement) *onrecord.When {
	for _, b := range slices.Backward(before) {
		if b.parent == nil && isOneDay(b.SaidOn) && !b.hearsay {
			return b.SaidOn
		}
	}
	return nil
}

// isRelease reports whether the report is the speaker's own press release.
func (w *writing) isRelease() bool {
	head := strings.ToLower(w.a.Text.Words[:min(len(w.a.Text.Words), 400)])
	return w.a.Text.Imprint.Published.IsDay() &&
		(strings.Contains(head, "press release") || strings.Contains(head, "for immediate release"))
}

func (w *writing) isPresent(s *statement) bool {
	x := w.a.Tokens[s.head].XPOS
	return x == "VBZ" || x == "VBP"
}

func (w *writing) releaseDay() *onrecord.When {
	day := w.a.Text.Imprint.Published
	return &onrecord.When{From: day, To: day}
}

// isSoonAfter reports whether the words came "within hours" of those before, as
// their sentence or an earlier one of the paragraph tells.
func (w *writing) isSoonAfter(s *statement) bool {
	for i := s.head; i >= 0 && w.paragraph(i) == w.paragraph(s.head); i-- {
		if w.low[i] != "within" || holds(s.content, i) || w.quoteOf[i] >= 0 {
			continue
		}
		for j := i + 1; j < len(w.low) && j < i+4; j++ {
			switch strings.ToLower(w.a.Tokens[j].Lemma) {
			case "hour", "minute":
				return true
			}
		}
	}
	return false
}

// answersCharge reads "The accusation was rejected by the minister, who told ...":
// the charge is one that the report has dated.
func (w *writing) answersCharge(s *statement, before []*statement) bool {
	if n := len(before); n > 0 && w.sentence[before[n-1].head] == w.sentence[s.head] && before[n-1].SaidOn != nil && isRelativeWord(s.Speaker.Mention) {
		return true
	}
	if s.Kind != onrecord.Deny || !slices.ContainsFunc(before, func(b *statement) bool { return b.Kind == onrecord.Accuse && b.SaidOn != nil }) {
		return false
	}
	for n, i := range s.content {
		switch w.low[i] {
		case "accusation", "accusations", "charge", "charges", "allegation", "allegations":
			return n <= 1 && w.quoteOf[i] < 0
		}
	}
	return false
}

func isRelativeWord(q *onrecord.Quote) bool {
	return q != nil && (q.Text == "who" || q.Text == "which")
}

// speaksForLead reports whether a minister or spokesman speaks to the press for
// the one whose dated words the report opened with.
func (w *writing) speaksForLead(s *statement, before []*statement) bool {
	if s.Speaker.Kind != onrecord.PersonSpeaks || s.Speaker.For == "" || !w.facesPress(s) {
		return false
	}
	return slices.ContainsFunc(before, func(b *statement) bool {
		return isOneDay(b.SaidOn) && b.parent == nil && (b.Speaker.For == s.Speaker.For || b.Speaker.Name == s.Speaker.For)
	})
}

// facesPress reports whether words were said to a press conference or when
// reporters asked.
func (w *writing) facesPress(s *statement) bool {
	sent := w.a.Sentences[w.sentence[s.head]]
	for i := sent.First; i+1 < sent.End; i++ {
		if holds(s.content, i) || w.quoteOf[i] >= 0 {
			continue
		}
		switch pair := w.low[i] + " " + w.low[i+1]; pair {
		case "news conference", "press conference", "news briefing", "press briefing", "reporters asked", "journalists asked":
			return true
		}
	}
	return false
}

// dayByContent dates words that tell, in the past tense, of the day on which the
// report came out: they were said on that day.
func (w *writing) dayByContent(s *statement) *onrecord.When {
	published := w.a.Text.Imprint.Published
	past := slices.ContainsFunc(s.content, func(i int) bool { return w.a.Tokens[i].XPOS == "VBD" })
	if !past || !published.IsDay() {
		return nil
	}
	for i := range w.a.Times {
		t := &w.a.Times[i]
		first, end := w.a.TokensIn(t.Span)
		if first < end && t.From == published && isDay(t) && holds(s.content, first) {
			return &onrecord.When{From: published, To: published, Text: w.a.Text.Cut(t.Span)}
		}
	}
	return nil
}

// dayOfMeeting dates words said "after the vote" by the day that an earlier
// sentence gives, outside of what anybody said.
func (w *writing) dayOfMeeting(s *statement) *onrecord.When {
	if !w.namesMeeting(s) {
		return nil
	}
	var day *onrecord.When
	for i := range w.a.Times {
		t := &w.a.Times[i]
		first, end := w.a.TokensIn(t.Span)
		if first >= end || w.sentence[first] >= w.sentence[s.head] || !isDay(t) || !w.isBody(first) || isMonth(t.Value) {
			continue
		}
		day = &onrecord.When{From: t.From, To: t.To, Text: w.a.Text.Cut(t.Span)}
		if w.paragraph(first) == firstBody(w.a.Text) {
			return day
		}
	}
	return day
}

func firstBody(text *onrecord.Text) int {
	return slices.IndexFunc(text.Paragraphs, func(p onrecord.Paragraph) bool { return p.Kind == onrecord.Body })
}

// namesMeeting reports whether "after the vote" or "at the meeting" stands beside
// the cue.
func (w *writing) namesMeeting(s *statement) bool {
	sent := w.a.Sentences[w.sentence[s.head]]
	for i := s.cue[0]; i+2 < sent.End && i < s.head+8; i++ {
		if (w.low[i] != "after" && w.low[i] != "at" && w.low[i] != "during") || w.low[i+1] != "the" || holds(s.content, i) {
			continue
		}
		switch w.a.Tokens[i+2].Lemma {
		case "meeting", "vote", "session", "summit", "talk", "debate", "ceremony", "conference", "hearing":
			return true
		}
	}
	return false
}
