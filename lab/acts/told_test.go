package acts

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/codebook"
	"onrecord/lab/gold"
	"onrecord/lab/labtest"
)

func TestTheTablesAreRight(t *testing.T) {
	for name, least := range map[string]struct{ reports, events int }{"told.tsv": {600, 5800}, "told_more.tsv": {1300, 12300}, "told_again.tsv": {97, 1100}, "told_next.tsv": {1700, 14800}} {
		told, err := readTable(name)
		if err != nil {
			t.Fatal(err)
		}
		events := 0
		for id, list := range told {
			events += len(list)
			for _, v := range list {
				if codebook.Plover().Type(v.Type) == nil {
					t.Errorf("%s, %s: type %q is none of the codebook", name, id, v.Type)
				}
				if !v.Evidence.Contains(v.Words) {
					t.Errorf("%s, %s: words %v stand outside of their evidence %v", name, id, v.Words, v.Evidence)
				}
			}
		}
		if len(told) < least.reports || events < least.events {
			t.Errorf("%s: %d events in %d reports; the table was cut", name, events, len(told))
		}
	}
}

func TestPlacesLieInTheReports(t *testing.T) {
	reports, err := Load(labtest.Corpora(t), moreTable, nextTable)
	if err != nil {
		t.Fatal(err)
	}
	want, first := 0, 0
	for _, name := range []string{firstTable, moreTable, nextTable} {
		table, err := readTable(name)
		if err != nil {
			t.Fatal(err)
		}
		want += len(table)
		if name == firstTable {
			first = len(table)
		}
	}
	if len(reports) != want {
		t.Errorf("%d of %d reports stand in the raw news", len(reports), want)
	}
	if got := len(kept(reports, true)); got != first/measuring {
		t.Errorf("%d reports are for measuring, want every %dth of %d", got, measuring, first)
	}
}

func TestSpansAreRead(t *testing.T) {
	for _, cell := range []string{"", "-", "3", "3-", "-3", "5-5", "7-5", "a-b"} {
		if s, err := readSpan(cell); err == nil {
			t.Errorf("readSpan(%q) = %v, want an error", cell, s)
		}
	}
}

func TestLessonsAreRight(t *testing.T) {
	t.Chdir("../..")
	for _, forMeasuring := range []bool{false, true} {
		articles, err := ownLessons(forMeasuring)
		if err != nil {
			t.Fatal(err)
		}
		for i := range articles {
			checkLesson(t, &articles[i])
		}
	}
}

func checkLesson(t *testing.T, a *gold.Article) {
	codes := map[string]bool{"": true}
	for _, c := range a.Actors {
		codes[c.Name] = true
	}
	for _, e := range a.Events {
		if !strings.Contains(a.Text, e.Evidence) || !strings.Contains(e.Evidence, e.Words) || e.Words == "" {
			t.Errorf("%s: %q is not in %q, or that not in the text", a.ID, e.Words, e.Evidence)
		}
		if codebook.Plover().Type(onrecord.EventType(e.Type)) == nil {
			t.Errorf("%s: type %q is none of the codebook", a.ID, e.Type)
		}
		if !codes[e.Actor] || !codes[e.Recipient] {
			t.Errorf("%s: %q or %q has no code", a.ID, e.Actor, e.Recipient)
		}
	}
}
