package language

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/model/encoder"
)

func TestKnownNamesSupport(t *testing.T) {
	var known knownNames
	if err := known.read([]byte("Blue List\nBlue List of Vesta\nNordfront\n")); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words string
		want  []int // places of the labels that gain, -1 where none does
	}{
		{"the Blue List won", []int{-1, firstInName, lastInName, -1}},
		{"Blue List of Vesta", []int{firstInName, insideName, insideName, lastInName}},
		{"Nordfront and blue list", []int{aloneInName, -1, -1, -1}},
		{"Blue", []int{-1}},
		{"List Nordfront", []int{-1, aloneInName}},
	} {
		words := strings.Fields(test.words)
		scores := make([]float32, len(words)*encoder.Labels)
		known.support(words, scores)
		for i, place := range test.want {
			want := make([]float32, encoder.Labels)
			if place >= 0 {
				want[1+4*slices.Index(nameTypes[:], onrecord.Organisation)+place] = knownBonus
			}
			if got := scores[i*encoder.Labels:][:encoder.Labels]; !slices.Equal(got, want) {
				t.Errorf("%q: word %d gains %v, want %v", test.words, i, got, want)
			}
		}
	}
}

func TestKnownNamesAreCutAsReports(t *testing.T) {
	r := openReader(t)
	if n := r.names.known.lengthAt([]string{"U.S.", "State", "Department", "officials"}); n != 3 {
		t.Errorf("the longest name has %d words, want 3", n)
	}
}
