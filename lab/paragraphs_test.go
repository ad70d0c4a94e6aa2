package lab

import (
	"slices"
	"testing"
)

func TestParagraphs(t *testing.T) {
	words := "  One line.\n\nAnother,\nand its end. \n\n \n\nLast"
	for separator, want := range map[string][]string{
		"\n\n": {"One line.", "Another,\nand its end.", "Last"},
		"\n":   {"One line.", "Another,", "and its end.", "Last"},
	} {
		var got []string
		for _, p := range Paragraphs(words, separator) {
			got = append(got, words[p.Start:p.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %q: got %q, want %q", separator, got, want)
		}
	}
}
