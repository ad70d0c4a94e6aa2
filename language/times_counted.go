package language

import (
	"strconv"
	"strings"

	"onrecord"
)

// buildAgo reads "three days ago", "a year ago".
func buildAgo(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	n, exact := r.amount(m)
	g := m.grain()
	switch {
	case !exact:
		return vagueDate("PAST_REF")
	case g == yearGrain && r.told.grain == quarterGrain && r.quarter.known():
		return dateOf(r.quarter.shift(-4 * n))
	}
	return r.away(r.now, g, -n)
}

// away is the period n units from a day, as coarse as the unit.
func (r *timeReader) away(base timePeriod, g timeGrain, n int) timeMeaning {
	if g < dayGrain {
		return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue(strconv.Itoa(max(n, -n)), g)}
	}
	if !base.known() {
		return vagueDate("")
	}
	switch g {
	case decadeGrain, centuryGrain:
		years := map[timeGrain]int{decadeGrain: 10, centuryGrain: 100}[g]
		return dateOf(periodAt(yearGrain, base.start).shift(n * years))
	case fortnightGrain:
		g, n = weekGrain, 2*n
	}
	p := periodAt(g, base.start).shift(n)
	if !p.known() {
		return vagueDate("")
	}
	return dateOf(p)
}

func buildAgoHalf(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	n, exact := r.amount(m)
	if !exact || m.grain() != yearGrain || !r.now.known() {
		return vagueDate("PAST_REF")
	}
	return dateOf(periodAt(monthGrain, r.now.start).shift(-12*n - 6))
}

// buildEarlier reads "two days earlier", "a year earlier": from the date told last.
func buildEarlier(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning { return r.fromTold(m, -1) }

func buildLater(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning { return r.fromTold(m, 1) }

func (r *timeReader) fromTold(m *timeMatch, sign int) timeMeaning {
	n, exact := r.amount(m)
	g := m.grain()
	base := r.told
	if !base.known() {
		base = r.now
	}
	switch {
	case !exact || g < dayGrain:
		return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue(r.amountText(m), g)}
	case base.known() && base.grain == quarterGrain && g == yearGrain:
		if r.quarter.known() {
			base = r.quarter
		}
		return dateOf(base.shift(4 * sign * n))
	case base.known() && base.grain == monthGrain && g == yearGrain:
		return dateOf(base.shift(12 * sign * n))
	case base.known() && base.grain > g:
		return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue(r.amountText(m), g)}
	}
	return r.away(base, g, sign*n)
}

// buildBeside reads "the day before".
func buildBeside(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	g, base := m.grain(), r.told
	if !base.known() {
		base = r.now
	}
	if g < dayGrain || g > yearGrain || base.known() && base.grain > g {
		return timeMeaning{}
	}
	return r.away(base, g, m.rule.number)
}

// amount is how many units the match tells of; exact is false for "several".
func (r *timeReader) amount(m *timeMatch) (n int, exact bool) {
	text := r.amountText(m)
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// amountText is the amount as a TIMEX3 duration has it: "2", "2.5", "X".
func (r *timeReader) amountText(m *timeMatch) string {
	w, ok := m.word(numberWord)
	switch {
	case ok && strings.Contains(r.wordText(w), "."):
		return r.wordText(w)
	case ok:
		return strconv.Itoa(w.value)
	case m.has(vagueWord):
		return "X"
	}
	for i, w := range m.words {
		if m.atoms[i] >= timeAtom(timeClassCount) && r.lowWord(w) == "couple" {
			return "2"
		}
	}
	if m.has(unitsWord) && !m.has(oneWord) {
		return "X"
	}
	return "1"
}

// lengthValue is the TIMEX3 value of a duration.
func lengthValue(n string, g timeGrain) string {
	count, err := strconv.Atoi(n)
	switch {
	case g == decadeGrain && err == nil && count < 1000:
		return "P" + strconv.Itoa(count*10) + "Y"
	case g == centuryGrain && err == nil && count < 1000:
		return "P" + strconv.Itoa(count*100) + "Y"
	case g == millenniumGrain && err == nil && count < 1000:
		return "P" + strconv.Itoa(count*1000) + "Y"
	case g == fortnightGrain && err == nil && count < 1000:
		return "P" + strconv.Itoa(count*2) + "W"
	}
	switch g {
	case secondGrain:
		return "PT" + n + "S"
	case minuteGrain:
		return "PT" + n + "M"
	case hourGrain:
		return "PT" + n + "H"
	}
	return "P" + n + lengthCodes[g]
}

// lengthCodes are the codes of the units from the day up.
var lengthCodes = [...]string{
	dayGrain: "D", weekGrain: "W", weekendGrain: "WE", monthGrain: "M", quarterGrain: "Q", halfGrain: "H",
	yearGrain: "Y", seasonGrain: "SE", decadeGrain: "DE", centuryGrain: "CE", millenniumGrain: "ML", fortnightGrain: "W",
}

// spanOf is a length that ends (sign -1) or begins (sign 1) with the report.
func (r *timeReader) spanOf(n string, g timeGrain, sign int) timeMeaning {
	d := timeMeaning{kind: onrecord.TimeDuration, value: lengthValue(n, g)}
	count, err := strconv.Atoi(n)
	if err != nil || !r.now.known() || count > 10_000 || g < dayGrain || g == seasonGrain {
		return d
	}
	if g == weekendGrain {
		g = weekGrain
	}
	years, months, days := g.step()
	far := r.now.start.AddDate(sign*count*years, sign*count*months, sign*count*days)
	if far.Year() < 1 || far.Year() > 9999 {
		return d
	}
	d.from, d.to = far, r.now.start
	if sign > 0 {
		d.from, d.to = r.now.start, far
	}
	return d
}

func buildLastSpan(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return r.spanOf(r.amountText(m), m.grain(), -1)
}

func buildPastUnit(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return r.spanOf("1", m.grain(), -1)
}

func buildNextSpan(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return r.spanOf(r.amountText(m), m.grain(), 1)
}

func buildLength(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue(r.amountText(m), m.grain())}
}
