package language

import (
	"time"

	"onrecord"
)

// timeMeaning is what a phrase means. No kind: it is no time after all.
type timeMeaning struct {
	kind     onrecord.TimeKind
	period   timePeriod // the days, if they are known
	suffix   string     // of the period's value: "TNI", "T19:30"
	value    string     // where there is no period, or where it has another value
	from, to time.Time  // narrower than the period, if set
	absolute bool       // tells its own year
}

// timeBuilder makes the meaning of a match; in is that of the time it lies in.
type timeBuilder func(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning

func (m timeMeaning) valueText() string {
	if m.value != "" || !m.period.known() {
		return m.value
	}
	return m.period.value() + m.suffix
}

// days is the interval of days, both ends included.
func (m timeMeaning) days() (from, to time.Time, ok bool) {
	switch {
	case m.kind == onrecord.TimeSet:
		return from, to, false
	case !m.from.IsZero() && !m.to.IsZero():
		from, to = m.from, m.to
	case m.period.known():
		from, to = m.period.start, m.period.last()
	}
	ok = !from.IsZero() && from.Year() >= 1 && to.Year() <= 9999 && !to.Before(from)
	return from, to, ok
}

// resolve gives the meaning of a phrase, from its outermost part inwards.
func (r *timeReader) resolve(p *timePhrase) timeMeaning {
	var in timeMeaning
	if p.outer != nil {
		if in = r.resolve(p.outer); in.kind == "" {
			return timeMeaning{}
		}
	}
	m := p.match.rule.build(r, &p.match, in)
	m.absolute = m.absolute || in.absolute && m.period.known()
	return m
}

// buildNothing reads what looks like a time and is none: "a six-year-old".
func buildNothing(*timeReader, *timeMatch, timeMeaning) timeMeaning { return timeMeaning{} }

// dateOf is the meaning of a period.
func dateOf(p timePeriod) timeMeaning {
	return timeMeaning{kind: onrecord.TimeDate, period: p}
}

// vagueDate is a time whose days are unknown.
func vagueDate(value string) timeMeaning {
	return timeMeaning{kind: onrecord.TimeDate, value: value}
}

// timeBuilderSpec is a builder and the part that its phrases play.
type timeBuilderSpec struct {
	build timeBuilder
	part  timePart
}

// timeBuilders are the builders by the names that times_rules.txt calls them.
func timeBuilders() map[string]timeBuilderSpec {
	return map[string]timeBuilderSpec{
		"date": {buildDate, partDay}, "slash": {buildSlash, partDay}, "feast": {buildFeast, partDay}, "days": {buildDays, partAlone}, "newyear": {buildNewYear, partDay},
		"month": {buildMonth, partSpan}, "year": {buildYear, partYear}, "decade": {buildDecade, partYear}, "nineties": {buildNineties, partYear},
		"century": {buildCentury, partYear}, "season": {buildSeason, partSpan}, "quarter": {buildQuarter, partSpan}, "half": {buildHalf, partSpan},
		"known": {buildKnownQuarter, partSpan}, "yearof": {buildYearPeriod, partAlone}, "yearback": {buildYearBack, partAlone},
		"none":    {buildNothing, partAlone},
		"weekday": {buildWeekday, partDay}, "weekdays": {buildWeekdays, partAlone},
		"day": {buildDay, partDay}, "night": {buildNight, partDay}, "overnight": {buildOvernight, partAlone}, "this-part": {buildThisPart, partDay},
		"deictic": {buildDeictic, partYear}, "deictic-w": {buildWeekend, partYear}, "anaphor": {buildAnaphor, partYear}, "that": {buildThat, partYear},
		"ago": {buildAgo, partAlone}, "ago-half": {buildAgoHalf, partAlone}, "earlier": {buildEarlier, partAlone}, "later": {buildLater, partAlone},
		"beside": {buildBeside, partAlone}, "pre-start": {buildStart, partAhead}, "pre-mid": {buildMiddle, partAhead}, "pre-end": {buildEnd, partAhead},
		"pre-before": {buildUpToNow, partAhead}, "pre-after": {buildFromNow, partAhead}, "pre-near": {buildNear, partAhead},
		"nth": {buildNth, partAhead}, "weekof": {buildWeekOf, partAhead}, "partof": {buildPartOf, partAhead},
		"last-n": {buildLastSpan, partAlone}, "past-1": {buildPastUnit, partAlone}, "next-n": {buildNextSpan, partAlone},
		"recent": {buildPast, partAlone}, "coming": {buildFuture, partAlone},
		"length": {buildLength, partAlone}, "one": {buildOne, partAlone}, "halves": {buildHalves, partAlone}, "halfunit": {buildHalfUnit, partAlone},
		"bare": {buildBareUnits, partAlone}, "every": {buildEvery, partAlone}, "often": {buildOften, partAlone}, "per": {buildPer, partAlone},
		"clock": {buildClock, partClock}, "figures": {buildFigures, partClock}, "part": {buildPart, partClock},
		"present": {buildPresent, partAlone}, "past": {buildPast, partAlone}, "future": {buildFuture, partAlone}, "thattime": {buildThatTime, partAlone},
	}
}
