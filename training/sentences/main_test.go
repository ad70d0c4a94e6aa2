package main

import (
	"strings"
	"testing"

	"onrecord/language"
)

func TestWriteSentences(t *testing.T) {
	reader, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	written, err := writeSentences(&out, reader, "It rained, she said. Nobody didn't mind.\n\nA second line.")
	if err != nil {
		t.Fatal(err)
	}
	want := "It rained , she said .\nNobody did n't mind .\nA second line .\n"
	if out.String() != want {
		t.Errorf("wrote %q, want %q", out.String(), want)
	}
	if words := len(strings.Fields(want)); written != words {
		t.Errorf("counted %d words, want %d", written, words)
	}
}
