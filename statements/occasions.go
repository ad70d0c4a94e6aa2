package statements

import (
	"slices"
	"strings"
	"time"

	"onrecord"
)

// dateStatements says when each statement was made: on the day that its clause
// tells, else on the day of the speaker's words that it carries on, else, for
// words in the past tense, on the day of the news that the report opens with.
func (w *writing) dateStatements() {
	slices.SortStableFunc(w.said, func(a, b *statement) int { return a.place() - b.place() })
	for _, s := range w.said {
		s.SaidOn = w.toldDay(s)
		s.carriesOn = w.isCarriedOn(s)
	}
	w.shareDays()
	w.inheritDays()
	w.followLead()
}

// toldDay finds the time expression that hangs on the cue's clause.
func (w *writing) toldDay(s *statement) *onrecord.When {
	best, near := -1, 1<<30
	for i := range w.a.Times {
		t := &w.a.Times[i]
		if !isDay(t) {
			continue
		}
		first, end := w.a.TokensIn(t.Span)
		if first >= end || w.sentence[first] != w.sentence[s.head] || !w.hangsOn(s, first, end) {
			continue
		}
		if d := max(first-s.head, s.head-first); d < near {
			best, near = i, d
		}
	}
	if best < 0 {
		return nil
	}
	t := &w.a.Times[best]
	return &onrecord.When{From: t.From, To: t.To, Text: w.a.Text.Cut(t.Span)}
}

// isDay leaves out spans of time and all that is coarser than a day.
func isDay(t *onrecord.Time) bool {
	if t.From == "" || (t.Kind != onrecord.TimeDate && t.Kind != onrecord.TimeOfDay) {
		return false
	}
	return t.From == t.To || (t.To == "" && t.From.IsDay()) || isMonth(t.Value)
}

func isMonth(value string) bool {
	return len(value) == len("2015-12") && value[4] == '-' && value[5] != 'W'
}

// hangsOn reports whether the words [first, end) hang on a cue or on the verb
// that the cue's clause explains, outside of what is said.
func (w *writing) hangsOn(s *statement, first, end int) bool {
	for i := first; i < end; i++ {
		if holds(s.content, i) {
			return false
		}
	}
	for _, o := range w.said {
		if o != s && o.parent != s && holds(o.content, first) && !holds(o.content, s.head) {
			return false
		}
	}
	hosts := w.hosts(s.draft)
	for i := first; i < end; i++ {
		at := i
		for range maxDepth {
			if slices.Contains(hosts, at) {
				return true
			}
			if at = w.head(at); at < 0 || holds(s.content, at) {
				break
			}
			if w.a.Tokens[at].UPOS == "VERB" && !slices.Contains(hosts, at) && at != w.head(s.head) {
				break
			}
		}
	}
	return false
}

// isCarriedOn reports whether a statement goes on with the words before it:
// "he added", "she went on".
func (w *writing) isCarriedOn(s *statement) bool {
	if s.Cue == nil {
		return true
	}
	if w.isAdding(s) {
		return true
	}
	return s.Speaker.Mention != nil && isPersonal(strings.ToLower(s.Speaker.Mention.Text))
}

func isPersonal(word string) bool {
	switch word {
	case "he", "she", "they", "it", "who", "which":
		return true
	}
	return false
}

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
		if b := last[key]; b != nil && s.SaidOn == nil && s.parent == nil && b.SaidOn != nil && b.hearsay == s.hearsay && w.mayFollow(s, b.SaidOn) {
			s.SaidOn = b.SaidOn
		}
		if s.parent == nil {
			last[key] = s
		}
	}
	// The day may be told in the second sentence of one occasion.
	for i := len(w.said) - 2; i >= 0; i-- {
		s, next := w.said[i], w.said[i+1]
		if s.SaidOn == nil && next.SaidOn != nil && sameSpeaker(s, next) && next.carriesOn && s.parent == nil && next.parent == nil && s.hearsay == next.hearsay {
			s.SaidOn = next.SaidOn
		}
	}
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
		if s.SaidOn == nil && s.Cue != nil && s.parent == nil && !s.hearsay && w.a.Tokens[s.head].XPOS == "VBD" && w.mayFollow(s, lead) {
			s.SaidOn = lead
		}
	}
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
