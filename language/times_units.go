package language

import "onrecord"

// buildDeictic reads "last week", "this year", "next month".
func buildDeictic(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	g, offset := m.grain(), m.valueOr(0, deicticWord)
	switch {
	case g < dayGrain || g == dayGrain && offset == 0 && r.lowWord(m.words[0]) != "this":
		return timeMeaning{}
	case r.isPastSpan(m) || g >= decadeGrain && offset < 0:
		return r.spanOf("1", g, -1)
	case !r.now.known():
		return vagueDate("")
	case offset > 0 && r.lowWord(m.words[0]) == "the" && r.toldBefore() && r.direction(m) < 0:
		return dateOf(periodAt(g, r.told.start).shift(offset))
	case g == weekendGrain:
		return r.weekend(m, offset)
	}
	return dateOf(periodAt(g, r.now.start).shift(offset))
}

// isPastSpan reports whether a unit is measured back from the report: "the past year".
func (r *timeReader) isPastSpan(m *timeMatch) bool {
	w, ok := m.word(deicticWord)
	return ok && r.lowWord(w) == "past"
}

// toldBefore reports whether the text last told a date before the report's.
func (r *timeReader) toldBefore() bool {
	return r.told.known() && r.told.last().Before(r.now.start)
}

func buildWeekend(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	if !r.now.known() {
		return vagueDate("")
	}
	return r.weekend(m, r.weekendDirection(m))
}

// weekendDirection trusts no words around: they are often of another clause.
func (r *timeReader) weekendDirection(m *timeMatch) int {
	if d, weight := r.weighDirection(m); weight > wordsWeight {
		return d
	}
	return 0
}

// weekend is the one before the report, or by tense or words the one to come. A report
// of a Monday still calls the one before "the weekend"; on a Saturday it is the same.
func (r *timeReader) weekend(m *timeMatch, offset int) timeMeaning {
	p := periodAt(weekendGrain, r.now.start)
	inside := !p.start.After(r.now.start)
	switch {
	case offset > 0 && inside && m.has(deicticWord):
		p = p.shift(1)
	case offset < 0 && (!inside || m.has(deicticWord)):
		p = p.shift(-1)
	case offset == 0 && !inside && !m.has(deicticWord):
		p = p.shift(-1)
	}
	return dateOf(p)
}

// buildAnaphor reads "the next day", "the same month", "the previous year": counted
// from the date that the text told last.
func buildAnaphor(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	g, offset := m.grain(), m.valueOr(1, anaphorWord)
	last := r.lowWord(m.words[len(m.words)-1])
	switch last { // of the rule that spells its words out
	case "day", "morning":
		g = dayGrain
	}
	if g < dayGrain || g >= decadeGrain {
		return timeMeaning{}
	}
	base := r.told
	if !base.known() {
		if base = r.now; offset == 0 && r.lowWord(m.words[0]) == "the" {
			return timeMeaning{} // "the same day" as what?
		}
	}
	if !base.known() {
		return vagueDate("")
	}
	if g == quarterGrain && r.quarter.known() {
		base = r.quarter
	}
	d := dateOf(finerPeriod(g, base).shift(offset))
	if last == "morning" {
		return d.atPart(1)
	}
	return d
}

// finerPeriod is the period of a grain that holds the base. A day cannot be told from
// a month: then it stays a month.
func finerPeriod(g timeGrain, base timePeriod) timePeriod {
	if base.grain > g && g == dayGrain {
		return timePeriod{}
	}
	return periodAt(g, base.start)
}

// buildThat reads "that year", "the week" as the one told last, or the report's own.
func buildThat(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	g := m.grain()
	if after := r.lowWord(r.wordAt(m.end)); after == "ended" || after == "ending" {
		return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue("1", g)}
	}
	base := r.told
	if !base.known() || r.lowWord(m.words[0]) == "the" && g > dayGrain {
		base = r.now
	}
	if g < dayGrain || g >= decadeGrain || !base.known() {
		return timeMeaning{}
	}
	if g == quarterGrain && r.quarter.known() {
		base = r.quarter
	}
	p := finerPeriod(g, base)
	if !p.known() {
		return timeMeaning{}
	}
	return dateOf(p)
}

// thirds of a period, for "early", "the middle of", "the end of".
func third(in timeMeaning, n int) timeMeaning {
	from, to, ok := in.days()
	if in.kind == "" || !ok {
		return in
	}
	days := int(to.Sub(from).Hours()/24) + 1
	if days >= 3 {
		in.from, in.to = from.AddDate(0, 0, days*n/3), from.AddDate(0, 0, days*(n+1)/3-1)
	}
	return in
}

func buildStart(_ *timeReader, _ *timeMatch, in timeMeaning) timeMeaning  { return third(in, 0) }
func buildMiddle(_ *timeReader, _ *timeMatch, in timeMeaning) timeMeaning { return third(in, 1) }
func buildEnd(_ *timeReader, _ *timeMatch, in timeMeaning) timeMeaning    { return third(in, 2) }
func buildNear(_ *timeReader, _ *timeMatch, in timeMeaning) timeMeaning   { return in }

// buildUpToNow reads "earlier | this week": it ends with the report.
func buildUpToNow(r *timeReader, _ *timeMatch, in timeMeaning) timeMeaning {
	if from, to, ok := in.days(); ok && r.now.known() && !from.After(r.now.start) && to.After(r.now.start) {
		in.from, in.to = from, r.now.start
	}
	return in
}

// buildFromNow reads "later | this month": it begins with the report.
func buildFromNow(r *timeReader, _ *timeMatch, in timeMeaning) timeMeaning {
	if from, to, ok := in.days(); ok && r.now.known() && from.Before(r.now.start) && !to.Before(r.now.start) {
		in.from, in.to = r.now.start, to
	}
	return in
}

// buildNth reads "the last week of | March".
func buildNth(_ *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	g, n := m.grain(), m.valueOr(0, ordinalWord)
	from, to, ok := in.days()
	if !ok || g < dayGrain || g >= in.period.grain || g == weekendGrain || n > 400 {
		return timeMeaning{}
	}
	p := periodAt(g, from).shift(n - 1)
	if n == 0 {
		p = periodAt(g, to)
	}
	if !p.known() || p.start.After(to) {
		return timeMeaning{}
	}
	return dateOf(p)
}

// buildWeekOf reads "the week of | March 6".
func buildWeekOf(_ *timeReader, _ *timeMatch, in timeMeaning) timeMeaning {
	if in.period.grain != dayGrain {
		return timeMeaning{}
	}
	return dateOf(periodAt(weekGrain, in.period.start))
}

func buildPresent(_ *timeReader, _ *timeMatch, _ timeMeaning) timeMeaning {
	return vagueDate("PRESENT_REF")
}

func buildPast(_ *timeReader, _ *timeMatch, _ timeMeaning) timeMeaning { return vagueDate("PAST_REF") }

func buildFuture(_ *timeReader, _ *timeMatch, _ timeMeaning) timeMeaning {
	return vagueDate("FUTURE_REF")
}

// buildThatTime reads "at the time" as the date told last.
func buildThatTime(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if r.lowWord(r.wordAt(m.first-1)) != "at" {
		return timeMeaning{}
	}
	if r.told.known() {
		return dateOf(r.told)
	}
	return timeMeaning{kind: onrecord.TimeDate, value: "PAST_REF"}
}
