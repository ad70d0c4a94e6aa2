package language

import "strings"

// skipLink steps over one of the linking words; the list may hold an empty one.
func (r *timeReader) skipLink(at int, links string) (next int, ok bool) {
	if at >= len(r.words) {
		return at, false
	}
	w := r.words[at]
	if w.classes != 0 && w.literal == 0 {
		return at, strings.Contains(links, "  ")
	}
	word := strings.ToLower(strings.ReplaceAll(r.wordText(w), "’", "'"))
	if strings.Contains(links, " "+word+" ") {
		return at + 1, true
	}
	return at, strings.Contains(links, "  ")
}

func (r *timeReader) wordText(w timeWord) string { return r.text[w.start:w.end] }

// mayJoin keeps apart what only stands side by side: two weekdays, two dates of a
// list, a month before a year that it already has.
func (r *timeReader) mayJoin(left, right *timeMatch) bool {
	weekday := func(m *timeMatch) bool { return m.rule.deed == "weekday" }
	date := func(m *timeMatch) bool { return m.rule.deed == "date" }
	switch {
	case left.rule.part == partDay && right.rule.part == partDay:
		return weekday(left) && date(right) && !right.has(weekdayWord)
	case left.rule.part == partDay && right.rule.part == partYear:
		return right.rule.deed != "year" && (weekday(left) && right.grain() == weekGrain || date(left) && right.grain() == yearGrain)
	case left.rule.part == partSpan && right.rule.part == partYear:
		return !left.has(yearWord) && !left.has(deicticWord) && (right.grain() == yearGrain || right.rule.deed == "year")
	case left.rule.part == partYear && right.rule.part == partSpan:
		return left.grain() == yearGrain && !right.has(yearWord)
	}
	return true
}
