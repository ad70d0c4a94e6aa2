package events

import (
	"slices"
	"testing"

	"onrecord"
)

func TestCircles(t *testing.T) {
	c, err := openCircles()
	if err != nil {
		t.Fatal(err)
	}
	l, err := openLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"told": "contact", "meeting": "contact", "ferried": "move", "bombs": "harm", "arrested": "law"} {
		if got := c.deeds[l.stem(word)]; got != want {
			t.Errorf("%s is of %q, want %q", word, got, want)
		}
	}
	if got := c.parties[l.stem("reporters")]; got != "media" {
		t.Errorf("reporters are of %q", got)
	}
}

// What somebody told whom looks alike for all words of telling.
func TestCirclesMakeWordsAlike(t *testing.T) {
	f, err := openFlatLexicon()
	if err != nil {
		t.Fatal(err)
	}
	circlesOf := func(text string) []uint32 {
		words := f.cutWords(text)
		q := Relation{Text: text, Source: onrecord.Span{Start: 0, End: 4}, Target: onrecord.Span{Start: len(text) - 6, End: len(text)}}
		set := &featureSet{}
		f.circles.add(set, words, zonesOf(words, q))
		return set.list
	}
	phoned, told, killed := circlesOf("Oslo phoned Bergen"), circlesOf("Oslo told Bergen"), circlesOf("Oslo killed Bergen")
	if !slices.Equal(phoned, told) || slices.Equal(told, killed) {
		t.Errorf("phoned %v, told %v, killed %v", phoned, told, killed)
	}
}
