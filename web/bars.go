package web

import (
	"context"
	"fmt"

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
	tallies, err := tallyPeriod(ctx, record, where, period)
	if err != nil {
		return nil, err
	}
	return layBars(tallies, found(where), period), nil
}

// tallyPeriod counts the lines of a period that a condition holds for. All lines are added up by day, if the store adds up.
func tallyPeriod(ctx context.Context, record Record, where store.Q, period string) ([]store.Tally, error) {
	digits, _ := grain(period)
	switch sums := record.Sums(); {
	case period == "":
		return record.Tally(ctx, where, digits)
	case where == nil && sums != nil:
		return sums.TallyOf(ctx, "", [2]string{period, period}, digits)
	}
	return record.Tally(ctx, both(where, daysOf(period, period)), digits)
}

// actorBars charts the lines of an actor, or with "" those that a condition finds, by year, or, for a period, by its parts.
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
	said, done := newLasting(), newLasting()
	first, last := edges(period)
	for _, t := range tallies {
		into := said
		if t.Sort == store.EventLine {
			into = done
		}
		if t.From == "" {
			b.Unknown += t.N
			continue
		}
		into.add(max(t.From, first), min(t.To, last), t.N)
	}
	periods := periodsOf(said, done)
	b.draw(periods, said.of(periods), done.of(periods), open)
	if n := len(periods) - mostBars[unit]; n > 0 {
		b.tellEarlier(tallies, periods[n], open)
	}
	return b
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

// draw draws the last of the periods, as many as there is room for.
func (b *bars) draw(periods []string, said, done map[string]int, open opener) {
	periods = periods[max(0, len(periods)-mostBars[b.Unit]):]
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

// Summary tells in words what the chart shows.
func (b *bars) Summary() string {
	if len(b.Bars) == 0 {
		return "Nothing of a known day."
	}
	return fmt.Sprintf("Statements and events by %s, %s to %s; at most %d in one.", b.Unit, b.Bars[0].Label, b.Bars[len(b.Bars)-1].Label, b.Most)
}
