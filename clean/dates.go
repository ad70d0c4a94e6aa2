package clean

import (
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// found is a date that stands in words.
type found struct {
	onrecord.Span // relative to the words searched
	date          onrecord.Date
	noYear        bool // "December 23": date has the year 0000
}

// piece is a run of letters or of digits.
type piece struct {
	onrecord.Span
	text   string
	number int // -1 for letters
}

// mostPieces bounds how far into a block dates are looked for.
const mostPieces = 64

// findDates finds the calendar dates of a line: "December 30th, 2015",
// "23 Jul, 2024", "31 Oct.'06", "2019-12-23", "23/12/2019". Of "3/4/2019" nobody
// knows the month, so it is none.
func findDates(s string) []found {
	return datesAmong(s, splitPieces(s))
}

func datesAmong(s string, pieces []piece) []found {
	var dates []found
	for i := 0; i < len(pieces); i++ {
		if f, used, ok := dateAt(s, pieces, i); ok {
			dates = append(dates, f)
			i += used - 1
		}
	}
	return dates
}

func splitPieces(s string) []piece {
	var pieces []piece
	for i := 0; i < len(s) && len(pieces) < mostPieces; {
		end := i
		switch {
		case isDigit(s[i]):
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		case lettersAt(s, i) > 0:
			end = i + lettersAt(s, i)
		default:
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		p := piece{onrecord.Span{Start: i, End: end}, s[i:end], -1}
		if isDigit(s[i]) && end-i <= 8 {
			p.number, _ = strconv.Atoi(p.text)
		}
		pieces = append(pieces, p)
		i = end
	}
	return pieces
}

// lettersAt is how many bytes of letters stand at an offset.
func lettersAt(s string, at int) int {
	for i, r := range s[at:] {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s) - at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// dateAt reads a date that begins at piece i and tells how many pieces it takes.
func dateAt(s string, pieces []piece, i int) (f found, used int, ok bool) {
	for _, read := range []func(string, []piece) (y, m, d, used int){readISO, readDayFirst, readMonthFirst, readNumbers} {
		y, m, d, n := read(s, pieces[i:])
		if n == 0 || !isDay(y, m, d) {
			continue
		}
		f = found{Span: onrecord.Span{Start: pieces[i].Start, End: pieces[i+n-1].End}, noYear: y == 0}
		f.date = onrecord.Date(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
		return f, n, true
	}
	return f, 0, false
}

// isDay reports whether a calendar knows the day and news could be of it.
func isDay(y, m, d int) bool {
	if y == 0 {
		y = 2000 // any leap year
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return y >= 1900 && y <= 2100 && int(t.Month()) == m && t.Day() == d
}
