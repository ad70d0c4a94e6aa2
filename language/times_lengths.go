package language

import (
	"strconv"
	"strings"

	"onrecord"
)

// buildOne reads "a week" as a length, or as a rate behind an amount: "$3 a week".
func buildOne(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	if r.isRate(r.wordAt(m.first - 1)) {
		return timeMeaning{kind: onrecord.TimeSet, value: lengthValue("1", m.grain())}
	}
	return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue("1", m.grain())}
}

// isRate reports whether "a year" behind the word tells how often.
func (r *timeReader) isRate(before timeWord) bool {
	switch text := r.lowWord(before); text {
	case "million", "billion", "trillion", "percent", "cents", "dollars", "euros", "tons", "tonnes", "barrels", "times", "once", "twice", "hours", "hour", "days":
		return true
	default:
		return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
	}
}

// buildHalves reads "two and a half years", "a year and a half".
func buildHalves(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	n, exact := r.amount(m)
	if !exact || m.has(fractionWord) && m.valueOr(0, fractionWord) != 102 {
		return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue("X", m.grain())}
	}
	var value string
	switch count := strconv.Itoa(n); m.grain() {
	case yearGrain:
		value = "P" + count + "Y6M"
	case hourGrain:
		value = "PT" + count + "H30M"
	case minuteGrain:
		value = "PT" + count + "M30S"
	case decadeGrain:
		value = "P" + strconv.Itoa(n*10+5) + "Y"
	default:
		value = lengthValue(count+".5", m.grain())
	}
	return timeMeaning{kind: onrecord.TimeDuration, value: value}
}

// buildHalfUnit reads "half a year".
func buildHalfUnit(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	value := lengthValue("0.5", m.grain())
	switch m.grain() {
	case yearGrain:
		value = "P6M"
	case dayGrain:
		value = "PT12H"
	case hourGrain:
		value = "PT30M"
	case decadeGrain:
		value = "P5Y"
	case centuryGrain:
		value = "P50Y"
	}
	return timeMeaning{kind: onrecord.TimeDuration, value: value}
}

// buildBareUnits reads "years" and "weeks" where nothing tells which.
func buildBareUnits(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return timeMeaning{kind: onrecord.TimeDuration, value: lengthValue("X", m.grain())}
}

// buildEvery reads "every Monday", "every two weeks", "each year".
func buildEvery(r *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	set := timeMeaning{kind: onrecord.TimeSet}
	part := m.valueOr(0, partWord)
	switch weekday, isWeekday := m.value(weekdayWord); {
	case isWeekday:
		set.value = "XXXX-WXX-" + strconv.Itoa(weekday)
	case m.has(monthWord):
		set.value = "XXXX-" + twoFigures(m.valueOr(0, monthWord))
	case m.has(seasonWord):
		set.value = "XXXX-" + seasonCodes[m.valueOr(0, seasonWord)%4]
	case m.grain() == noGrain:
		set.value = "XXXX-XX-XX"
	default:
		set.value = lengthValue(strconv.Itoa(m.valueOr(r.otherOne(m), numberWord, ordinalWord)), m.grain())
	}
	if part > 0 && part < len(partCodes) {
		set.value += partCodes[part]
	}
	return set
}

// otherOne is 2 for "every other", else 1.
func (r *timeReader) otherOne(m *timeMatch) int {
	for _, w := range m.words {
		if r.lowWord(w) == "other" {
			return 2
		}
	}
	return 1
}

func twoFigures(n int) string {
	return strconv.Itoa(n/10%10) + strconv.Itoa(n%10)
}

// buildOften reads "daily", "monthly".
func buildOften(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return timeMeaning{kind: onrecord.TimeSet, value: lengthValue("1", timeGrain(m.valueOr(0, oftenWord)))}
}

// buildPer reads "twice a week".
func buildPer(_ *timeReader, m *timeMatch, _ timeMeaning) timeMeaning {
	return timeMeaning{kind: onrecord.TimeSet, value: lengthValue("1", m.grain())}
}

// lowWord is a word in lower case.
func (r *timeReader) lowWord(w timeWord) string { return strings.ToLower(r.wordText(w)) }

// wordAt is a word of the paragraph, or an empty one.
func (r *timeReader) wordAt(i int) timeWord {
	if i < 0 || i >= len(r.words) {
		return timeWord{}
	}
	return r.words[i]
}

// ends reports whether the last word of a match is this one.
func (r *timeReader) ends(m *timeMatch, word string) bool {
	return r.lowWord(m.words[len(m.words)-1]) == word
}
