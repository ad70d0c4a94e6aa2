// Package across answers: what follows from many reports? Which have their words from which
// (origins), what a statement does to others (links), which events are one (happenings), what
// is spoken about (topics), who stands where (positions), and who stands together (alignment).
// Start at [Deriver.CatchUp] for how it is found and kept, and at [Record] for how it is asked.
//
// What is derived follows from the set of entries alone. Each judgement looks at two lines of
// the record and at nothing else; which two are looked at is told by lists in which lines that
// may have to do with each other stand in the order of time: those at most [reach] apart in
// a list are compared. So adding a report costs the same however large the record is, the order of
// adding changes nothing, and a report that goes takes with it what hung on it.
package across

import (
	"context"

	"onrecord"
	"onrecord/store"
)

// Rules names the edition of the rules. What other rules derived is derived anew.
const Rules = "across-7"

// reach is how far apart two lines may stand in a list to be compared.
const reach = 12

// Tables is what deriving needs of a store.
type Tables interface {
	Get(context.Context, onrecord.ReportID) (*onrecord.Entry, error)

	// Underived gives at most limit reports that rules have not derived; OtherRules
	// reports whether other rules derived any.
	Underived(ctx context.Context, rules string, limit int) ([]onrecord.ReportID, error)
	OtherRules(ctx context.Context, rules string) (bool, error)
	ClearDerived(context.Context) error

	LineRefs(context.Context, onrecord.ReportID) ([]store.LineRef, error)
	Around(ctx context.Context, places []store.Posting, n int) ([]store.Surroundings, error)
	Shared(ctx context.Context, pairs [][2]store.LineKey, most int) ([][]store.SharedList, error)
	Gists(context.Context, []store.LineKey) ([]store.Gist, error) // of their reports, an empty one where there is none
	Notes(context.Context, []store.LineKey) ([]store.Note, error)
	PairsFrom(context.Context, []store.LineKey) ([]store.Pair, error)
	Torn(ctx context.Context, limit int) ([]store.Posting, error)

	// Plant puts what reports are compared by: a gist of each, postings of their lines, and a note for each line
	// that has postings. Derive puts what followed.
	Plant(context.Context, []store.Gist, []store.Posting, []store.Note) error
	Derive(context.Context, store.Change) error
}
