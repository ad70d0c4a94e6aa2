package acts

import (
	"testing"

	"onrecord/codebook"
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
	reports, err := Load(labtest.Corpora(t))
	if err != nil {
		t.Fatal(err)
	}
	first, err := readTable("told.tsv")
	if err != nil {
		t.Fatal(err)
	}
	more, err := readTable("told_more.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if want := len(first) + len(more); len(reports) != want {
		t.Errorf("%d of %d reports stand in the raw news", len(reports), want)
	}
	if got := len(kept(reports, true)); got != len(first)/measuring {
		t.Errorf("%d reports are for measuring, want every %dth of %d", got, measuring, len(first))
	}
}

func TestSpansAreRead(t *testing.T) {
	for _, cell := range []string{"", "-", "3", "3-", "-3", "5-5", "7-5", "a-b"} {
		if s, err := readSpan(cell); err == nil {
			t.Errorf("readSpan(%q) = %v, want an error", cell, s)
		}
	}
}
