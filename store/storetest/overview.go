package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

// overviewer is a store that gives an overview of what was derived.
type overviewer interface {
	store.Overview
	LineRefs(context.Context, onrecord.ReportID) ([]store.LineRef, error)
	Pairs(context.Context, store.PairQuery) ([]store.Pair, error)
	Derive(context.Context, store.Change) error
}

// overview counts what stands in three reports, one of which is made a copy and one denied.
func overview(t *testing.T, s store.Store) {
	o, ok := s.(overviewer)
	if !ok {
		t.Fatalf("%T gives no overview", s)
	}
	put(t, s, Embassy(), Harbour(), Undated())
	overviewTallies(t, o)
	overviewActors(t, o)
	overviewDerived(t, o)
}

func overviewTallies(t *testing.T, o overviewer) {
	said := store.Value{Field: store.Sort, Is: store.StatementLine}
	for name, c := range map[string]struct {
		where  store.Q
		digits int
		want   []store.Tally
	}{
		"all by year": {nil, 4, []store.Tally{
			{From: "", To: "", Sort: "statement", What: "assert", N: 1},
			{From: "2029", To: "2029", Sort: "event", What: "ASSAULT", N: 1},
			{From: "2031", To: "2031", Sort: "event", What: "REDUCE", N: 1},
			{From: "2031", To: "2031", Sort: "statement", What: "assert", N: 1},
			{From: "2031", To: "2031", Sort: "statement", What: "deny", N: 1},
			{From: "2031", To: "2031", Sort: "statement", What: "refuse", N: 1},
		}},
		"of one name by month": {store.And{said, store.Name{Part: store.By, Text: "Norland"}}, 7, []store.Tally{
			{From: "2031-03", To: "2031-03", Sort: "statement", What: "assert", N: 1},
		}},
		"of two parties by day": {store.Parties{Doer: "NOR", Recipient: "SUD"}, 10, []store.Tally{
			{From: "2031-03-04", To: "2031-03-04", Sort: "event", What: "REDUCE", N: 1},
		}},
		"of nobody": {store.Parties{Doer: "SUD"}, 4, nil},
	} {
		got, err := o.Tally(context.Background(), c.where, c.digits)
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

func overviewActors(t *testing.T, o overviewer) {
	doers, err := o.Doers(t.Context(), 2)
	if diff := cmp.Diff([]store.ActorCount{{Actor: "NOR", N: 1}, {Actor: "people/gunmen", N: 1}}, doers); err != nil || diff != "" {
		t.Errorf("doers: %v\n%s", err, diff)
	}
	for actor, want := range map[onrecord.ActorID]onrecord.ActorID{"NOR": "SUD", "SUD": "NOR"} {
		others, err := o.Counterparts(t.Context(), actor, 5)
		if diff := cmp.Diff([]store.ActorCount{{Actor: want, N: 1}}, others); err != nil || diff != "" {
			t.Errorf("counterparts of %s: %v\n%s", actor, err, diff)
		}
	}
}

func overviewDerived(t *testing.T, o overviewer) {
	embassy, harbour := refsOf(t, o, Embassy()), refsOf(t, o, Harbour())
	change := store.Change{Pairs: []store.Pair{
		{From: harbour[0].Key, To: embassy[0].Key, Sort: store.ReportLine, Kind: string(onrecord.WholeCopy)},
		{From: embassy[2].Key, To: embassy[1].Key, Sort: store.StatementLine, Kind: string(onrecord.Denies)},
		{From: harbour[1].Key, To: embassy[1].Key, Sort: store.StatementLine, Kind: string(onrecord.Denies)},
		{From: embassy[1].Key, To: harbour[1].Key, Sort: store.StatementLine, Kind: string(onrecord.Denies)},
	}}
	if err := o.Derive(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	pairsOfLines(t, o, embassy[2], harbour[1])
	denied, err := o.MostDenied(t.Context(), 0, 1)
	if diff := cmp.Diff([]store.LineCount{{Ref: embassy[1], N: 2}}, denied); err != nil || diff != "" {
		t.Errorf("most denied: %v\n%s", err, diff)
	}
	outlets, err := o.Outlets(t.Context(), 3)
	want := []store.OutletCount{
		{Name: "", Reports: 1},
		{Name: "Portum Daily", Reports: 1, Copies: 1, First: "2031-05-01", Last: "2031-05-01"},
		{Name: "The Norland Gazette", Reports: 1, Copied: 1, First: "2031-03-04", Last: "2031-03-04"},
	}
	if diff := cmp.Diff(want, outlets); err != nil || diff != "" {
		t.Errorf("outlets: %v\n%s", err, diff)
	}
}

// pairsOfLines asks for the pairs of several lines at once: each as often as in one of them.
func pairsOfLines(t *testing.T, o overviewer, lines ...store.LineRef) {
	t.Helper()
	var want []store.Pair
	for _, l := range lines {
		one, err := o.Pairs(t.Context(), store.PairQuery{Sort: store.StatementLine, Report: l.Report, Line: l.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range one {
			if !slices.Contains(want, p) {
				want = append(want, p)
			}
		}
	}
	got, err := o.Pairs(t.Context(), store.PairQuery{Sort: store.StatementLine, Lines: lines})
	if err != nil || len(got) != len(want) || len(want) != 3 {
		t.Errorf("pairs of lines: %v, %v; of each %v", got, err, want)
	}
}

// refsOf gives the lines of a report: itself, then its statements, then its events.
func refsOf(t *testing.T, o overviewer, e *onrecord.Entry) []store.LineRef {
	t.Helper()
	refs, err := o.LineRefs(t.Context(), e.Report.ID)
	if err != nil || len(refs) != 1+len(e.Statements)+len(e.Events) {
		t.Fatalf("lines of %s: %v, %v", e.Report.ID, refs, err)
	}
	return refs
}

// searchByRank puts what meets more of the words first, whatever is newer.
func searchByRank(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour())
	words := store.Or{store.Words{Text: "negotiate"}, store.And{store.Words{Text: "breach"}}, store.Words{Text: "recall"}, store.Words{Text: "ambassador"}}
	newest := find(t, s, store.Query{Where: words})
	ranked := find(t, s, store.Query{Where: words, ByRank: true})
	if len(newest) != 4 || len(ranked) != 4 || newest[0] == ranked[0] {
		t.Fatalf("the newest first %q, the best first %q", newest, ranked)
	}
	if best := []string{newest[1], newest[2]}; !slices.Contains(best, ranked[0]) || !slices.Contains(best, ranked[1]) {
		t.Errorf("the best first %q: two words are in %q", ranked, best)
	}
	if got := find(t, s, store.Query{Where: words, ByRank: true, Skip: 1, Limit: 2}); !slices.Equal(got, ranked[1:3]) {
		t.Errorf("the second and third %q of %q", got, ranked)
	}
	for name, where := range map[string]store.Q{
		"a report and its lines": store.Words{Text: "harbour"}, "a report alone": store.Words{Text: "reporters"}, "lines": store.Words{Text: "sudland"},
		"with more": store.And{store.Words{Text: "sudland"}, store.Value{Field: store.Sort, Is: store.EventLine}},
	} {
		newest, ranked := find(t, s, store.Query{Where: where}), find(t, s, store.Query{Where: where, ByRank: true})
		slices.Sort(newest)
		if slices.Sort(ranked); len(newest) == 0 || !slices.Equal(newest, ranked) {
			t.Errorf("%s: by rank %q, by date %q", name, ranked, newest)
		}
	}
}

// searchSkips passes over hits and gives the rest.
func searchSkips(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour(), Undated())
	all := find(t, s, store.Query{})
	if got := find(t, s, store.Query{Skip: 2, Limit: 3}); !slices.Equal(got, all[2:5]) {
		t.Errorf("without the first two: %q of %q", got, all)
	}
	if got := find(t, s, store.Query{Skip: len(all)}); len(got) != 0 {
		t.Errorf("without all: %q", got)
	}
}
