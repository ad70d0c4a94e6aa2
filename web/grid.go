package web

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/across"
)

// grid is a table over time: one row a topic or a holder, one column a period. Each cell opens
// the words that it stands on.
type grid struct {
	Periods []string
	Rows    []gridRow
}

// gridRow is one row.
type gridRow struct {
	Name, At string
	Note     string // beside the name
	Cells    []cell // one a period
}

// cell tells what is so in a period, as it is shown: a page has hundreds, so that the template only writes them down.
type cell struct {
	At           string // of the words: "#..."; "" for nothing known
	Class, Words string
	Sign         string // for colour tells nothing alone
}

// newCell tells what is so. Where nothing new was said it goes on from the period before.
func newCell(is, at string, isSaid bool) cell {
	if !isSaid {
		return cell{at, "is-" + is + " goes", is + ", no new word", "·"}
	}
	return cell{at, "is-" + is, is, signOf(is)}
}

func signOf(is string) string {
	switch is {
	case string(across.Aligned), string(onrecord.StanceFor):
		return "+"
	case string(across.Opposed), string(onrecord.StanceAgainst):
		return "−"
	}
	return "±"
}

// stretch is a time during which something is so, with the days on which it was said.
type stretch struct {
	is   string
	when across.EDTF
	days []onrecord.Date
	at   string
}

// mostPeriods bounds the columns of a grid: the last ones are shown.
const mostPeriods = 12

// yearsOf gives the years from the first stretch to the last.
func yearsOf(rows [][]stretch) []string {
	first, last := "", ""
	for _, row := range rows {
		for _, s := range row {
			from, to := s.when.Ends()
			if y := yearOf(string(cmp.Or(from, to))); y != "" && (first == "" || y < first) {
				first = y
			}
			last = max(last, yearOf(string(cmp.Or(to, from))))
		}
	}
	if first == "" {
		return nil
	}
	var all []string
	for y := first; y <= last; y = nextPeriod(y) {
		all = append(all, y)
	}
	return all[max(0, len(all)-mostPeriods):]
}

// cellsOf tells for each year the last stretch that reaches into it. What was last so goes on
// until the row's last word.
func cellsOf(row []stretch, years []string) []cell {
	cells := make([]cell, len(years))
	for i, y := range years {
		for _, s := range row {
			from, to := s.when.Ends()
			if yearOf(string(cmp.Or(from, to))) <= y && y <= yearOf(string(cmp.Or(to, from))) {
				isSaid := slices.ContainsFunc(s.days, func(d onrecord.Date) bool { return yearOf(string(d)) == y })
				cells[i] = newCell(s.is, s.at, isSaid)
			}
		}
	}
	return cells
}

// daysIn gives the days of evidence.
func daysIn(evidence ...[]across.Evidence) (days []onrecord.Date) {
	for _, some := range evidence {
		for i := range some {
			days = append(days, some[i].Day)
		}
	}
	return days
}

// sortBy sorts by a number and keeps the order of equals.
func sortBy[T any](all []T, by func(T) int) {
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(by(a), by(b)) })
}
