package sqlite

import (
	"strings"
	"time"

	"onrecord/store"
)

// mostMonths is how long a time may be for its lines to be found by their months: those of a longer one are looked
// through in the order of the record.
const mostMonths = 24

// splitDays takes from a query a short time in which all that it finds lies.
func splitDays(q store.Q) (days store.Days, rest store.And, ok bool) { return splitOff(q, isShort) }

func isShort(d store.Days) bool {
	from, since := d.From.First()
	to, until := d.To.Last()
	return since && until && !to.Before(from) && to.Sub(from) < mostMonths*31*24*time.Hour
}

// daysFirst finds the lines of a short time: month by month those that begin in it, then those that began before and
// reach into it. Each of these lists is in the order of the record, so that the first hits of all are found without
// looking at the rest.
func daysFirst(d store.Days, rest store.Q) (condition, error) {
	c, err := compile(rest)
	if err != nil {
		return condition{}, err
	}
	since, until := bounds(d)
	var lists []string
	var args []any
	add := func(key, from, where string, own ...any) {
		lists = append(lists, "SELECT l.report, l.sort, l.id, "+key+" FROM "+from+" WHERE "+where+" AND "+c.sql)
		args = append(append(args, own...), c.args...)
	}
	if since == until {
		add("l.key", "lines l INDEXED BY lines_by_day", "l.day_from = ?", since)
	} else {
		for _, month := range monthsOf(d) {
			add("l.key", "lines l INDEXED BY lines_by_month", "l.day_from IS NOT NULL AND substr(l.day_from, 1, 7) = ? AND l.day_from >= ? AND l.day_from <= ?", month, since, until)
		}
	}
	for _, year := range []string{since[:len("2006")], ""} {
		add("s.line", "spans s CROSS JOIN lines l ON l.key = s.line", "s.year = ? AND l.day_from < ? AND l.day_to >= ?", year, since, since)
	}
	return condition{strings.Join(lists, " UNION ALL ") + " ORDER BY 4 DESC", args}, nil
}

// monthsOf gives the months that a time touches.
func monthsOf(d store.Days) (months []string) {
	at, _ := d.From.First()
	last, _ := d.To.Last()
	for at = at.AddDate(0, 0, 1-at.Day()); !at.After(last); at = at.AddDate(0, 1, 0) {
		months = append(months, at.Format("2006-01"))
	}
	return months
}
