package store

import (
	"context"

	"onrecord"
)

// Sums are what a store adds up as entries come and go, so that a long record and a frequent name cost no more to ask
// about than others.
type Sums interface {
	// Talk counts the statements that each of some actors makes about each of some; "" is anybody. during is the first and
	// the last year or month in which they were made, "" is open.
	Talk(ctx context.Context, by, about []onrecord.ActorID, during [2]string) ([]Talk, error)

	// TallyOf counts the lines of an actor by years or months of such a time, and with "" all lines of one that has both
	// ends, also by days.
	TallyOf(ctx context.Context, actor onrecord.ActorID, during [2]string, digits int) ([]Tally, error)

	// Between counts the lines that tell what one did to another.
	Between(context.Context, Parties) (int, error)

	// RolesOf gives the roles that most reports give an actor, SpeakersOf those who speak most for it; the most first.
	RolesOf(ctx context.Context, actor onrecord.ActorID, most int) ([]Heard, error)
	SpeakersOf(ctx context.Context, actor onrecord.ActorID, most int) ([]Heard, error)
}
