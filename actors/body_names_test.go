package actors

import (
	"slices"
	"testing"
)

func TestBodyNames(t *testing.T) {
	names, err := BodyNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"State Department", "ISIS", "TASS", "Human Rights Watch", "Security Council"} {
		if !slices.Contains(names, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, unwanted := range []string{"IS", "IS?", "the Pentagon", "UN", "Moscow", "Russia"} {
		if slices.Contains(names, unwanted) {
			t.Errorf("%q is no name that needs no company", unwanted)
		}
	}
}
