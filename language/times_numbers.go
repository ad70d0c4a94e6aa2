package language

import (
	"strconv"
	"strings"
)

// cutNumber reads a word that begins with a digit: a number, a day, a year, a date in
// figures, a time of the clock. What is money, a share, a code or a part of one has
// no class.
func (l *timeLexicon) cutNumber(text string, at, limit int) timeWord {
	rest := text[at:limit]
	w := timeWord{start: at, end: at + len(rest)}
	for _, form := range []func(string) (int, timeLexeme){isoForm, clockForm, slashForm, groupForm, decimalForm} {
		if n, lexeme := form(rest); n > 0 && !goesOn(rest[n:]) {
			w.end, w.timeLexeme = at+n, lexeme
			return w.unlessMoney(text)
		}
	}
	n := 0
	for n < len(rest) && isLetterOrDigit(rest[n]) {
		n++
	}
	w.end = at + n
	w.timeLexeme = plainForm(rest[:n], rest[n:])
	return w.unlessMoney(text)
}

// unlessMoney takes the classes off a number that a money sign stands before.
func (w timeWord) unlessMoney(text string) timeWord {
	if isMoneyMark(text[:w.start]) {
		w.timeLexeme = timeLexeme{}
	}
	return w
}

// goesOn reports whether a figure is not over yet.
func goesOn(rest string) bool { return rest != "" && isLetterOrDigit(rest[0]) }

func isMoneyMark(before string) bool {
	for _, mark := range []string{"$", "€", "£", "¥", "#", "."} {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}

// isoForm reads "2019-12-23", also with a time behind a T, which it leaves out of
// the date's value.
func isoForm(s string) (int, timeLexeme) {
	if len(s) < 10 || digitsAhead(s) != 4 || s[4] != '-' || digitsAhead(s[5:]) != 2 || s[7] != '-' || digitsAhead(s[8:]) != 2 {
		return 0, timeLexeme{}
	}
	year, _ := strconv.Atoi(s[:4])
	return isoEnd(s), timeLexeme{classes: 1 << isoWord, value: packDate(year, twoDigits(s[5:]), twoDigits(s[8:]))}
}

// isoEnd is 10, or the end of the time "T07:31:00Z" that follows.
func isoEnd(s string) int {
	end := 10
	if len(s) < 16 || s[10] != 'T' {
		return end
	}
	for end = 11; end < len(s) && strings.IndexByte("0123456789:.+-Z", s[end]) >= 0; end++ {
	}
	return end
}

// packDate keeps a date in one number; year 0 is unknown.
func packDate(year, month, day int) int { return year*10000 + month*100 + day }

func unpackDate(v int) (year, month, day int) { return v / 10000, v / 100 % 100, v % 100 }

// clockForm reads "7:31" and "19:30:05"; the value is the minute of the day.
func clockForm(s string) (int, timeLexeme) {
	n := digitsAhead(s)
	if n < 1 || n > 2 || len(s) < n+3 || (s[n] != ':' && s[n] != '.') || digitsAhead(s[n+1:]) != 2 {
		return 0, timeLexeme{}
	}
	hour, _ := strconv.Atoi(s[:n])
	minute := twoDigits(s[n+1:])
	if hour > 24 || minute > 59 {
		return 0, timeLexeme{}
	}
	end, class := n+3, clockWord
	if s[n] == '.' {
		class = dotClockWord
	} else if len(s) > end && s[end] == ':' && digitsAhead(s[end+1:]) == 2 {
		end += 3
	}
	lexeme := timeLexeme{classes: 1 << class, value: hour*60 + minute}
	if class == dotClockWord {
		lexeme.classes |= 1 << numberWord // "10.30" may be either
	}
	if len(s) > end+1 && s[end+1]|' ' == 'm' && (s[end]|' ' == 'a' || s[end]|' ' == 'p') {
		lexeme = timeLexeme{classes: 1 << clockWord, value: halfDay(hour, s[end])*60 + minute}
		end += 2
	}
	return end, lexeme
}

// halfDay turns an hour before "am" or "pm" into one of the day.
func halfDay(hour int, mark byte) int {
	switch {
	case mark|' ' == 'p' && hour < 12:
		return hour + 12
	case mark|' ' == 'a' && hour == 12:
		return 0
	}
	return hour
}

// slashForm reads "7/8/07" and "23/12/2019", month first unless that cannot be; and
// "1/2".
func slashForm(s string) (int, timeLexeme) {
	a := digitsAhead(s)
	if a < 1 || a > 2 || len(s) < a+2 || s[a] != '/' {
		return 0, timeLexeme{}
	}
	b := digitsAhead(s[a+1:])
	end := a + 1 + b
	if b < 1 || b > 2 {
		return 0, timeLexeme{}
	}
	first, _ := strconv.Atoi(s[:a])
	second, _ := strconv.Atoi(s[a+1 : end])
	if len(s) == end || s[end] != '/' {
		return end, timeLexeme{classes: 1 << fractionWord, value: first*100 + second}
	}
	c := digitsAhead(s[end+1:])
	year, _ := strconv.Atoi(s[end+1 : end+1+c])
	if c != 2 && c != 4 {
		return 0, timeLexeme{}
	}
	if first > 12 {
		first, second = second, first
	}
	return end + 1 + c, timeLexeme{classes: 1 << slashWord, value: packDate(fullYear(year), first, second)}
}

// fullYear reads a year of two figures as the news means it.
func fullYear(year int) int {
	switch {
	case year >= 100:
		return year
	case year < 50:
		return 2000 + year
	}
	return 1900 + year
}

// groupForm reads "1,200", a number that is no year.
func groupForm(s string) (int, timeLexeme) {
	n := digitsAhead(s)
	if n < 1 || n > 3 {
		return 0, timeLexeme{}
	}
	end := n
	for len(s) > end && s[end] == ',' && digitsAhead(s[end+1:]) == 3 && end < 12 {
		end += 4
	}
	if end == n {
		return 0, timeLexeme{}
	}
	value, _ := strconv.Atoi(strings.ReplaceAll(s[:end], ",", ""))
	return end, timeLexeme{classes: 1 << numberWord, value: value}
}

// decimalForm reads "2.5"; its value is the whole part.
func decimalForm(s string) (int, timeLexeme) {
	n := digitsAhead(s)
	if n > 6 || len(s) < n+2 || s[n] != '.' || digitsAhead(s[n+1:]) == 0 {
		return 0, timeLexeme{}
	}
	value, _ := strconv.Atoi(s[:n])
	return n + 1 + digitsAhead(s[n+1:]), timeLexeme{classes: 1 << numberWord, value: value}
}

// plainForm reads "23", "23rd", "2014", "1990s", "5pm"; next is what follows.
func plainForm(s, next string) timeLexeme {
	n := digitsAhead(s)
	if n > 6 || strings.HasPrefix(next, "%") {
		return timeLexeme{}
	}
	value, _ := strconv.Atoi(s[:n])
	lexeme := timeLexeme{value: value}
	switch tail := strings.ToLower(s[n:]); {
	case tail == "":
		lexeme.classes = 1 << numberWord
	case tail == "s" && n == 4 && value%10 == 0:
		lexeme.classes = 1 << decadeWord
		return lexeme
	case (tail == "am" || tail == "pm") && value >= 1 && value <= 12:
		return timeLexeme{classes: 1 << clockWord, value: halfDay(value, tail[0]) * 60}
	case tail == "st" || tail == "nd" || tail == "rd" || tail == "th":
		lexeme.classes = 1 << ordinalWord
	default:
		return timeLexeme{}
	}
	if value >= 1 && value <= 31 && n <= 2 {
		lexeme.classes |= 1 << dayWord
	}
	if tail := s[n:]; tail == "" && n == 4 && value >= 1000 && value <= 2100 {
		lexeme.classes |= 1 << yearWord
	}
	return lexeme
}
