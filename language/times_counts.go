package language

// joinNumber makes one word of a number spelled in several, as soon as its last word
// has been read: "twenty-five", "three hundred", "nineteen ninety-six".
func joinNumber(words []timeWord) []timeWord {
	last := &words[len(words)-1]
	if !last.is(cardinalWord) {
		return words
	}
	last.classes |= 1 << numberWord
	before := len(words) - 2
	if before >= 1 && words[before].end == last.start && isHyphen(words[before]) {
		before--
	}
	if before < 0 || !words[before].is(numberWord) || before < len(words)-2 && words[before].end != words[before+1].start {
		return words
	}
	value, isYear, ok := joinValues(words[before], *last)
	if !ok {
		return words
	}
	w := timeWord{
		timeLexeme: timeLexeme{classes: 1<<numberWord | 1<<cardinalWord, value: value},
		start:      words[before].start, end: last.end,
		capital: words[before].capital, glued: words[before].glued,
	}
	if isYear {
		w.classes |= 1 << yearWord
	}
	return append(words[:before], w)
}

func isHyphen(w timeWord) bool {
	return w.end == w.start+1 && w.classes&(1<<boundWord) != 0 && w.literal != 0
}

// joinValues reads two numbers side by side as one, where English does so.
func joinValues(a, b timeWord) (value int, isYear, ok bool) {
	spelled := a.is(cardinalWord)
	switch {
	case b.value == 100 || b.value == 1000 || b.value == 1_000_000:
		value = a.value * b.value
		return value, spelled && value == 2000, a.value > 0 && a.value < b.value
	case !spelled:
		return 0, false, false
	case a.value == 19 && b.value >= 10 && b.value < 100:
		return 1900 + b.value, true, true
	case a.value >= 1000 && a.value%100 == 0 && b.value < 100:
		return a.value + b.value, a.value == 2000, true
	case a.value >= 1900 && a.value < 2000 && a.value%10 == 0 && b.value > 0 && b.value < 10:
		return a.value + b.value, true, true
	case a.value >= 20 && a.value < 100 && a.value%10 == 0 && b.value > 0 && b.value < 10:
		return a.value + b.value, false, true
	case a.value >= 100 && a.value < 1000 && a.value%100 == 0 && b.value < 100:
		return a.value + b.value, false, true
	}
	return 0, false, false
}
