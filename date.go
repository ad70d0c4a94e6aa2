package onrecord

import (
	"fmt"
	"time"
)

// Date is a calendar date in ISO 8601 at the grain that is known: "2015-12-29",
// "2015-12" or "2015". The zero value means unknown.
type Date string

// DateOf is the day of t.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// ParseDate accepts the three grains of a [Date] and nothing else.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return Date(s), nil
		}
	}
	return "", fmt.Errorf("date %q is not YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// IsDay reports whether the date is known to the day.
func (d Date) IsDay() bool { return len(d) == len(time.DateOnly) }

// First is the first day of the date; ok is false for an unknown or broken one.
func (d Date) First() (t time.Time, ok bool) {
	layout := time.DateOnly[:min(len(d), len(time.DateOnly))]
	if layout != time.DateOnly {
		layout = map[int]string{4: "2006", 7: "2006-01"}[len(d)]
	}
	t, err := time.Parse(layout, string(d))
	return t, err == nil && layout != ""
}

// Last is the last day of the date.
func (d Date) Last() (t time.Time, ok bool) {
	t, ok = d.First()
	switch len(d) {
	case 4:
		t = t.AddDate(1, 0, -1)
	case 7:
		t = t.AddDate(0, 1, -1)
	}
	return t, ok
}

// When is an interval of days, both ends included, with the words it was taken
// from. An act "on Tuesday" has From and To the same day.
type When struct {
	From Date   `json:"from"`
	To   Date   `json:"to"`
	Text string `json:"text,omitempty"`
}
