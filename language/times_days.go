package language

import (
	"fmt"

	"onrecord"
)

// partCodes are the codes of the values of PART in times_words.txt.
var partCodes = [...]string{"", "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00"}

// atPart sets the part of the day.
func (d timeMeaning) atPart(part int) timeMeaning {
	if d.kind != "" && part > 0 && part < len(partCodes) {
		d.kind, d.suffix = onrecord.TimeOfDay, partCodes[part]
		if !d.period.known() {
			d.value += d.suffix
		}
	}
	return d
}

// buildWeekday reads "on Tuesday", "last Friday", "Monday night".
func buildWeekday(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	weekday := m.valueOr(0, weekdayWord)
	part := m.valueOr(0, partWord)
	if in.period.grain == dayGrain {
		return in.atPart(part)
	}
	if in.period.grain == weekGrain {
		return dateOf(timePeriod{dayGrain, in.period.start.AddDate(0, 0, weekday-1)}).atPart(part)
	}
	base, offset, strictly := r.weekdayBase(m)
	if !base.known() {
		return vagueDate(fmt.Sprintf("XXXX-WXX-%d", weekday)).atPart(part)
	}
	days := weekday - 1 - daysSinceMonday(base.start)
	switch {
	case offset > 0 && (days < 0 || strictly && days == 0):
		days += 7
	case offset <= 0 && (days > 0 || strictly && days == 0):
		days -= 7
	}
	return dateOf(base.shift(days)).atPart(part)
}

// weekdayBase is the day that a weekday is counted from, the direction, and whether
// the day itself does not count: "last Friday" said on a Friday is a week ago.
func (r *timeReader) weekdayBase(m *timeMatch) (base timePeriod, offset int, strictly bool) {
	if v, ok := m.value(anaphorWord); ok {
		if r.told.known() && r.told.grain == dayGrain {
			return r.told, v, v != 0
		}
		return r.now, v, v != 0
	}
	if v, ok := m.value(deicticWord); ok && v != 0 {
		return r.now, v, true
	}
	if m.has(deicticWord) && r.direction(m) >= 0 {
		return r.now, 1, false // "this Sunday"
	}
	return r.now, r.direction(m), false
}

// buildWeekdays reads "Mondays" and "Tuesday nights".
func buildWeekdays(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	weekday := m.valueOr(0, weekdaysWord, weekdayWord)
	set := timeMeaning{kind: onrecord.TimeSet, value: fmt.Sprintf("XXXX-WXX-%d", weekday)}
	if part := m.valueOr(0, partWord, partsWord); part > 0 && part < len(partCodes) {
		set.value += partCodes[part]
	}
	return set
}

// buildDay reads "today", "yesterday morning", "the day before yesterday".
func buildDay(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if w := m.words[0]; w.capital && r.wordAt(m.first-1).capital && !r.opensSentence(m.first) {
		return timeMeaning{} // the name of a newspaper
	}
	if !r.now.known() {
		if m.rule.number == 0 {
			return vagueDate("PRESENT_REF")
		}
		return vagueDate("")
	}
	return dateOf(r.now.shift(m.rule.number)).atPart(m.valueOr(0, partWord))
}

// buildNight reads "tonight" and "last night".
func buildNight(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if !r.now.known() {
		return timeMeaning{kind: onrecord.TimeOfDay}
	}
	const night = 4
	return dateOf(r.now.shift(m.rule.number)).atPart(m.valueOr(night, partWord))
}

// buildOvernight is the night before the report's day; it may have begun or ended it.
func buildOvernight(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	const night = 4
	if !r.now.known() {
		return timeMeaning{kind: onrecord.TimeOfDay}
	}
	d := dateOf(r.now.shift(-1)).atPart(night)
	d.from, d.to = d.period.start, r.now.start
	return d
}

// buildThisPart reads "this morning".
func buildThisPart(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if !r.now.known() {
		return timeMeaning{kind: onrecord.TimeOfDay}
	}
	return dateOf(r.now).atPart(m.valueOr(0, partWord))
}

// buildPartOf reads "the morning of | April 19".
func buildPartOf(_ *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	if in.period.grain != dayGrain && in.period.known() {
		return timeMeaning{}
	}
	return in.atPart(m.valueOr(0, partWord))
}

// buildClock reads a time of the clock, of the day it lies in or the last day told.
func buildClock(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	minute, ok := m.value(clockWord, dotClockWord)
	if !ok {
		minute = m.valueOr(0, numberWord) * 60
	}
	if half, ok := m.value(meridiemWord); ok {
		if minute >= 13*60 {
			return timeMeaning{}
		}
		minute = halfDay(minute/60, "?ap"[half])*60 + minute%60
	}
	if minute < 0 || minute > 24*60 {
		return timeMeaning{}
	}
	clock := fmt.Sprintf("T%02d:%02d", minute/60, minute%60)
	if w, ok := m.word(zoneWord); ok && (r.lowWord(w) == "utc" || r.lowWord(w) == "gmt") {
		clock += "Z"
	}
	return r.onDay(in, clock)
}

// buildFigures reads "0900 GMT" and "2130 local time".
func buildFigures(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	w := m.words[0]
	hour, minute := w.value/100, w.value%100
	if w.end-w.start != 4 || hour > 24 || minute > 59 {
		return timeMeaning{}
	}
	return r.onDay(in, fmt.Sprintf("T%02d:%02d", hour, minute))
}

// onDay gives a time of the day its day.
func (r *timeReader) onDay(in timeMeaning, suffix string) timeMeaning {
	if in.period.known() && in.period.grain != dayGrain {
		return timeMeaning{}
	}
	if in.kind == "" {
		in = dateOf(r.now)
		if r.told.known() && r.told.grain == dayGrain {
			in = dateOf(r.told)
		}
	}
	in.kind, in.suffix = onrecord.TimeOfDay, suffix
	if !in.period.known() {
		in.value += suffix
	}
	return in
}

// buildPart reads "noon", "the morning".
func buildPart(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	part, ok := m.value(partWord)
	if !ok {
		w := m.words[len(m.words)-1]
		part = w.value
	}
	if part < 1 || part >= len(partCodes) {
		return timeMeaning{}
	}
	return r.onDay(in, partCodes[part])
}
