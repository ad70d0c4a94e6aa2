package acts

import (
	"testing"

	"onrecord/codebook"
	"onrecord/lab/labtest"
)

func TestTheTableIsRight(t *testing.T) {
	told, err := readTable()
	if err != nil {
		t.Fatal(err)
	}
	events := 0
	for id, list := range told {
		for _, v := range list {
			events++
			if codebook.Plover().Type(v.Type) == nil {
				t.Errorf("%s: type %q is none of the codebook", id, v.Type)
			}
			if !v.Evidence.Contains(v.Words) {
				t.Errorf("%s: words %v stand outside of their evidence %v", id, v.Words, v.Evidence)
			}
		}
	}
	if len(told) < 600 || events < 5800 {
		t.Errorf("%d events in %d reports; the table was cut", events, len(told))
	}
}

func TestPlacesLieInTheReports(t *testing.T) {
	reports, err := Load(labtest.Corpora(t))
	if err != nil {
		t.Fatal(err)
	}
	told, err := readTable()
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != len(told) {
		t.Errorf("%d of %d reports stand in the raw news", len(reports), len(told))
	}
}

func TestSpansAreRead(t *testing.T) {
	for _, cell := range []string{"", "-", "3", "3-", "-3", "5-5", "7-5", "a-b"} {
		if s, err := readSpan(cell); err == nil {
			t.Errorf("readSpan(%q) = %v, want an error", cell, s)
		}
	}
}
