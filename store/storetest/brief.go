package storetest

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/store"
)

// brief looks that parts of entries are those of the whole.
func brief(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour())
	whole, err := s.Get(t.Context(), "aa01")
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Brief(t.Context(), "aa01", "s2", "e1")
	if err != nil || len(got.Statements) != 1 || len(got.Events) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	for what, diff := range map[string]string{
		"report": cmp.Diff(whole.Report, got.Report), "text": cmp.Diff(whole.Text, got.Text), "clutter": cmp.Diff(whole.Clutter, got.Clutter),
		"statement": cmp.Diff(whole.Statements[1], got.Statements[0]), "event": cmp.Diff(whole.Events[0], got.Events[0]),
	} {
		if diff != "" {
			t.Errorf("%s:\n%s", what, diff)
		}
	}
	if _, err := s.Brief(t.Context(), "ff00", "s1"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a missing report: %v", err)
	}
}

// searchBriefly looks that hits are the same, and of the same lines, whatever their entries hold beside them.
func searchBriefly(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour(), Undated())
	for _, q := range []store.Query{{}, {Limit: 3, Skip: 1}, {Where: store.Words{Text: "recall its ambassador"}, ByRank: true}, {Where: store.Words{Text: "reporters"}}} {
		want := find(t, s, q)
		for _, part := range []store.Query{{Brief: true}, {Bare: true}} {
			q.Brief, q.Bare = part.Brief, part.Bare
			if diff := cmp.Diff(want, find(t, s, q)); diff != "" {
				t.Errorf("%+v:\n%s", q, diff)
			}
		}
	}
}
