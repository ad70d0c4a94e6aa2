package coref

import (
	"slices"
	"testing"
)

func TestSplitRaw(t *testing.T) {
	var got []string
	splitRaw("Mr. Varga’s U.S. visit cost $1,200.\n\nHe left.", func(w string) { got = append(got, w) })
	want := []string{"Mr.", "Varga", "'s", "U.S.", "visit", "cost", "$", "0,000", ".", "\n", "He", "left", "."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
