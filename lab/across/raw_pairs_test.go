package across

import (
	"testing"

	"onrecord"
)

func TestRawPairsAreRight(t *testing.T) {
	pairs, err := readRawPairs(rawPairFile)
	if err != nil {
		t.Fatal(err)
	}
	denials, err := readRawPairs(rawDenialFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(pairs) < 4100 || len(denials) < 240 {
		t.Errorf("%d pairs, %d denials: a table was cut", len(pairs), len(denials))
	}
	pairs = append(pairs, denials...)
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
