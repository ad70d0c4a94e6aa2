package language

import (
	"sync"
	"time"

	"onrecord"
)

// readTimes finds the time expressions and the days they mean. Days are counted
// from the published date; where it is unknown, from a full date in the dateline;
// where there is none, only expressions that carry their own date get days.
//
// A time that means no certain days keeps From and To empty: "recently", "two
// decades", "every Monday", also "now".
func readTimes(a *onrecord.Analysis) {
	grammar := timeGrammarOf()
	if a.Text == nil || grammar == nil {
		return
	}
	r := timeReader{grammar: grammar, analysis: a, text: a.Text.Words}
	r.now = r.anchor(a.Text)
	a.Times = nil
	for _, p := range a.Text.Paragraphs {
		r.headline = p.Kind == onrecord.Headline || p.Kind == onrecord.Subhead
		r.readParagraph(p.Span)
	}
	a.Times = r.found
}

// timeReader reads the times of one text, from its start to its end.
type timeReader struct {
	grammar  *timeGrammar
	analysis *onrecord.Analysis
	text     string
	now      timePeriod // the day of the report; zero if unknown
	told     timePeriod // the last date that the text told
	quarter  timePeriod // the last quarter that the text told
	dated    timePeriod // the last day or month with a year of its own, in this paragraph
	words    []timeWord // of the paragraph in hand
	headline bool       // capitals tell nothing
	found    []onrecord.Time
}

// timeGrammarOf opens the embedded grammar. It is nil only if the files are broken,
// which a test rules out.
var timeGrammarOf = sync.OnceValue(func() *timeGrammar {
	g, err := loadTimeGrammar()
	if err != nil {
		return nil
	}
	return g
})

// anchor is the day that the report counts from.
func (r *timeReader) anchor(text *onrecord.Text) timePeriod {
	if day, ok := text.Imprint.Published.First(); ok && text.Imprint.Published.IsDay() {
		return timePeriod{dayGrain, day}
	}
	for _, p := range text.Paragraphs {
		if p.Kind != onrecord.DateLine {
			continue
		}
		r.readParagraph(p.Span)
		for _, t := range r.found {
			if day, ok := t.From.First(); ok && t.From == t.To {
				r.reset()
				return timePeriod{dayGrain, day}
			}
		}
		r.reset()
	}
	return timePeriod{}
}

// reset forgets what the dateline told, which is read again in its turn.
func (r *timeReader) reset() {
	r.found, r.told, r.quarter = nil, timePeriod{}, timePeriod{}
}

// readParagraph reads the times of a paragraph from left to right, because a date
// may lean on the one before it.
func (r *timeReader) readParagraph(s onrecord.Span) {
	if s.Start < 0 || s.End > len(r.text) || s.IsEmpty() {
		return
	}
	r.words = r.grammar.lexicon.cutWords(r.words[:0], r.text, s)
	r.dated = timePeriod{}
	for i := 0; i < len(r.words); {
		phrase, ok := r.phraseAt(i)
		if !ok {
			i++
			continue
		}
		r.keep(&phrase)
		i = max(phrase.end, i+1)
	}
}

// keep resolves a phrase and notes what later phrases may lean on.
func (r *timeReader) keep(p *timePhrase) {
	m := r.resolve(p)
	if m.kind == "" || r.isTitle(p) {
		return
	}
	t := onrecord.Time{
		Span:  onrecord.Span{Start: r.words[p.first].start, End: r.words[p.end-1].end},
		Kind:  m.kind,
		Value: m.valueText(),
		Rule:  p.rule(),
	}
	if from, to, ok := m.days(); ok {
		t.From, t.To = onrecord.DateOf(from), onrecord.DateOf(to)
	}
	r.found = append(r.found, t)
	r.note(m)
}

// isTitle reports whether a phrase looks like a name: a unit, or a word such as
// "today", with a capital inside a sentence, as in "60 Minutes" and "This Week".
func (r *timeReader) isTitle(p *timePhrase) bool {
	last := r.words[p.end-1]
	const named = 1<<unitWord | 1<<unitsWord | 1<<partWord
	return !r.headline && last.capital && last.classes&named != 0 && p.end-p.first <= 2 &&
		p.match.rule.part != partDay && !r.opensSentence(p.end-1)
}

func (r *timeReader) note(m timeMeaning) {
	if m.kind != onrecord.TimeDate && m.kind != onrecord.TimeOfDay || !m.period.known() {
		return
	}
	r.told = m.period
	if m.period.grain == quarterGrain && (!r.now.known() || m.period.shift(3).last().After(r.now.start)) {
		r.quarter = m.period // one of a year ago is only compared with
	}
	if m.absolute && m.period.grain <= monthGrain {
		r.dated = m.period
	}
}

// civil is the day of a calendar date; ok is false for the 30th of February.
func civil(year, month, day int) (t time.Time, ok bool) {
	t = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, year >= 1 && year <= 9999 && t.Month() == time.Month(month) && t.Day() == day
}
