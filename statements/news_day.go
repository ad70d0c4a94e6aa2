package statements

import (
	"slices"
	"time"

	"onrecord"
)

// followNews gives the day of the news to words in the past tense that tell none,
// from speakers who are known: what a report of the day says that somebody "said"
// was said on that day. Unnamed sources are often older than the news.
func (w *writing) followNews() {
	day := w.newsDay()
	if day == nil {
		return
	}
	for _, s := range w.said {
		if s.SaidOn == nil && s.Cue != nil && s.parent == nil && !s.hearsay && w.isPast(s) && w.isKnownSpeaker(s) && w.mayFollow(s, day) {
			s.SaidOn = day
		}
	}
}

// newsDay is the day that the report's lead tells: of words said there, else of what
// happened there, if that was on the day of the report - only then are words about it
// of one day for sure; else the day of the first words that have one. All must be as
// new as the report.
func (w *writing) newsDay() *onrecord.When {
	published := w.a.Text.Imprint.Published
	lead := w.lead()
	var dated *onrecord.When
	for _, s := range w.said {
		if s.parent == nil && !s.hearsay && s.SaidOn != nil && s.SaidOn.From.IsDay() {
			if s.paragraph == lead {
				return w.ifNew(s.SaidOn)
			}
			if dated == nil {
				dated = s.SaidOn
			}
		}
	}
	for i := range w.a.Times {
		t := &w.a.Times[i]
		if at, end := w.a.TokensIn(t.Span); at < end && w.paragraph(at) == lead && isDay(t) && t.From == published {
			return &onrecord.When{From: published, To: published}
		}
	}
	return w.ifNew(dated)
}

// leadWords is the least length of a lead: what is shorter is a stamp or a line of names.
const leadWords = 12

// lead is the first paragraph of the body that is a sentence.
func (w *writing) lead() int {
	for i := range w.a.Sentences {
		if s := &w.a.Sentences[i]; s.End-s.First >= leadWords && w.isBody(s.First) && w.hasVerb(s.First, s.End) {
			return s.Paragraph
		}
	}
	return firstBody(w.a.Text)
}

// ifNew gives a day only if the report came out on it or on the next.
func (w *writing) ifNew(day *onrecord.When) *onrecord.When {
	if day == nil || !isDayBefore(day.From, w.a.Text.Imprint.Published) {
		return nil
	}
	return day
}

// isKnownSpeaker reports whether a name, a body or the first paragraph stands for the
// words.
func (w *writing) isKnownSpeaker(s *statement) bool {
	return s.Speaker.Named || s.Speaker.Kind == onrecord.BodySpeaks || s.paragraph == w.lead() ||
		slices.ContainsFunc(s.Via, func(h onrecord.Hop) bool { return h.Kind == onrecord.StatementHop })
}

// isPast reports whether a cue has a verb in the past tense, "was rejected"
// included, "had proposed" not: that was earlier.
func (w *writing) isPast(s *statement) bool {
	return slices.ContainsFunc(s.cue, func(i int) bool { return w.a.Tokens[i].XPOS == "VBD" && w.a.Tokens[i].Lemma != "have" })
}

// isDayBefore reports whether a day is the given one or the one before it.
func isDayBefore(day, given onrecord.Date) bool {
	a, ok := day.First()
	b, ok2 := given.First()
	return ok && ok2 && !a.After(b) && b.Sub(a) <= 24*time.Hour
}
