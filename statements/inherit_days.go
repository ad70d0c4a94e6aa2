package statements

import (
	"slices"
	"strings"

	"onrecord"
)

// shareDays gives the statements of one sentence the day that one of them tells,
// if the same one speaks in both or both are deeds of one clause: "accused the
// neighbour on Sunday, who denied it" tells one day, "but the other side denied
// it" the same.
func (w *writing) shareDays() {
	for i := 1; i < len(w.said); i++ {
		before, s := w.said[i-1], w.said[i]
		if w.sentence[before.head] != w.sentence[s.head] || before.parent != s.parent || s.SaidOn != nil {
			continue
		}
		if sameSpeaker(before, s) || w.isJoinedTo(s.head, before.head) || w.turnsAgainst(before, s) {
			s.SaidOn = before.SaidOn
		}
	}
}

// isJoinedTo reports whether a verb is joined to one before it by "and" or "but".
func (w *writing) isJoinedTo(at, verb int) bool {
	for range maxDepth {
		if at < 0 || w.a.Tokens[at].Deprel != "conj" {
			return false
		}
		if at = w.head(at); at == verb {
			return true
		}
	}
	return false
}

// turnsAgainst reports whether ", but" stands between two cues.
func (w *writing) turnsAgainst(before, s *statement) bool {
	for i := before.head + 1; i+1 < s.head; i++ {
		if w.low[i] == "," && (w.low[i+1] == "but" || w.low[i+1] == "while") {
			return true
		}
	}
	return false
}

// inheritDays hands the day on within a run of one speaker's words that no other
// speaker breaks.
func (w *writing) inheritDays() {
	var last *statement
	for _, s := range w.said {
		if s.parent != nil {
			continue
		}
		if last != nil && s.SaidOn == nil && last.SaidOn != nil && w.isSameRun(last, s) && w.mayFollow(s, last.SaidOn) {
			s.SaidOn = last.SaidOn
		}
		last = s
	}
	// The day may be told in the second sentence of one occasion.
	last = nil
	for _, s := range slices.Backward(w.said) {
		if s.parent != nil {
			continue
		}
		if last != nil && s.SaidOn == nil && isOneDay(last.SaidOn) && last.carriesOn && w.isSameRun(s, last) && w.sameOccasion(s, last) {
			s.SaidOn = last.SaidOn
		}
		last = s
	}
}

// isSameRun reports whether two neighbours are words of one speaker on one
// occasion: what is told to another medium, or later, was said apart.
func (w *writing) isSameRun(before, s *statement) bool {
	one := before.Speaker.Name == s.Speaker.Name && before.Speaker.Actor == s.Speaker.Actor
	return (one || w.isOneOf(s, before)) && before.hearsay == s.hearsay && !w.isElsewhere(s, before)
}

// isOneOf reads "one of the diplomats" after "European diplomats".
func (w *writing) isOneOf(s, before *statement) bool {
	if s.Speaker.Mention == nil || before.Speaker.Kind == onrecord.PersonSpeaks {
		return false
	}
	_, group, ok := strings.Cut(strings.ToLower(s.Speaker.Mention.Text), "one of the ")
	return ok && strings.HasSuffix(strings.ToLower(before.Speaker.Name), group)
}

// isElsewhere reports whether words were said on another occasion than those
// before: to a medium that was not told before, or "later".
func (w *writing) isElsewhere(s, before *statement) bool {
	for _, h := range s.Via {
		if h.Kind == onrecord.StatementHop || slices.ContainsFunc(before.Via, func(o onrecord.Hop) bool { return sameMedium(o.Name, h.Name) }) {
			continue
		}
		return true
	}
	if s.Addressee != nil && before.SaidOn != nil && w.isMediumNoun(s.Addressee.Span) {
		return true
	}
	for _, c := range w.children[s.head] {
		if w.low[c] == "later" || w.low[c] == "earlier" || w.low[c] == "previously" {
			return true
		}
	}
	return false
}

// isMediumNoun reports whether words speak of a medium, named or not: "the
// newspaper La Ribera", "a radio station".
func (w *writing) isMediumNoun(span onrecord.Span) bool {
	first, end := w.a.TokensIn(span)
	for i := first; i < end; i++ {
		if slices.Contains(mediaWords, strings.ToLower(w.a.Tokens[i].Lemma)) || isMediaName(w.low[i]) {
			return true
		}
	}
	return false
}

// sameOccasion reports whether the first of two statements told of no medium
// unless the second came the same way.
func (w *writing) sameOccasion(s, next *statement) bool {
	return len(s.Via) == 0 || !w.isElsewhere(s, next) || next.carriesOn
}

// isSaidIn reports whether a word stands in what somebody said.
func (w *writing) isSaidIn(i int) bool {
	return slices.ContainsFunc(w.said, func(s *statement) bool { return holds(s.content, i) })
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
		if first >= end || w.paragraph(first) != w.paragraph(s.head) || first > s.head || w.isSaidIn(first) {
			continue
		}
		if t.From != "" && t.From != day.From {
			return false
		}
	}
	return true
}
