package store_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestOwnTextLeavesClutterOut(t *testing.T) {
	e := &onrecord.Entry{Text: "ad. one ad ad two ad"}
	clutter := func(spans ...[2]int) {
		e.Clutter = nil
		for _, s := range spans {
			e.Clutter = append(e.Clutter, onrecord.Quote{Span: onrecord.Span{Start: s[0], End: s[1]}})
		}
	}
	for _, c := range []struct {
		spans [][2]int
		want  string
	}{
		{nil, "ad. one ad ad two ad"},
		{[][2]int{{0, 3}, {8, 10}, {11, 13}, {18, 20}}, " one | | two |"},
		{[][2]int{{0, 10}, {8, 13}}, " two ad"},
		{[][2]int{{0, 20}}, ""},
	} {
		clutter(c.spans...)
		if got := strings.Join(store.OwnText(e), "|"); got != c.want {
			t.Errorf("without %v: %q, want %q", c.spans, got, c.want)
		}
	}
}

func TestLinesKnowDaysAndAliases(t *testing.T) {
	lines := store.Lines(storetest.Embassy())
	if len(lines) != 4 || lines[0].Sort != store.ReportLine {
		t.Fatalf("%d lines, the first is a %s", len(lines), lines[0].Sort)
	}
	said := lines[1]
	if said.From != "2031-03-03" || said.To != "2031-03-03" {
		t.Errorf("s1 was said from %s to %s", said.From, said.To)
	}
	if want := []string{"Anna Weber", "Ms Weber", "Norland", "Norhaven"}; !slices.Equal(said.Names[store.By], want) {
		t.Errorf("s1 is by %q, want %q: those whose word it is too", said.Names[store.By], want)
	}
	if want := []string{"Norland", "Norhaven", "Sudland", "Südland"}; !slices.Equal(said.Names[store.About], want) {
		t.Errorf("s1 is about %q, want %q", said.Names[store.About], want)
	}
	half := storetest.Embassy()
	half.Statements[0].SaidOn = &onrecord.When{To: "2031-02"}
	if got := store.Lines(half)[1]; got.From != "2031-02-01" || got.To != "2031-02-28" {
		t.Errorf("a half-known interval is from %s to %s", got.From, got.To)
	}
}

func TestDigestTellsProvenancesApart(t *testing.T) {
	made := func(version, model string) onrecord.Provenance {
		return onrecord.Provenance{Program: "p", Version: version, Models: map[string]string{"a": model, "b": "1", "c": "2"}}
	}
	if first, again := store.Digest(made("1", "x")), store.Digest(made("1", "x")); first != again {
		t.Error("the same provenance has two digests")
	}
	if store.Digest(made("1", "x")) == store.Digest(made("2", "x")) || store.Digest(made("1", "x")) == store.Digest(made("1", "y")) {
		t.Error("two provenances have one digest")
	}
}
