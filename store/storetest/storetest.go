// Package storetest holds the suite that every [store.Store] passes. Start at
// [Run].
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

// Run tests an implementation. open gives an empty store that lives as long as
// the test.
func Run(t *testing.T, open func(*testing.T) store.Store) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"PutGivesBackWhatWasPut":       putGivesBack,
		"PutAgainChangesNothing":       putAgain,
		"PutByNewerModelsReplaces":     putReplaces,
		"PutRefusesInvalid":            putRefuses,
		"PutCancelledLeavesNothing":    putCancelled,
		"RemoveLeavesNothing":          removes,
		"PageKeepsRawOrDigest":         pageKeeps,
		"MissingReportsAreNotFound":    missing,
		"CompleteFindsPrefixes":        complete,
		"EntriesKeepOrder":             entriesInOrder,
		"EntriesStopWhenTold":          entriesStop,
		"CountCounts":                  counts,
		"ManyWritersAndReaders":        manyAtOnce,
		"SearchConditions":             searchConditions,
		"SearchOrdersNewestFirst":      searchOrder,
		"SearchForgetsReplacedEntries": searchForgets,
		"SearchSurvivesOddWords":       searchOddWords,
		"SearchSkips":                  searchSkips,
		"SearchBriefly":                searchBriefly,
		"BriefIsPartOfTheWhole":        brief,
		"SearchByRank":                 searchByRank,
		"OverviewCounts":               overview,
		"StateTellsOfChanges":          stateTells,
		"ListsKeepOrder":               lists,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

func put(t *testing.T, s store.Store, entries ...*onrecord.Entry) {
	t.Helper()
	for _, e := range entries {
		if _, err := s.Put(context.Background(), e, page(e)); err != nil {
			t.Fatalf("put %s: %v", e.Report.ID, err)
		}
	}
}

func page(e *onrecord.Entry) store.Page {
	return store.Page{MediaType: onrecord.PlainText, Raw: []byte(e.Text)}
}

func putGivesBack(t *testing.T, s store.Store) {
	for _, e := range []*onrecord.Entry{Embassy(), Harbour(), Undated()} {
		outcome, err := s.Put(t.Context(), e, page(e))
		if err != nil || outcome != store.Added {
			t.Fatalf("Put(%s) = %v, %v; want Added", e.Report.ID, outcome, err)
		}
		got, err := s.Get(t.Context(), e.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, got); diff != "" {
			t.Errorf("entry came back changed (-put +got):\n%s", diff)
		}
	}
}

func putAgain(t *testing.T, s store.Store) {
	put(t, s, Embassy())
	if held, err := s.Holds(t.Context(), Embassy().Report.ID, Embassy().Provenance); err != nil || !held {
		t.Errorf("Holds = %v, %v; want true", held, err)
	}
	again := Embassy()
	again.Report.Headline = "Another headline, same provenance"
	if outcome, err := s.Put(t.Context(), again, page(again)); err != nil || outcome != store.Unchanged {
		t.Errorf("second Put = %v, %v; want Unchanged", outcome, err)
	}
	if got, _ := s.Get(t.Context(), again.Report.ID); got.Report.Headline != Embassy().Report.Headline {
		t.Errorf("headline is now %q", got.Report.Headline)
	}
}

func putReplaces(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour())
	newer := newerEmbassy()
	if held, err := s.Holds(t.Context(), newer.Report.ID, newer.Provenance); err != nil || held {
		t.Errorf("Holds before = %v, %v; want false", held, err)
	}
	if outcome, err := s.Put(t.Context(), newer, page(newer)); err != nil || outcome != store.Replaced {
		t.Fatalf("Put = %v, %v; want Replaced", outcome, err)
	}
	got, err := s.Get(t.Context(), newer.Report.ID)
	if diff := cmp.Diff(newer, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	if ids := idsOf(t, s); !slices.Equal(ids, []onrecord.ReportID{Embassy().Report.ID, Harbour().Report.ID}) {
		t.Errorf("reports after replacing: %q", ids)
	}
}

// newerEmbassy is Embassy as a newer program reads it: the denial is gone.
func newerEmbassy() *onrecord.Entry {
	e := Embassy()
	e.Provenance.Models = map[string]string{"tagger": "ffff"}
	e.Statements = e.Statements[:1]
	return e
}

func putRefuses(t *testing.T, s store.Store) {
	broken := Embassy()
	broken.Statements[0].Content[0].Text = "words that the report does not say"
	if _, err := s.Put(t.Context(), broken, page(broken)); !errors.Is(err, onrecord.ErrInvalidEntry) {
		t.Errorf("Put of an invalid entry: %v; want ErrInvalidEntry", err)
	}
	if ids := idsOf(t, s); len(ids) != 0 {
		t.Errorf("stored nevertheless: %q", ids)
	}
}

func putCancelled(t *testing.T, s store.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Put(ctx, Embassy(), page(Embassy())); !errors.Is(err, context.Canceled) {
		t.Errorf("Put after cancelling: %v; want context.Canceled", err)
	}
	if c, err := s.Count(t.Context()); err != nil || c != (store.Counts{}) {
		t.Errorf("left behind: %+v, %v", c, err)
	}
	put(t, s, Embassy())
}

func removes(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour())
	if err := s.Remove(t.Context(), Embassy().Report.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(t.Context(), Embassy().Report.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("removing again: %v; want ErrNotFound", err)
	}
	if got := find(t, s, store.Query{Where: store.Words{Text: "recall"}}); len(got) != 0 {
		t.Errorf("its words are still found: %q", got)
	}
	if ids := idsOf(t, s); !slices.Equal(ids, []onrecord.ReportID{Harbour().Report.ID}) {
		t.Errorf("left are %q", ids)
	}
	put(t, s, Embassy()) // and it can come again
}

func pageKeeps(t *testing.T, s store.Store) {
	raw := []byte("<p>\x00 as it came \xff")
	for _, digestOnly := range []bool{false, true} {
		e := Embassy()
		e.Provenance.Version = fmt.Sprint("digest only: ", digestOnly)
		if _, err := s.Put(t.Context(), e, store.Page{MediaType: onrecord.HTML, Raw: raw, DigestOnly: digestOnly}); err != nil {
			t.Fatal(err)
		}
		want := store.Page{MediaType: onrecord.HTML, Raw: raw, Size: len(raw), DigestOnly: digestOnly, Digest: digestOf(raw)}
		got, err := s.Page(t.Context(), e.Report.ID)
		if digestOnly {
			want.Raw = nil
		}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		if !digestOnly {
			continue
		}
		e.Report.ID = "copy" // of a page that is known by its digest alone
		if _, err := s.Put(t.Context(), e, got); err != nil {
			t.Fatal(err)
		}
		if again, err := s.Page(t.Context(), e.Report.ID); err != nil || again.Digest != got.Digest || again.Size != got.Size {
			t.Errorf("a copied digest is now %+v, %v; was %+v", again, err, got)
		}
	}
}

func missing(t *testing.T, s store.Store) {
	put(t, s, Embassy())
	if e, err := s.Get(t.Context(), "none"); e != nil || !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Get = %v, %v; want ErrNotFound", e, err)
	}
	if _, err := s.Page(t.Context(), "none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Page: %v; want ErrNotFound", err)
	}
}

func complete(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour(), Undated())
	for prefix, want := range map[string][]onrecord.ReportID{
		"":        {"aa01", "ab02"}, // two at most
		"a":       {"aa01", "ab02"},
		"ab":      {"ab02"},
		"ab02":    {"ab02"},
		"ab021":   nil,
		"%":       nil,
		"\xff'OR": nil,
	} {
		got, err := s.Complete(t.Context(), prefix, 2)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("Complete(%q) = %q, %v; want %q", prefix, got, err, want)
		}
	}
}

func entriesInOrder(t *testing.T, s store.Store) {
	const n = 600 // more than an implementation is likely to fetch at once
	want := make([]onrecord.ReportID, 0, n)
	for i := range n {
		e := Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprintf("%03d", (i*7)%n))
		want = append(want, e.Report.ID)
		put(t, s, e)
	}
	if got := idsOf(t, s); !slices.Equal(got, want) {
		t.Errorf("entries out of order: %d of them, %q ...", len(got), got[:min(3, len(got))])
	}
}

func entriesStop(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour(), Undated())
	for _, err := range s.Entries(t.Context()) {
		if err != nil {
			t.Error(err)
		}
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for e, err := range s.Entries(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after cancelling: %v, %v", e, err)
		}
	}
}

func counts(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Undated())
	if _, err := s.Put(t.Context(), Harbour(), store.Page{DigestOnly: true}); err != nil {
		t.Fatal(err)
	}
	want := store.Counts{Reports: 3, Statements: 4, Events: 2, Pages: 2, First: "2031-03-04", Last: "2031-05-01"}
	if got, err := s.Count(t.Context()); err != nil || got != want {
		t.Errorf("Count = %+v, %v; want %+v", got, err, want)
	}
}

// manyAtOnce puts each report from several goroutines: one of them adds it.
func manyAtOnce(t *testing.T, s store.Store) {
	var wg sync.WaitGroup
	outcomes := make([][8]store.Outcome, 25)
	for i := range outcomes {
		for j := range outcomes[i] {
			wg.Go(func() {
				e := Embassy()
				e.Report.ID = onrecord.ReportID(fmt.Sprint("many", i))
				var err error
				if outcomes[i][j], err = s.Put(context.Background(), e, page(e)); err != nil {
					t.Errorf("put: %v", err)
				}
				if _, err := s.Get(context.Background(), e.Report.ID); err != nil {
					t.Errorf("get: %v", err)
				}
			})
		}
	}
	wg.Wait()
	for i := range outcomes {
		added := 0
		for _, o := range outcomes[i] {
			added += int(o)
		}
		if added != int(store.Added) {
			t.Errorf("report %d was added %d times", i, added)
		}
	}
}

func idsOf(t *testing.T, s store.Store) (ids []onrecord.ReportID) {
	t.Helper()
	for e, err := range s.Entries(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, e.Report.ID)
	}
	return ids
}
