package language

import (
	"fmt"
	"time"
)

// buildDate reads a day of the calendar, with or without its year.
func buildDate(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	if v, ok := m.value(isoWord); ok {
		return absoluteDay(unpackDate(v))
	}
	month, _ := m.value(monthWord, monthAbbr)
	day := m.valueOr(0, dayWord, ordinalWord)
	if year, ok := m.year(); ok {
		return absoluteDay(year, month, day)
	}
	if in.period.grain == yearGrain {
		return absoluteDay(in.period.start.Year(), month, day)
	}
	weekday := m.valueOr(0, weekdayWord, weekdayAbbr)
	return r.dayWithoutYear(m, month, day, weekday)
}

// buildDays reads "3-5 December": from the first day to the last.
func buildDays(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	d := buildDate(r, m, in)
	last := 0
	for i, w := range m.words {
		if m.atoms[i] == timeAtom(dayWord) {
			last = w.value
		}
	}
	if !d.period.known() {
		return d
	}
	to, ok := civil(d.period.start.Year(), int(d.period.start.Month()), last)
	if !ok || to.Before(d.period.start) {
		return timeMeaning{}
	}
	d.from, d.to = d.period.start, to
	return d
}

func absoluteDay(year, month, day int) timeMeaning {
	at, ok := civil(year, month, day)
	if !ok {
		return timeMeaning{}
	}
	d := dateOf(timePeriod{dayGrain, at})
	d.absolute = true
	return d
}

func buildSlash(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return absoluteDay(unpackDate(m.valueOr(0, slashWord)))
}

// buildFeast reads a fixed feast: "Christmas", "Christmas Eve".
func buildFeast(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	v := m.valueOr(0, feastWord)
	month, day := v/100, v%100
	if r.ends(m, "eve") {
		day--
	}
	if year, ok := m.value(yearWord); ok {
		return absoluteDay(year, month, day)
	}
	return r.dayWithoutYear(m, month, day, 0)
}

func buildNewYear(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if r.ends(m, "eve") {
		return r.dayWithoutYear(m, 12, 31, 0)
	}
	if r.ends(m, "day") {
		return r.dayWithoutYear(m, 1, 1, 0)
	}
	return timeMeaning{}
}

// dayWithoutYear finds the year of a day: that of a full date told in the same
// paragraph, else by tense, else the nearest. A weekday told with it must agree.
func (r *timeReader) dayWithoutYear(m *timeMatch, month, day, weekday int) timeMeaning {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return timeMeaning{}
	}
	if r.dated.known() && (!r.now.known() || r.dated.start.Year() != r.now.start.Year()) {
		return absoluteDay(r.dated.start.Year(), month, day)
	}
	if !r.now.known() {
		return vagueDate(fmt.Sprintf("XXXX-%02d-%02d", month, day))
	}
	direction, weight := r.weighDirection(m)
	at, ok := r.nearestDay(direction, weight, month, day, weekday)
	if !ok {
		return timeMeaning{}
	}
	return dateOf(timePeriod{dayGrain, at})
}

// nearestDay looks through the years around the report for the one that is nearest
// and suits the tense: -1 is past, 1 is future, 0 unknown; weight is in days.
func (r *timeReader) nearestDay(direction, weight, month, day, weekday int) (best time.Time, ok bool) {
	now := r.now.start
	cost := func(at time.Time) int {
		days := int(at.Sub(now).Hours() / 24)
		c := max(days, -days)
		if direction*days < 0 {
			c += weight
		}
		if weekday != 0 && daysSinceMonday(at)+1 != weekday {
			c += 10_000_000
		}
		return c
	}
	for year := now.Year() - 8; year <= now.Year()+8; year++ {
		at, exists := civil(year, month, day)
		if exists && (!ok || cost(at) < cost(best)) {
			best, ok = at, true
		}
	}
	return best, ok
}

// buildMonth reads "December 2015", "last June", "in December".
func buildMonth(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	month, _ := m.value(monthWord, monthAbbr)
	year, ok := m.year()
	if in.period.grain == yearGrain {
		year, ok = in.period.start.Year(), true
	}
	if ok {
		at, valid := civil(year, month, 1)
		d := dateOf(timePeriod{monthGrain, at})
		d.absolute = in.absolute || in.kind == ""
		return keepIf(d, valid)
	}
	if r.isNoMonth(m) {
		return timeMeaning{}
	}
	return r.recurring(m, fmt.Sprintf("XXXX-%02d", month), func(year int) timePeriod {
		at, _ := civil(year, month, 1)
		return timePeriod{monthGrain, at}
	})
}

// isNoMonth reports whether a bare "May" or "March" is no month: it begins a
// sentence before a small word ("May I"), or is part of a name ("Theresa May").
func (r *timeReader) isNoMonth(m *timeMatch) bool {
	w, _ := m.word(monthWord)
	switch r.lowWord(w) {
	case "may", "march", "april", "june", "august":
	default:
		return false
	}
	if len(m.words) > 1 {
		return false
	}
	before, after := r.wordAt(m.first-1), r.wordAt(m.end)
	namedBefore := before.capital && before.classes == 0 && !r.isYearLink(before)
	namedAfter := after.capital && after.classes == 0
	verb := r.opensSentence(m.first) && after.start > 0 && !after.capital && !after.is(boundWord)
	return namedBefore || namedAfter || verb
}

func keepIf(m timeMeaning, ok bool) timeMeaning {
	if !ok {
		return timeMeaning{}
	}
	return m
}

// recurring picks the year of what comes once a year, by the words that point
// ("last", "next") and by tense.
func (r *timeReader) recurring(m *timeMatch, unknown string, of func(year int) timePeriod) timeMeaning {
	base := r.now
	anaphor, anaphoric := m.value(anaphorWord)
	if r.dated.known() && (anaphoric || !m.has(deicticWord)) && (!r.now.known() || r.dated.start.Year() != r.now.start.Year()) {
		return dateOf(of(r.dated.start.Year() + anaphor))
	}
	if !base.known() {
		return vagueDate(unknown)
	}
	year := base.start.Year()
	offset, pointed := m.value(deicticWord, anaphorWord)
	direction := offset
	if !pointed || offset == 0 {
		direction = r.direction(m)
	}
	return dateOf(nearestPeriod(base, year, direction, pointed && offset != 0, of))
}

// nearestPeriod is the last one that began by the day of the report, or the next one
// that is not over; strictly leaves out the one that holds the day.
func nearestPeriod(base timePeriod, year, direction int, strictly bool, of func(int) timePeriod) timePeriod {
	if direction > 0 {
		for y := year - 1; y <= year+1; y++ {
			p := of(y)
			if strictly && p.start.After(base.start) || !strictly && !p.last().Before(base.start) {
				return p
			}
		}
	}
	for y := year + 1; y >= year-1; y-- {
		p := of(y)
		if strictly && p.last().Before(base.start) || !strictly && !p.start.After(base.start) {
			return p
		}
	}
	return of(year)
}
