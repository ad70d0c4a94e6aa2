package ner

import (
	"bytes"
	"os"
	"testing"
)

// The reader's file of known names follows the tables of actors.
func TestKnownNamesFollowTheTables(t *testing.T) {
	want, err := packKnown()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../language/weights/names.known.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the tables of actors have changed: run `make known-names`")
	}
}
