package links

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/words"
)

// TestWeightsAreSound checks that every feature has its weights, and that no line is left over.
func TestWeightsAreSound(t *testing.T) {
	for _, c := range []struct {
		name, table string
		features    []string
		columns     int
	}{
		{"weights.txt", weightFile, FeatureNames(false), answer},
		{"answers.txt", answerFile, FeatureNames(true), 1},
		{"denials.txt", denialFile, DenialNames(), 1},
	} {
		found := map[string]int{}
		eachWeight(c.table, func(name string, row []float64) { found[name] = len(row) })
		if c.name != "denials.txt" {
			c.features = append(c.features, "bound")
		}
		for _, name := range c.features {
			if found[name] != c.columns {
				t.Errorf("%s: %q has %d weights, want %d", c.name, name, found[name], c.columns)
			}
		}
		if lines := strings.Count(c.table, "\n") - 1; lines != len(c.features) {
			t.Errorf("%s has %d lines for %d features and bounds", c.name, lines, len(c.features))
		}
	}
}

func TestSidesAreImplied(t *testing.T) {
	e := &onrecord.Entry{Actors: []onrecord.Actor{
		{ID: "NOR", Name: "Norway", Kind: onrecord.StateActor}, {ID: "person/weber", Name: "Weber", Kind: onrecord.PersonActor},
		{ID: "person/berg", Name: "Berg", Kind: onrecord.PersonActor}, {ID: "person/lund", Name: "Lund", Kind: onrecord.PersonActor},
	}}
	say := func(by onrecord.ActorID, form onrecord.StatementForm, words string) {
		at := len(e.Text)
		e.Text += words + " "
		e.Statements = append(e.Statements, onrecord.Statement{Form: form, Speaker: onrecord.Speaker{Actor: by, Named: true, Kind: onrecord.PersonSpeaks},
			Content: []onrecord.Quote{{Span: onrecord.Span{Start: at, End: at + len(words)}, Text: words}}})
	}
	say("NOR", onrecord.Indirect, "demands the release of the sailors")
	say("person/berg", onrecord.Direct, "They must come home")
	say("person/weber", onrecord.Indirect, "Norway would pay the fine")
	say("person/lund", onrecord.Indirect, "the Norwegian ferry had sunk")
	got := Sides(e, words.NewReader(e))
	for i, want := range []onrecord.ActorID{"NOR", "NOR", "NOR", "person/lund"} {
		if got[i] != want {
			t.Errorf("%q is the word of %q, want %q", e.Statements[i].Content[0].Text, got[i], want)
		}
	}
}
