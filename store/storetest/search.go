package storetest

import (
	"slices"
	"testing"

	"onrecord"
	"onrecord/store"
)

// find gives the hits of a query as "aa01 s1", or "aa01" for a report itself.
func find(t *testing.T, s store.Store, q store.Query) []string {
	t.Helper()
	hits := []string{}
	for hit, err := range s.Search(t.Context(), q) {
		if err != nil {
			t.Fatalf("search %#v: %v", q.Where, err)
		}
		name := string(hit.Entry.Report.ID)
		switch {
		case hit.Statement != nil:
			name += " " + string(hit.Statement.ID)
		case hit.Event != nil:
			name += " " + string(hit.Event.ID)
		}
		hits = append(hits, name)
	}
	return hits
}

func searchConditions(t *testing.T, s store.Store) {
	put(t, s, Embassy(), Harbour(), Undated())
	words := func(w string) store.Q { return store.Words{Text: w} }
	name := func(p store.Part, w string) store.Q { return store.Name{Part: p, Text: w} }
	value := func(f store.Field, v string) store.Q { return store.Value{Field: f, Is: v} }
	for _, c := range []struct {
		name string
		q    store.Q
		want []string
	}{
		{"everything", nil, []string{"ab02 e1", "ab02 s1", "aa01 s1", "aa01 e1", "aa01 s2", "b003 s1"}},
		{"a word in any case", words("AMBASSADOR"), []string{"aa01 s1", "aa01 e1"}},
		{"a word without its accent", words("sudland"), []string{"aa01 s1", "aa01 e1", "aa01 s2"}},
		{"words of the text alone find the report", words("reporters"), []string{"ab02"}},
		{"words of the headline alone", words("remembers"), []string{"ab02"}},
		{"words behind clutter", words("calm"), []string{"ab02"}},
		{"words of clutter are not the report's", words("storm"), []string{}},
		{"words next to each other", words("recall its ambassador"), []string{"aa01 s1", "aa01 e1"}},
		{"words apart", words("recall ambassador"), []string{}},
		{"words across two pieces", words("envoy NORHAVEN"), []string{}},
		{"a prefix", store.Words{Text: "ambass", Prefix: true}, []string{"aa01 s1", "aa01 e1"}},
		{"a prefix is asked for", words("ambass"), []string{}},
		{"a hyphen parts words", words("recall-its"), []string{"aa01 s1", "aa01 e1"}},
		{"by a part of the name", name(store.By, "weber"), []string{"aa01 s1", "aa01 e1"}},
		{"by an alias", name(store.By, "ms weber"), []string{"aa01 s1", "aa01 e1"}},
		{"by across two names", name(store.By, "weber anna"), []string{}},
		{"as", name(store.As, "minister"), []string{"aa01 s1"}},
		{"for an alias", name(store.For, "norhaven"), []string{"aa01 s1"}},
		{"about", name(store.About, "SUDLAND"), []string{"aa01 s1", "aa01 e1"}},
		{"actor", name(store.Actor, "Norland"), []string{"aa01 e1"}},
		{"recipient by alias", name(store.Recipient, "südland"), []string{"aa01 e1"}},
		{"via", name(store.Via, "norland press"), []string{"aa01 s2"}},
		{"outlet", name(store.Outlet, "portum"), []string{"ab02 e1", "ab02 s1"}},
		{"by whose word it is", name(store.By, "norland"), []string{"aa01 s1"}},
		{"toward", name(store.Toward, "südland"), []string{"aa01 e1"}},
		{"place", name(store.Place, "PORTUM"), []string{"ab02 e1"}},
		{"a word of a place", name(store.Place, "bay"), []string{"ab02 e1"}},
		{"the beginning of a place", store.Name{Part: store.Place, Text: "port", Prefix: true}, []string{"ab02 e1"}},
		{"a topic that nobody speaks of", name(store.Topic, "ambassador"), []string{}},
		{"kind", value(store.Kind, "deny"), []string{"aa01 s2"}},
		{"form", value(store.Form, "direct"), []string{"ab02 s1"}},
		{"type", value(store.Type, "ASSAULT"), []string{"ab02 e1"}},
		{"status", value(store.Status, "planned"), []string{"aa01 e1"}},
		{"named", value(store.Named, "yes"), []string{"aa01 s1"}},
		{"not named", value(store.Named, "no"), []string{"ab02 s1", "aa01 s2", "b003 s1"}},
		{"events", value(store.Sort, "event"), []string{"ab02 e1", "aa01 e1"}},
		{"a value that nothing has", value(store.Kind, "sing"), []string{}},
		{"and", store.And{name(store.By, "weber"), value(store.Kind, "assert")}, []string{"aa01 s1"}},
		{"and of words", store.And{words("recall"), words("norland"), name(store.About, "sudland")}, []string{"aa01 s1", "aa01 e1"}},
		{"or", store.Or{value(store.Kind, "deny"), words("harbour")}, []string{"ab02 e1", "aa01 s2"}},
		{"or of words", store.Or{words("breach"), words("gunmen")}, []string{"ab02 e1", "aa01 s2"}},
		{"not", store.And{value(store.Sort, "statement"), store.Not{Q: words("norland")}}, []string{"ab02 s1", "aa01 s2", "b003 s1"}},
		{"not of what a line lacks", store.And{name(store.By, "weber"), store.Not{Q: value(store.Kind, "assert")}}, []string{"aa01 e1"}},
		{"not not", store.Not{Q: store.Not{Q: value(store.Kind, "deny")}}, []string{"aa01 s2"}},
		{"empty and", store.And{value(store.Kind, "deny"), store.And{}}, []string{"aa01 s2"}},
		{"empty or", store.Or{}, []string{}},
		{"the day it was said", store.Days{From: "2031-03-03", To: "2031-03-03"}, []string{"aa01 s1"}},
		{"else the day it was published", store.Days{From: "2031-03-04", To: "2031-03-04"}, []string{"aa01 e1", "aa01 s2"}},
		{"since", store.Days{From: "2031-04"}, []string{"ab02 s1"}},
		{"until takes the whole month", store.Days{To: "2029-05"}, []string{"ab02 e1"}},
		{"a day inside the interval", store.Days{From: "2029-05-15", To: "2029-05-15"}, []string{"ab02 e1"}},
		{"a year", store.Days{From: "2031", To: "2031"}, []string{"ab02 s1", "aa01 s1", "aa01 e1", "aa01 s2"}},
		{"any known day", store.Days{}, []string{"ab02 e1", "ab02 s1", "aa01 s1", "aa01 e1", "aa01 s2"}},
	} {
		if got := find(t, s, store.Query{Where: c.q}); !slices.Equal(got, c.want) {
			t.Errorf("%s: found %q, want %q", c.name, got, c.want)
		}
	}
}

func searchOrder(t *testing.T, s store.Store) {
	put(t, s, Undated(), Embassy(), Harbour())
	want := []string{"ab02 e1", "ab02 s1", "aa01 s1", "aa01 e1", "aa01 s2", "b003 s1"}
	for _, limit := range []int{0, 1, 3, 6, 100} {
		n := limit
		if n == 0 || n > len(want) {
			n = len(want)
		}
		if got := find(t, s, store.Query{Limit: limit}); !slices.Equal(got, want[:n]) {
			t.Errorf("limit %d: %q", limit, got)
		}
	}
}

func searchForgets(t *testing.T, s store.Store) {
	put(t, s, Embassy(), newerEmbassy())
	if got := find(t, s, store.Query{Where: store.Value{Field: store.Kind, Is: "deny"}}); len(got) != 0 {
		t.Errorf("a replaced denial is still found: %q", got)
	}
	if got := find(t, s, store.Query{Where: store.Words{Text: "breach"}}); !slices.Equal(got, []string{"aa01"}) {
		t.Errorf("its words are found at %q, want the report alone", got)
	}
	if got := find(t, s, store.Query{Where: store.Words{Text: "recall"}}); !slices.Equal(got, []string{"aa01 s1", "aa01 e1"}) {
		t.Errorf("what stayed is found at %q", got)
	}
}

// searchOddWords looks for what would be syntax to an index.
func searchOddWords(t *testing.T, s store.Store) {
	e := Embassy()
	put(t, s, e)
	for _, odd := range []string{`"`, `""`, `'`, `"a" OR "b"`, "NEAR(a b)", "words:x", "*", "^zz", "-", "—", "\x00", "\xff", "a\x00b", "", "(", "{by}:x"} {
		for _, prefix := range []bool{false, true} {
			if got := find(t, s, store.Query{Where: store.Words{Text: odd, Prefix: prefix}}); len(got) != 0 {
				t.Errorf("%q found %q", odd, got)
			}
			if got := find(t, s, store.Query{Where: store.Name{Part: store.By, Text: odd, Prefix: prefix}}); len(got) != 0 {
				t.Errorf("by %q found %q", odd, got)
			}
		}
	}
	if got, err := s.Get(t.Context(), e.Report.ID); err != nil || got.Report.ID != onrecord.ReportID("aa01") {
		t.Errorf("Get afterwards: %v, %v", got, err)
	}
}
