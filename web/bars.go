package web

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"onrecord"
	"onrecord/store"
)

// bars is a chart of statements and events by period, drawn on the server. Each bar opens the
// lines that it counts.
type bars struct {
	Unit          string // "year", "month", "day"
	Width, Height int
	Bars          []bar
	Most          int
	Unknown       int    // lines of no known day
	Earlier       column // before the first bar
}

// bar is one period.
type bar struct {
	Period    string
	Label     string
	At        string // where the period is looked into; "" if nowhere
	X         int
	Said, Did column
}

// column is one sort of lines of a period.
type column struct {
	N, Y, Height int
	At           string // where the lines are found
}

// The measures of a chart, in its own units.
const (
	barStep   = 36
	barHeight = 84
)

// mostBars bounds a chart by its unit: what came before is told as a number.
var mostBars = map[string]int{"year": 20, "month": 12, "day": 31}

// yearBars charts the lines that a condition holds for by year, or, for a period, by its parts.
func (v *visit) yearBars(ctx context.Context, where store.Q, period string) (*bars, error) {
	if where == nil {
		return recall(ctx, v, "bars "+period, func(ctx context.Context) (*bars, error) { return drawBars(ctx, v.Record, nil, period) })
	}
	return drawBars(ctx, v.Record, where, period)
}

func drawBars(ctx context.Context, record Record, where store.Q, period string) (*bars, error) {
	digits, _ := grain(period)
	counted := where
	if period != "" {
		counted = both(where, daysOf(period, period))
	}
	tallies, err := record.Tally(ctx, counted, digits)
	if err != nil {
		return nil, err
	}
	return layBars(tallies, found(where), period), nil
}

// actorBars charts the lines of an actor, which a condition finds by name, by year, or, for a period, by its parts.
func (v *visit) actorBars(ctx context.Context, who onrecord.ActorID, where store.Q, period string) (*bars, error) {
	sums := v.Sums()
	digits, _ := grain(period)
	if sums == nil || who == "" || digits > len("2006-01") {
		return v.yearBars(ctx, where, period)
	}
	tallies, err := sums.TallyOf(ctx, who, [2]string{period, period}, digits)
	return layBars(tallies, func(sort, since, until string) string {
		return ownQuery{store.Talked{By: who}, sort, since, until}.at()
	}, period), err
}

// layBars charts what was counted.
func layBars(tallies []store.Tally, open opener, period string) *bars {
	_, unit := grain(period)
	b := &bars{Unit: unit, Height: barHeight}
	said, done := map[string]int{}, map[string]int{}
	for _, t := range tallies {
		into := said
		if t.Sort == store.EventLine {
			into = done
		}
		if t.From == "" {
			b.Unknown += t.N
			continue
		}
		from, to := within(t, period)
		for p := from; p <= to; p = nextPeriod(p) {
			into[p] += t.N
		}
	}
	periods := periodsOf(said, done, period)
	shown := periods[max(0, len(periods)-mostBars[unit]):]
	b.draw(shown, said, done, open)
	if len(shown) < len(periods) {
		b.tellEarlier(tallies, shown[0], open)
	}
	return b
}

// within is the part of a tally's time that a chart of a period shows: some lines are of centuries.
func within(t store.Tally, period string) (from, to string) {
	first, known := onrecord.Date(period).First()
	last, _ := onrecord.Date(period).Last()
	if !known {
		return t.From, t.To
	}
	digits := len(t.From)
	return max(t.From, first.Format(time.DateOnly)[:digits]), min(t.To, last.Format(time.DateOnly)[:digits])
}

// tellEarlier counts what was over before the first bar.
func (b *bars) tellEarlier(tallies []store.Tally, first string, open opener) {
	for _, t := range tallies {
		if t.From != "" && t.From < first {
			b.Earlier.N += t.N
		}
	}
	last, _ := dateOf(first)
	b.Earlier.At = open("", "", string(onrecord.DateOf(last.AddDate(0, 0, -1))))
}

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

func (b *bars) draw(periods []string, said, done map[string]int, open opener) {
	for _, p := range periods {
		b.Most = max(b.Most, said[p], done[p])
	}
	for i, p := range periods {
		b.Bars = append(b.Bars, bar{
			Period: p, Label: labelOf(p), X: i * barStep,
			Said: b.column(said[p], p, store.StatementLine, open),
			Did:  b.column(done[p], p, store.EventLine, open),
		})
	}
	b.Width = barStep * len(periods)
}

func (b *bars) column(n int, period, sort string, open opener) column {
	if n == 0 {
		return column{}
	}
	high := max(2, n*barHeight/b.Most)
	return column{n, barHeight - high, high, open(sort, period, period)}
}

// periodsOf gives every period from the first to the last that has lines, inside the one asked
// for.
func periodsOf(said, done map[string]int, within string) []string {
	first, last := "", ""
	for _, counts := range []map[string]int{said, done} {
		for p := range counts {
			if within != "" && (len(p) < len(within) || p[:len(within)] != within) {
				continue
			}
			if first == "" || p < first {
				first = p
			}
			last = max(last, p)
		}
	}
	if first == "" {
		return nil
	}
	var all []string
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

// Summary tells in words what the chart shows.
func (b *bars) Summary() string {
	if len(b.Bars) == 0 {
		return "Nothing of a known day."
	}
	return fmt.Sprintf("Statements and events by %s, %s to %s; at most %d in one.", b.Unit, b.Bars[0].Label, b.Bars[len(b.Bars)-1].Label, b.Most)
}
