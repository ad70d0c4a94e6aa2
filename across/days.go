package across

import (
	"cmp"
	"time"

	"onrecord"
)

// dayOf is a day on which something was said, as a text and as a span of days counted from 1970: what is known to the year
// alone was said on any day of it.
type dayOf struct {
	text        string
	first, last int32
	reach       int32 // the last of this and all that are sorted before it
	isKnown     bool
}

func newDay(of string) dayOf {
	first, known := onrecord.Date(of).First()
	last, _ := onrecord.Date(of).Last()
	return dayOf{of, daysSince(first), daysSince(last), daysSince(last), known}
}

func daysSince(t time.Time) int32 { return int32(t.Unix() / (24 * 60 * 60)) }

func orLast(day string) string { return cmp.Or(day, "9999") }

// Period is a time from the first day of one date to the last of another; "" is open.
type Period struct{ Since, Until onrecord.Date }

// bounds are the first and the last day of a period.
type bounds struct {
	since, until     int32
	hasSince, hasEnd bool
}

func (p Period) bounds() (b bounds) {
	since, hasSince := p.Since.First()
	until, hasEnd := p.Until.Last()
	return bounds{daysSince(since), daysSince(until), hasSince, hasEnd}
}

// holds reports whether an interval and a period share a day. One of no known day reaches into no period but all time.
func (b *bounds) holds(from, to *dayOf) bool {
	if !from.isKnown {
		return !b.hasSince && !b.hasEnd
	}
	return (!b.hasSince || to.last >= b.since) && (!b.hasEnd || from.first <= b.until)
}

// isBehind reports whether a period begins when a day, and all that are sorted before it, are over.
func (b *bounds) isBehind(d *dayOf) bool { return b.hasSince && d.reach < b.since }
