package language

import "onrecord"

// buildSlot is a quarter or a half of a year.
func (r *timeReader) buildSlot(g timeGrain, slot, months, direction int, in timeMeaning) timeMeaning {
	of := func(year int) timePeriod {
		at, _ := civil(year, (slot-1)*months+1, 1)
		return timePeriod{g, at}
	}
	switch {
	case slot < 1 || slot > 12/months:
		return timeMeaning{}
	case in.period.grain == yearGrain:
		return dateOf(of(in.period.start.Year()))
	case !r.now.known():
		return vagueDate(of(1).value()[4:])
	}
	return dateOf(nearestPeriod(r.now, r.now.start.Year(), direction, false, of))
}

func buildQuarter(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	return r.buildSlot(quarterGrain, m.valueOr(0, ordinalWord), 3, r.leadDirection(m), in)
}

func buildHalf(r *timeReader, m *timeMatch, in timeMeaning) timeMeaning {
	if in.period.grain != yearGrain {
		return timeMeaning{} // "the second half" is mostly of a match
	}
	return r.buildSlot(halfGrain, m.valueOr(m.rule.number, ordinalWord), 6, 0, in)
}

// quarterInHand is the quarter that the text told last, else the one before the report.
func (r *timeReader) quarterInHand() timePeriod {
	if !r.quarter.known() && r.now.known() {
		return periodAt(quarterGrain, r.now.start).shift(-1)
	}
	return r.quarter
}

// buildKnownQuarter reads "the quarter" and "the latest quarter".
func buildKnownQuarter(r *timeReader, _ *timeMatch, in timeMeaning) timeMeaning {
	q := r.quarterInHand()
	if q.known() && in.period.grain == yearGrain {
		return r.buildSlot(quarterGrain, (int(q.start.Month())-1)/3+1, 3, 0, in)
	}
	return dateOf(q)
}

// buildYearBack reads "the year-ago quarter", "the year-earlier third quarter".
func buildYearBack(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	q := r.quarterInHand()
	if slot, ok := m.value(ordinalWord); ok && r.now.known() {
		q = r.buildSlot(quarterGrain, slot, 3, 0, timeMeaning{}).period
	}
	if m.grain() != yearGrain {
		return timeMeaning{}
	}
	return dateOf(q.shift(-4))
}

// buildYearPeriod reads "the 1988 quarter" as the quarter in hand, in that year.
func buildYearPeriod(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	year := m.valueOr(0, yearWord)
	at, ok := civil(year, 1, 1)
	if r.quarter.known() {
		at, ok = civil(year, int(r.quarter.start.Month()), 1)
		return keepIf(timeMeaning{kind: onrecord.TimeDate, period: timePeriod{quarterGrain, at}}, ok)
	}
	return keepIf(dateOf(timePeriod{yearGrain, at}), ok)
}
