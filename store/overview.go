package store

import (
	"context"

	"onrecord"
)

// Overview gives figures of the whole record, for those who look before they ask.
type Overview interface {
	// State names the state of the record: while it is the same, nothing has changed. "" says that the store cannot tell.
	State(context.Context) (string, error)

	// Tally counts the statements and events that a condition holds for, by period, sort and
	// what they are; digits is 4 for years, 7 for months, 10 for days.
	Tally(ctx context.Context, where Q, digits int) ([]Tally, error)

	// Doers gives those who say and do most, and Counterparts those to whom an actor does most
	// or who do most to it.
	Doers(ctx context.Context, limit int) ([]ActorCount, error)
	Counterparts(ctx context.Context, actor onrecord.ActorID, limit int) ([]ActorCount, error)

	// MostDenied gives the statements that most others deny, by links of a share or more.
	MostDenied(ctx context.Context, share float64, limit int) ([]LineCount, error)

	// Outlets gives those with most reports.
	Outlets(ctx context.Context, limit int) ([]OutletCount, error)
}

// Tally is how many lines are of one period, sort and kind.
type Tally struct {
	From, To string // the periods of the first and the last day: "2015", "2015-12"; "" if unknown
	Sort     string // StatementLine or EventLine
	What     string // a kind of statement, a type of event
	N        int
}

// LineCount tells how often something is so of a line.
type LineCount struct {
	Ref LineRef
	N   int
}

// OutletCount is who published reports.
type OutletCount struct {
	Name        string // "" for those that do not tell
	Reports     int
	Copies      int // of them, that have their words from others
	Copied      int // of them, that others have their words from
	First, Last onrecord.Date
}
