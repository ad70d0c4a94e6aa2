package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
	"onrecord/store"
)

// comparer is a store in which lines stand in lists to be compared.
type comparer interface {
	LineRefs(context.Context, onrecord.ReportID) ([]store.LineRef, error)
	Plant(context.Context, []store.Gist, []store.Posting, []store.Note) error
	Gists(context.Context, []store.LineKey) ([]store.Gist, error)
	Notes(context.Context, []store.LineKey) ([]store.Note, error)
	Derive(context.Context, store.Change) error
	Around(ctx context.Context, places []store.Posting, n int) ([]store.Surroundings, error)
	Shared(ctx context.Context, pairs [][2]store.LineKey, most int) ([][]store.SharedList, error)
	PairsFrom(context.Context, []store.LineKey) ([]store.Pair, error)
}

// lists puts four lines of a report into two lists and asks who stands where.
func lists(t *testing.T, s store.Store) {
	c, ok := s.(comparer)
	if !ok {
		t.Fatalf("%T compares nothing", s)
	}
	put(t, s, Embassy())
	refs, err := c.LineRefs(t.Context(), Embassy().Report.ID)
	if err != nil || len(refs) < 4 {
		t.Fatalf("lines: %v, %v", refs, err)
	}
	at := func(key int32, place int64, line int) store.Posting {
		return store.Posting{Key: key, Place: place, Line: refs[line].Key}
	}
	planted := []store.Posting{at(7, 10, 0), at(7, 20, 1), at(7, 30, 2), at(7, 40, 3), at(9, 10, 0), at(9, 40, 3)}
	var notes []store.Note
	for _, ref := range refs {
		notes = append(notes, store.Note{Line: ref.Key, Body: []byte("{}")})
	}
	gist := store.Gist{Report: Embassy().Report.ID, Body: []byte("embassy")}
	if err := c.Plant(t.Context(), []store.Gist{gist}, planted, notes); err != nil {
		t.Fatal(err)
	}
	readBack(t, c, gist, notes)
	around, err := c.Around(t.Context(), []store.Posting{at(7, 30, 2), at(9, 5, 0), at(8, 1, 0)}, 1)
	want := []store.Surroundings{{Before: planted[1:2], After: planted[3:4]}, {After: planted[4:5]}, {}}
	if diff := cmp.Diff(want, around); diff != "" || err != nil {
		t.Errorf("around: %v %s", err, diff)
	}
	shared, err := c.Shared(t.Context(), [][2]store.LineKey{{refs[3].Key, refs[0].Key}, {refs[1].Key, refs[1].Key + 1000}}, 2)
	if diff := cmp.Diff([][]store.SharedList{{{Key: 7, Between: 2}, {Key: 9}}, nil}, shared); diff != "" || err != nil {
		t.Errorf("shared lists: %v %s", err, diff)
	}
	pair := store.Pair{From: refs[1].Key, To: refs[2].Key, Sort: store.StatementLine, Kind: "denies"}
	if err := c.Derive(t.Context(), store.Change{Pairs: []store.Pair{pair}}); err != nil {
		t.Fatal(err)
	}
	pairs, err := c.PairsFrom(t.Context(), []store.LineKey{refs[1].Key, refs[2].Key})
	if diff := cmp.Diff([]store.Pair{{From: pair.From, To: pair.To}}, pairs); diff != "" || err != nil {
		t.Errorf("pairs: %v %s", err, diff)
	}
}

// readBack asks for what was planted, and for what never was.
func readBack(t *testing.T, c comparer, gist store.Gist, notes []store.Note) {
	const nobody = 1 << 50
	one, other := notes[1].Line, notes[3].Line
	gists, err := c.Gists(t.Context(), []store.LineKey{one, nobody, other})
	if diff := cmp.Diff([]store.Gist{gist, {}, gist}, gists); diff != "" || err != nil {
		t.Errorf("gists: %v %s", err, diff)
	}
	read, err := c.Notes(t.Context(), []store.LineKey{other, nobody, one})
	byLine := cmpopts.SortSlices(func(a, b store.Note) bool { return a.Line < b.Line })
	if diff := cmp.Diff([]store.Note{notes[1], notes[3]}, read, byLine); diff != "" || err != nil {
		t.Errorf("notes: %v %s", err, diff)
	}
}
