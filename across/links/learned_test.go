package links

import (
	"os"
	"strings"
	"testing"

	"onrecord"
	"onrecord/across/words"
)

// TestWeightsAreSound checks that every feature has its weights, and that no line is left over.
func TestWeightsAreSound(t *testing.T) {
	file, err := os.ReadFile("weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for line := range strings.Lines(string(file)) {
		if name, list, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, "#") {
			found[name] = len(strings.Fields(list))
		}
	}
	for _, name := range append(FeatureNames(), "bound") {
		if found[name] != heads {
			t.Errorf("weights.txt: %q has %d weights, want %d", name, found[name], heads)
		}
	}
	if want := len(FeatureNames()) + 1; len(found) != want {
		t.Errorf("weights.txt has %d lines for %d features and their bound", len(found), want)
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
