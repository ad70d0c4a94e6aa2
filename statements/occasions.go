package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// dateStatements says when each statement was made: on the day that its clause
// tells, else on the day of the speaker's words that it carries on, else on the
// day of the occasion that it was made on or answers, else, for words in the past
// tense of known speakers, on the day of the news.
func (w *writing) dateStatements() {
	slices.SortStableFunc(w.said, func(a, b *statement) int { return a.place() - b.place() })
	for _, s := range w.said {
		s.SaidOn = w.toldDay(s)
		s.carriesOn = w.isCarriedOn(s)
	}
	w.shareDays()
	w.followOccasions()
	w.inheritDays()
	w.followNews()
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
	if w.isBeforeTag(s.draft, first) && !w.isJoinedBefore(s.head, first) {
		return false
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

// isJoinedBefore reports whether a verb is joined to one that stands before a day:
// "met on Sunday and demanded peace".
func (w *writing) isJoinedBefore(verb, day int) bool {
	at := w.head(verb)
	return w.a.Tokens[verb].Deprel == "conj" && at >= 0 && at < day
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
