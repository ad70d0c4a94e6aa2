package across

import (
	"testing"

	"onrecord"
)

func TestRawPairsAreRight(t *testing.T) {
	pairs, err := readRawPairs()
	if err != nil {
		t.Fatal(err)
	}
	if len(pairs) < 4100 {
		t.Errorf("%d pairs: the table was cut", len(pairs))
	}
	for _, p := range pairs {
		switch onrecord.LinkKind(p.kind) {
		case "none", onrecord.Repeats, onrecord.Denies, onrecord.Confirms, onrecord.Contradicts, onrecord.Revises:
		default:
			t.Errorf("%v: %q is no link", p.reports, p.kind)
		}
		if p.stands < 1 || p.at[0].Len() <= 0 || p.at[1].Len() <= 0 || p.reports[0] == p.reports[1] && p.at[0] == p.at[1] {
			t.Errorf("%v at %v: no pair of places that stands for itself and more", p.reports, p.at)
		}
	}
}
