package sqlite_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// TestTowardFindsWhatLooksAtEveryLineFinds asks for lines toward actors in both ways: list by list, and turned round
// twice, which looks at all lines. Some lines stand in several lists.
func TestTowardFindsWhatLooksAtEveryLineFinds(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	putTowards(t, s)
	toward := func(name string) store.Q { return store.Name{Part: store.Toward, Text: name} }
	for name, c := range map[string]struct {
		asked store.Q
		finds int
	}{
		"one":                {toward("Südland"), 13},
		"one by an alias":    {toward("norhaven"), 4},
		"and more":           {store.And{store.Value{Field: store.Kind, Is: "deny"}, toward("Südland")}, 5},
		"either":             {store.Or{toward("sudland"), toward("Norland")}, 15},
		"either, or by name": {store.Or{toward("Norland"), store.Name{Part: store.By, Text: "weber"}}, 20},
		"either, or a kind":  {store.Or{toward("Norland"), store.Value{Field: store.Kind, Is: "deny"}}, 8},
		"both":               {store.And{toward("sudland"), toward("norland")}, 2},
		"with words":         {store.And{toward("sudland"), store.Words{Text: "breach"}}, 5},
	} {
		fast, slow := namesOf(t, s, c.asked), namesOf(t, s, store.Not{Q: store.Not{Q: c.asked}})
		if !slices.Equal(fast, slow) || len(fast) != c.finds {
			t.Errorf("%s: %d lines %q, want %d: %q", name, len(fast), fast, c.finds, slow)
		}
	}
}

// TestTopicsFindWhatLooksAtEveryLineFinds asks for a topic that has many stands, several in a line, and for one that has
// few.
func TestTopicsFindWhatLooksAtEveryLineFinds(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	putTowards(t, s)
	for range 100 {
		putTowards(t, s) // derived again, which adds stands of the same lines
	}
	refs, err := s.LineRefs(t.Context(), "a003")
	if err != nil {
		t.Fatal(err)
	}
	rare := store.Stand{Line: refs[1].Key, Topic: "envoy", Wording: "an envoy", Holder: "NOR", Stance: "for"}
	if err := s.Derive(t.Context(), store.Change{Reports: []onrecord.ReportID{"a003"}, Rules: "r", Stands: []store.Stand{rare}}); err != nil {
		t.Fatal(err)
	}
	issue := func(words string) store.Q { return store.Name{Part: store.Topic, Text: words} }
	for name, c := range map[string]struct {
		asked store.Q
		finds int
	}{
		"common":           {issue("breaches"), 7},
		"common, and more": {store.And{issue("breach"), store.Name{Part: store.Toward, Text: "Norland"}}, 4},
		"common, by words": {store.And{issue("breach"), store.Words{Text: "breach"}}, 7},
		"rare":             {issue("envoys"), 1},
		"of none":          {issue("peace"), 0},
		"without words":    {issue("…"), 0},
	} {
		fast, slow := namesOf(t, s, c.asked), namesOf(t, s, store.Not{Q: store.Not{Q: c.asked}})
		if !slices.Equal(fast, slow) || len(fast) != c.finds {
			t.Errorf("%s: %d lines %q, want %d: %q", name, len(fast), fast, c.finds, slow)
		}
	}
}

// putTowards puts reports whose denial concerns one actor, both or nobody, in one stand or in two.
func putTowards(t *testing.T, s *sqlite.Store) {
	concerned := [][]onrecord.ActorID{{"SUD"}, {"NOR"}, {"SUD", "SUD"}, {"SUD", "NOR"}, {}, {"SUD", "NOR", "SUD"}, {"SUD"}, {"NOR"}}
	for i, actors := range concerned {
		e := storetest.Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprintf("a%03d", i))
		if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
			t.Fatal(err)
		}
		refs, err := s.LineRefs(t.Context(), e.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		change := store.Change{Reports: []onrecord.ReportID{e.Report.ID}, Rules: "r"}
		for _, toward := range actors {
			change.Stands = append(change.Stands, store.Stand{Line: refs[2].Key, Topic: "breach", Wording: "breach", Holder: "NOR", Toward: toward, Stance: "against"})
		}
		if err := s.Derive(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
}
