package clean

import (
	"strings"
	"time"
)

// readISO reads "2019-12-23", "2019/12/23", "2019.12.23" and "2019-12-23T...".
func readISO(s string, p []piece) (y, m, d, used int) {
	if len(p) < 3 || len(p[0].text) != 4 || p[0].number < 0 || len(p[1].text) > 2 || len(p[2].text) > 2 {
		return 0, 0, 0, 0
	}
	between := s[p[0].End:p[1].Start]
	if between != s[p[1].End:p[2].Start] || !isNumberJoint(between) {
		return 0, 0, 0, 0
	}
	return p[0].number, p[1].number, p[2].number, 3
}

func isNumberJoint(s string) bool { return s == "-" || s == "/" || s == "." }

// readDayFirst reads "23rd of December, 2019", "31 Oct.'06", "27-Jul-2024".
func readDayFirst(s string, p []piece) (y, m, d, used int) {
	if len(p) < 2 || len(p[0].text) > 2 || p[0].number < 1 {
		return 0, 0, 0, 0
	}
	d, used = p[0].number, 1
	if isOrdinal(p[used].text) && p[used].Start == p[0].End {
		used++
	}
	if used < len(p) && strings.EqualFold(p[used].text, "of") {
		used++
	}
	if used >= len(p) {
		return 0, 0, 0, 0
	}
	if m = month(p[used].text); m == 0 || !near(s, p[used-1], p[used]) {
		return 0, 0, 0, 0
	}
	used++
	if year, ok := yearAt(s, p, used); ok {
		return year, m, d, used + 1
	}
	return 0, m, d, used
}

// readMonthFirst reads "December 30th, 2015", "Jan. 5" and "Sun Apr 15 2012".
func readMonthFirst(s string, p []piece) (y, m, d, used int) {
	if m = month(p[0].text); m == 0 || len(p) < 2 || len(p[1].text) > 2 || p[1].number < 1 || !near(s, p[0], p[1]) {
		return 0, 0, 0, 0
	}
	d, used = p[1].number, 2
	if used < len(p) && isOrdinal(p[used].text) && p[used].Start == p[1].End {
		used++
	}
	if year, ok := yearAt(s, p, used); ok {
		return year, m, d, used + 1
	}
	if year, n := yearBehindClock(s, p, used); n > 0 {
		return year, m, d, used + n
	}
	return 0, m, d, used
}

// yearBehindClock reads the rest of "Wed Jun  2 18:40:11 EDT 2004".
func yearBehindClock(s string, p []piece, i int) (year, used int) {
	at := i
	for at < len(p) && at < i+3 && p[at].number >= 0 && len(p[at].text) == 2 {
		at++
	}
	if at < i+2 || s[p[i].End:p[i+1].Start] != ":" {
		return 0, 0
	}
	if at < len(p) && p[at].number < 0 && len(p[at].text) <= 5 {
		at++
	}
	if at < len(p) && len(p[at].text) == 4 && p[at].number >= 1900 {
		return p[at].number, at - i + 1
	}
	return 0, 0
}

// readNumbers reads "23/12/2019" and "12/23/2019", one of which must be no month,
// and "23.12.2019", which nobody writes month first.
func readNumbers(s string, p []piece) (y, m, d, used int) {
	if len(p) < 3 || p[0].number < 1 || p[1].number < 1 || len(p[0].text) > 2 || len(p[1].text) > 2 || len(p[2].text) != 4 || p[2].number < 0 {
		return 0, 0, 0, 0
	}
	joint := s[p[0].End:p[1].Start]
	if joint != s[p[1].End:p[2].Start] || !isNumberJoint(joint) {
		return 0, 0, 0, 0
	}
	first, second := p[0].number, p[1].number
	switch {
	case joint == "." || first > 12 || first == second:
		return p[2].number, second, first, 3
	case second > 12:
		return p[2].number, first, second, 3
	}
	return 0, 0, 0, 0
}

// yearAt reads a year at piece i: "2015", "'06".
func yearAt(s string, p []piece, i int) (int, bool) {
	if i >= len(p) || p[i].number < 0 || !near(s, p[i-1], p[i]) {
		return 0, false
	}
	switch len(p[i].text) {
	case 4:
		return p[i].number, p[i].number >= 1900 && p[i].number <= 2100
	case 2:
		mark := s[p[i-1].End:p[i].Start]
		if !strings.HasSuffix(mark, "'") && !strings.HasSuffix(mark, "’") && mark != "-" {
			return 0, false
		}
		return century(p[i].number), true
	}
	return 0, false
}

// century puts a two-digit year where news pages are from.
func century(yy int) int {
	if yy >= 70 {
		return 1900 + yy
	}
	return 2000 + yy
}

// near reports whether two pieces of a date stand close: "Dec. 30", "30th, 2015".
func near(s string, a, b piece) bool {
	between := s[a.End:b.Start]
	return len(between) <= 6 && strings.Trim(between, " .,'’-/\u00a0\t") == ""
}

func isOrdinal(s string) bool {
	switch strings.ToLower(s) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// month is the number of a month's name or its short form, 0 if it is none.
func month(s string) int {
	if len(s) < 3 || len(s) > 9 {
		return 0
	}
	const shortNames = "janfebmaraprmayjunjulaugsepoctnovdec"
	at := strings.Index(shortNames, strings.ToLower(s[:3]))
	if at < 0 || at%3 != 0 {
		return 0
	}
	m := time.Month(at/3 + 1)
	if len(s) > 3 && !strings.EqualFold(s, m.String()) && !(m == time.September && strings.EqualFold(s, "sept")) {
		return 0
	}
	return int(m)
}
