package across_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// TestMain draws fewer records than rapid would, each of which fills two databases;
// -rapid.checks asks for more.
func TestMain(m *testing.M) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		_ = flag.Set("rapid.checks", "20")
	}
	os.Exit(m.Run())
}

// record is a store with its deriver.
type record struct {
	*sqlite.Store
	deriver *across.Deriver
}

func newRecord(t testing.TB) *record {
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "r.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &record{s, across.NewDeriver(s)}
}

func (r *record) add(t interface{ Fatal(...any) }, entries ...*onrecord.Entry) {
	for _, e := range entries {
		if _, err := r.Put(context.Background(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
		r.derive(t)
	}
}

func (r *record) derive(t interface{ Fatal(...any) }) {
	if err := r.deriver.CatchUp(context.Background(), func() {}); err != nil {
		t.Fatal(err)
	}
}

// derived writes down all that is derived, without the store's own keys.
func (r *record) derived(t interface{ Fatal(...any) }) []string {
	ctx := context.Background()
	pairs, err := r.Pairs(ctx, store.PairQuery{})
	if err != nil {
		t.Fatal(err)
	}
	stands, err := r.Stands(ctx, store.StandQuery{})
	if err != nil {
		t.Fatal(err)
	}
	all := make([]string, 0, len(pairs)+len(stands))
	for _, p := range pairs {
		all = append(all, fmt.Sprint(p.Sort, p.Kind, p.Share, p.Why, p.FromRef.Report, p.FromRef.ID, p.ToRef.Report, p.ToRef.ID))
	}
	for _, d := range stands {
		all = append(all, fmt.Sprint(d.Topic, d.Wording, d.Holder, d.Toward, d.Stance, d.Day, d.Start, d.End, d.Ref.Report, d.Ref.ID))
	}
	slices.Sort(all)
	return all
}

// drawEntry makes a report from few words, so that reports have much to do with each other.
func drawEntry(t *rapid.T, n int) *onrecord.Entry {
	day := rapid.IntRange(1, 28).Draw(t, "day")
	published := onrecord.Date(fmt.Sprintf("203%d-03-%02d", rapid.IntRange(0, 1).Draw(t, "year"), day))
	e := &onrecord.Entry{
		Report: onrecord.Masthead{ID: onrecord.ReportID(fmt.Sprintf("%04x", n*40503%65536)), Outlet: rapid.SampledFrom([]string{"Gazette", "Herald"}).Draw(t, "outlet"), Published: &published},
		Actors: []onrecord.Actor{{ID: "RUS", Name: "Russia", Kind: onrecord.StateActor}, {ID: "taliban", Name: "Taliban", Kind: onrecord.GroupActor}, {ID: "CHN", Name: "China", Kind: onrecord.StateActor}},
	}
	var text strings.Builder
	for i := range rapid.IntRange(1, 4).Draw(t, "statements") {
		who := rapid.IntRange(0, 2).Draw(t, "who")
		words := rapid.SampledFrom([]string{
			"Russia trained rebels in a camp", "Russia never trained any rebels", "Russia supports the withdrawal of troops", "Russia opposes the withdrawal of troops",
			"five rebels were killed in the camp near the border", "seven rebels were killed in the camp near the border", "the Taliban attacked a convoy of China on the mountain road at night",
		}).Draw(t, "words")
		start := text.Len()
		text.WriteString(words + ". ")
		e.Statements = append(e.Statements, onrecord.Statement{
			ID: onrecord.StatementID(fmt.Sprint("s", i+1)), Speaker: onrecord.Speaker{Name: e.Actors[who].Name, For: e.Actors[who].Name, Named: true, Kind: onrecord.BodySpeaks, Actor: e.Actors[who].ID},
			Content: []onrecord.Quote{{Span: onrecord.Span{Start: start, End: start + len(words)}, Text: words}}, Form: onrecord.Indirect,
			Kind: rapid.SampledFrom([]onrecord.StatementKind{onrecord.Assert, onrecord.Deny}).Draw(t, "kind"),
		})
	}
	if rapid.Bool().Draw(t, "event") {
		words := "The Taliban attacked a convoy of China on the mountain road at night in the north, and many saw it from afar but nobody who saw it would say what he had seen."
		start := text.Len()
		text.WriteString(words)
		e.Events = []onrecord.Event{{ID: "e1", Type: "ASSAULT", Status: onrecord.Asserted, Actor: onrecord.Party{Name: "Taliban", Actor: "taliban"},
			Recipient: &onrecord.Party{Name: "China", Actor: "CHN"}, Evidence: onrecord.Quote{Span: onrecord.Span{Start: start, End: start + len(words)}, Text: words}}}
	}
	e.Text = text.String()
	return e
}

// drawEntries draws more reports than stand near each other in a list, so that some are
// pushed apart.
func drawEntries(t *rapid.T) []*onrecord.Entry {
	n := rapid.IntRange(2, 30).Draw(t, "reports")
	all := make([]*onrecord.Entry, n)
	for i := range all {
		all[i] = drawEntry(t, i+1)
	}
	return all
}

func TestOrderOfAddingChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		entries := drawEntries(rt)
		one, other := newRecord(t), newRecord(t)
		one.add(rt, entries...)
		other.add(rt, rapid.Permutation(entries).Draw(rt, "order")...)
		if diff := cmp.Diff(one.derived(rt), other.derived(rt)); diff != "" {
			rt.Errorf("another order of adding derives something else (-one +other):\n%s", diff)
		}
	})
}

func TestAddingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		entries := drawEntries(rt)
		r := newRecord(t)
		r.add(rt, entries...)
		before := r.derived(rt)
		r.add(rt, entries...)
		if diff := cmp.Diff(before, r.derived(rt)); diff != "" {
			rt.Errorf("adding again changes what is derived:\n%s", diff)
		}
		if err := r.deriver.Clear(context.Background()); err != nil {
			rt.Fatal(err)
		}
		r.derive(rt)
		if diff := cmp.Diff(before, r.derived(rt)); diff != "" {
			rt.Errorf("deriving all anew derives something else:\n%s", diff)
		}
	})
}

func TestAReportNamedTwiceIsDerivedOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e, r := drawEntry(rt, 1), newRecord(t)
		if _, err := r.Put(context.Background(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			rt.Fatal(err)
		}
		if err := r.deriver.Add(context.Background(), e.Report.ID, e.Report.ID); err != nil {
			rt.Fatal(err)
		}
	})
}

func TestRemovingLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		entries := drawEntries(rt)
		all, fewer := newRecord(t), newRecord(t)
		all.add(rt, entries...)
		gone := rapid.IntRange(1, min(3, len(entries))).Draw(rt, "gone")
		for _, e := range entries[:gone] {
			if err := all.Remove(context.Background(), e.Report.ID); err != nil {
				rt.Fatal(err)
			}
			if rapid.Bool().Draw(rt, "derive between") {
				all.derive(rt)
			}
		}
		all.derive(rt)
		fewer.add(rt, entries[gone:]...)
		if diff := cmp.Diff(fewer.derived(rt), all.derived(rt)); diff != "" {
			rt.Errorf("a report that went left a trace (-never there +removed):\n%s", diff)
		}
	})
}
