package acts

import (
	"testing"

	"onrecord/codebook"
	"onrecord/lab/labtest"
)

func TestTheTablesAreRight(t *testing.T) {
	for name, want := range map[string]int{"told.tsv": 612, "told_more.tsv": 1300} {
		told, err := readTable(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(told) < want {
			t.Errorf("%s: %d reports, want %d: it was cut", name, len(told), want)
		}
		for id, list := range told {
			for _, v := range list {
				if codebook.Plover().Type(v.Type) == nil {
					t.Errorf("%s, %s: type %q is none of the codebook", name, id, v.Type)
				}
				if !v.Evidence.Contains(v.Words) {
					t.Errorf("%s, %s: words %v stand outside of their evidence %v", name, id, v.Words, v.Evidence)
				}
			}
		}
	}
}

func TestPlacesLieInTheReports(t *testing.T) {
	reports, err := Load(labtest.Corpora(t))
	if err != nil {
		t.Fatal(err)
	}
	measured := kept(reports, true)
	if len(reports) < 1900 || len(measured) != 153 {
		t.Errorf("%d reports, %d of them for measuring, stand in the raw news", len(reports), len(measured))
	}
}

func TestSpansAreRead(t *testing.T) {
	for _, cell := range []string{"", "-", "3", "3-", "-3", "5-5", "7-5", "a-b"} {
		if s, err := readSpan(cell); err == nil {
			t.Errorf("readSpan(%q) = %v, want an error", cell, s)
		}
	}
}
