package language

import "strings"

// buildYear reads a year in figures or words, unless the number counts something.
func buildYear(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if v, ok := m.value(shortYearWord); ok {
		return absoluteYear(fullYear(v))
	}
	year := m.valueOr(0, yearWord)
	if len(m.words) == 1 && r.countsSomething(m, year) {
		return timeMeaning{}
	}
	return absoluteYear(year)
}

func absoluteYear(year int) timeMeaning {
	at, ok := civil(year, 1, 1)
	d := dateOf(timePeriod{yearGrain, at})
	d.absolute = true
	return keepIf(d, ok)
}

// countsSomething reports whether a bare number of four figures is a count, a code or
// part of a name rather than a year: "2000 people", "some 1500", "Route 1950".
func (r *timeReader) countsSomething(m *timeMatch, year int) bool {
	before, after := r.wordAt(m.first-1), r.wordAt(m.end)
	if before.glued && r.wordText(before) == "/" {
		return true // "press release 214/2022"
	}
	if r.isYearLink(before) && !before.is(approxWord) {
		return before.glued && before.literal != 0 && year < 1700
	}
	switch {
	case year < 1700:
		return true
	case before.is(numberWord) && !before.is(dayWord):
		return true
	case before.is(approxWord) || before.is(vagueWord):
		return true
	case after.glued && after.end > after.start && (r.wordText(after) == "-" || r.wordText(after) == "/"):
		return !r.wordAt(m.end+1).is(yearWord) && !r.wordAt(m.end+1).is(numberWord)
	}
	return !after.capital && after.classes == 0 && strings.HasSuffix(r.lowWord(after), "s") && len(r.lowWord(after)) > 3
}

// isYearLink reports whether a word leads to a year: "in 1812", "since 1950".
func (r *timeReader) isYearLink(w timeWord) bool {
	switch r.lowWord(w) {
	case "in", "since", "by", "until", "till", "from", "to", "between", "of", "during", "after", "before", "early", "late", "year", "mid", "for", "through":
		return true
	}
	return false
}

func buildDecade(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return absoluteSpan(decadeGrain, m.valueOr(0, decadeWord))
}

func buildNineties(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return absoluteSpan(decadeGrain, 1900+10*m.valueOr(0, ninetiesWord))
}

func buildCentury(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	n := m.valueOr(0, ordinalWord)
	if n < 2 || n > 30 {
		return timeMeaning{}
	}
	return absoluteSpan(centuryGrain, (n-1)*100)
}

func absoluteSpan(g timeGrain, year int) timeMeaning {
	at, ok := civil(year, 1, 1)
	d := dateOf(periodAt(g, at))
	d.absolute = true
	return keepIf(d, ok)
}

// buildSeason reads "the summer of 2015", "last spring", "this winter".
func buildSeason(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	season := m.valueOr(0, seasonWord) % 4 // winter is 0, as in seasonCodes
	of := func(year int) timePeriod {
		month := season * 3
		if season == 0 {
			month = 12
		}
		at, _ := civil(year, month, 1)
		return timePeriod{seasonGrain, at}
	}
	year, ok := m.value(yearWord)
	if in.period.grain == yearGrain {
		year, ok = in.period.start.Year(), true
	}
	if ok {
		d := dateOf(of(year))
		d.absolute = true
		return d
	}
	if r.isNoSeason(m) {
		return timeMeaning{}
	}
	return r.recurring(m, "XXXX-"+seasonCodes[season], of)
}

// isNoSeason reports whether a season is one of many or no season at all: "another
// winter", "the fall of Kabul".
func (r *timeReader) isNoSeason(m *timeMatch) bool {
	if m.has(deicticWord) || m.has(anaphorWord) {
		return false
	}
	w, _ := m.word(seasonWord)
	switch r.lowWord(w) {
	case "fall":
		return true
	case "spring":
		return len(m.words) == 1
	}
	return len(m.words) == 1 && !r.isYearLink(r.wordAt(m.first-1))
}
