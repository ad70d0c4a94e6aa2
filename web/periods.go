package web

import (
	"strconv"
	"time"

	"onrecord"
)

// grain is how finely a period is shown: all by year, a year by month, a month by day.
func grain(period string) (digits int, unit string) {
	switch {
	case len(period) >= len("2006-01"):
		return len("2006-01-02"), "day"
	case len(period) == len("2006"):
		return len("2006-01"), "month"
	}
	return len("2006"), "year"
}

// edges are the first and the last part of a period: some lines are of centuries.
func edges(period string) (first, last string) {
	day, known := onrecord.Date(period).First()
	if !known {
		return "", "~"
	}
	digits, _ := grain(period)
	end, _ := onrecord.Date(period).Last()
	return day.Format(time.DateOnly)[:digits], end.Format(time.DateOnly)[:digits]
}

// lasting counts lines that last for several periods where they begin and where they end: each of them alone would be
// long to go through.
type lasting struct{ begin, end map[string]int }

func newLasting() lasting { return lasting{map[string]int{}, map[string]int{}} }

func (l lasting) add(from, to string, n int) {
	if from <= to {
		l.begin[from] += n
		l.end[to] += n
	}
}

// of counts the lines of each period. The periods follow each other from the first that has lines.
func (l lasting) of(periods []string) map[string]int {
	all, n := map[string]int{}, 0
	for _, p := range periods {
		n += l.begin[p]
		all[p] = n
		n -= l.end[p]
	}
	return all
}

// periodsOf gives every period from the first to the last that has lines.
func periodsOf(said, done lasting) (all []string) {
	first, last := "", ""
	for _, l := range []lasting{said, done} {
		for p := range l.begin {
			if first == "" || p < first {
				first = p
			}
		}
		for p := range l.end {
			last = max(last, p)
		}
	}
	for p := first; p <= last && p != ""; p = nextPeriod(p) {
		all = append(all, p)
	}
	return all
}

// nextPeriod is the year, month or day behind one; "~", which is behind all, for no period.
func nextPeriod(p string) string {
	t, ok := dateOf(p)
	if !ok {
		return "~"
	}
	switch len(p) {
	case 4:
		return t.AddDate(1, 0, 0).Format("2006")
	case 7:
		return t.AddDate(0, 1, 0).Format("2006-01")
	}
	return t.AddDate(0, 0, 1).Format("2006-01-02")
}

// labelOf names a period where its bar stands.
func labelOf(p string) string {
	switch len(p) {
	case 7:
		month, _ := strconv.Atoi(p[5:])
		return monthName(month)
	case 10:
		return p[8:]
	}
	return p
}
