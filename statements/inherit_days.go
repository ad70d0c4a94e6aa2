package statements

import (
	"slices"
	"time"

	"onrecord"
)

// shareDays gives the statements of one sentence the day that one of them tells.
func (w *writing) shareDays() {
	for i := 1; i < len(w.said); i++ {
		before, s := w.said[i-1], w.said[i]
		if w.sentence[before.head] != w.sentence[s.head] || before.parent != s.parent {
			continue
		}
		if s.SaidOn == nil {
			s.SaidOn = before.SaidOn
		}
	}
}

// inheritDays hands the day on within a run of one speaker's words.
func (w *writing) inheritDays() {
	last := map[string]*statement{}
	for _, s := range w.said {
		key := string(s.Speaker.Actor) + "|" + s.Speaker.Name
		if b := last[key]; b != nil && s.SaidOn == nil && s.parent == nil && isOneDay(b.SaidOn) && b.hearsay == s.hearsay && w.mayFollow(s, b.SaidOn) {
			s.SaidOn = b.SaidOn
		}
		if s.parent == nil {
			last[key] = s
		}
	}
	// The day may be told in the second sentence of one occasion.
	clear(last)
	for _, s := range slices.Backward(w.said) {
		key := string(s.Speaker.Actor) + "|" + s.Speaker.Name
		if next := last[key]; next != nil && s.parent == nil && s.SaidOn == nil && isOneDay(next.SaidOn) && next.carriesOn && s.hearsay == next.hearsay {
			s.SaidOn = next.SaidOn
		}
		if s.parent == nil {
			last[key] = s
		}
	}
}

// isOneDay reports whether a day is told, not a month.
func isOneDay(w *onrecord.When) bool {
	return w != nil && w.From.IsDay() && (w.To == w.From || w.To == "")
}

// mayFollow reports whether nothing in the sentence, outside of what is said,
// tells another day.
func (w *writing) mayFollow(s *statement, day *onrecord.When) bool {
	if w.a.Tokens[s.head].XPOS == "VBZ" || w.a.Tokens[s.head].XPOS == "VBP" || w.low[s.head] == "according" {
		return false
	}
	for i := range w.a.Times {
		t := &w.a.Times[i]
		first, end := w.a.TokensIn(t.Span)
		if first >= end || w.paragraph(first) != w.paragraph(s.head) || first > s.head || holds(s.content, first) {
			continue
		}
		if t.From != "" && t.From != day.From {
			return false
		}
	}
	return true
}

// followLead gives the day of the news to words in the past tense that tell
// none: the day of the first statement that has one, if the report came out on
// that day or the next.
func (w *writing) followLead() {
	published := w.a.Text.Imprint.Published
	var lead *onrecord.When
	for _, s := range w.said {
		if s.SaidOn == nil && s.parent == nil && !s.hearsay {
			s.SaidOn = w.dayByContent(s, published)
		}
		if lead == nil && s.SaidOn != nil && s.SaidOn.From.IsDay() && s.parent == nil && !s.hearsay {
			lead = s.SaidOn
		}
	}
	if lead == nil || !isDayBefore(lead.From, published) {
		return
	}
	for _, s := range w.said {
		if s.SaidOn == nil && s.Cue != nil && s.parent == nil && !s.hearsay && w.isPast(s) && w.mayFollow(s, lead) {
			s.SaidOn = lead
		}
	}
}

// isPast reports whether a cue has a verb in the past tense, "was rejected"
// included, "had proposed" not: that was earlier.
func (w *writing) isPast(s *statement) bool {
	return slices.ContainsFunc(s.cue, func(i int) bool { return w.a.Tokens[i].XPOS == "VBD" && w.a.Tokens[i].Lemma != "have" })
}

// dayByContent dates words that tell, in the past tense, of the day on which the
// report came out: they were said on that day.
func (w *writing) dayByContent(s *statement, published onrecord.Date) *onrecord.When {
	if s.Form == onrecord.Direct || !published.IsDay() {
		return nil
	}
	past := false
	for _, i := range s.content {
		past = past || w.a.Tokens[i].XPOS == "VBD"
	}
	for i := range w.a.Times {
		t := &w.a.Times[i]
		first, _ := w.a.TokensIn(t.Span)
		if past && t.From == published && isDay(t) && holds(s.content, first) {
			return &onrecord.When{From: published, To: published, Text: w.a.Text.Cut(t.Span)}
		}
	}
	return nil
}

// isDayBefore reports whether a day is the given one or the one before it.
func isDayBefore(day, given onrecord.Date) bool {
	a, ok := day.First()
	b, ok2 := given.First()
	return ok && ok2 && !a.After(b) && b.Sub(a) <= 24*time.Hour
}
