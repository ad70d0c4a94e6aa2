package gold

import (
	"time"

	"onrecord"
)

// interval is a run of days, both ends included.
type interval struct{ from, to time.Time }

// goldInterval reads a gold date: "2015", "2015-12" or "2015-12-29".
func goldInterval(s string) (interval, bool) {
	from, ok := onrecord.Date(s).First()
	to, _ := onrecord.Date(s).Last()
	return interval{from, to}, ok
}

func whenInterval(w *onrecord.When) (interval, bool) {
	if w == nil {
		return interval{}, false
	}
	from, hasFrom := w.From.First()
	to, hasTo := w.To.Last()
	if !hasFrom {
		from, hasFrom = w.To.First()
	}
	if !hasTo {
		to, hasTo = w.From.Last()
	}
	return interval{from, to}, hasFrom && hasTo
}

func days(i interval) int { return int(i.to.Sub(i.from).Hours()/24) + 1 }

// dateRight reports whether the predicted interval holds the gold date without
// being vague: seven days at most, or as long as the gold's own interval.
func dateRight(gold string, w *onrecord.When) bool {
	g, told := goldInterval(gold)
	p, predicted := whenInterval(w)
	switch {
	case !told || !predicted:
		return !told && !predicted
	case days(p) > max(7, days(g))+1:
		return false
	case g.from.Equal(g.to):
		return !p.from.After(g.from) && !g.from.After(p.to)
	}
	return !p.from.After(g.to) && !p.to.Before(g.from)
}
