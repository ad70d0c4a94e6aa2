package polnear

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

const sampleWords = "“We won,” said Ann Lee. Bob denied it.\n\nExperts believe that taxes will rise, he added. It is said that pigs fly."

// spot finds words in the sample, in code points.
func spot(t *testing.T, words string) [2]int {
	t.Helper()
	at := strings.Index(sampleWords, words)
	if at < 0 {
		t.Fatalf("%q is not in the sample", words)
	}
	start := utf8.RuneCountInString(sampleWords[:at])
	return [2]int{start, start + utf8.RuneCountInString(words)}
}

func sampleGold(t *testing.T) []Attribution {
	one := func(words string) [][2]int { return [][2]int{spot(t, words)} }
	he := spot(t, "he added")
	it := spot(t, "it.")
	return []Attribution{
		{Source: one("Ann Lee"), Cue: one("said"), Content: one("“We won,”")},
		{Source: one("Bob"), Cue: one("denied"), Content: [][2]int{{it[0], it[0] + 2}}},
		{Source: [][2]int{{he[0], he[0] + 2}}, Cue: one("added"), Content: one("Experts believe that taxes will rise")},
		{Cue: one("is said"), Content: one("that pigs fly")},
	}
}

func scoreSample(t *testing.T, given []Attribution) Scores {
	t.Helper()
	gold := []Article{{ID: "x", Text: sampleWords, Attributions: sampleGold(t)}}
	s, err := Score(gold, []Article{{ID: "x", Text: sampleWords, Attributions: given}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestScoreOfGoldIsFull(t *testing.T) {
	s := scoreSample(t, sampleGold(t))
	for _, f := range s.Figures("x") {
		if f.Value != 100 {
			t.Errorf("%s is %.1f", f.Measure, f.Value)
		}
	}
	for kind, n := range map[string]int{"content_direct": 1, "content_indirect": 3, "cue_said": 2, "source_none": 1, "source_pronoun": 1, "source_name": 2, "place_same_sentence": 4} {
		if s.RecallBy[kind] == nil || s.RecallBy[kind].N != n {
			t.Errorf("%s: %+v, want %d", kind, s.RecallBy[kind], n)
		}
	}
}

func TestScoreOfFaults(t *testing.T) {
	gold := sampleGold(t)
	given := []Attribution{
		{Source: [][2]int{spot(t, "Bob")}, Cue: gold[0].Cue, Content: gold[0].Content}, // wrong source
		gold[1], // right
		{Source: gold[2].Source, Cue: gold[2].Cue, Content: [][2]int{spot(t, "taxes will rise")}},             // half of the content
		{Source: [][2]int{spot(t, "pigs")}, Cue: [][2]int{spot(t, "fly")}, Content: [][2]int{spot(t, "Ann")}}, // none
	}
	s := scoreSample(t, given)
	for _, check := range []struct {
		name      string
		got, want float64
	}{
		{"relation P", s.Relation.Precision(), 75},
		{"relation R", s.Relation.Recall(), 75},
		{"relation_source R", s.RelationSource.Recall(), 50},
		{"token cue P", s.Token[cue].Precision(), 75},
		{"token cue R", s.Token[cue].Recall(), 60},
		{"span source F1", s.SpanExact[source].F1(), 200.0 / 3},
	} {
		if math.Abs(check.got-check.want) > 0.01 {
			t.Errorf("%s is %.2f, want %.2f", check.name, check.got, check.want)
		}
	}
}

func TestContentKinds(t *testing.T) {
	for words, want := range map[string]string{
		`"We won"`: "direct", `that "we" won`: "mixed", "that we won": "indirect", "“A.\n\n“B.”": "direct", "''We'' and": "indirect", "_": "indirect",
	} {
		got := indexTokens(words).contentKind([][2]int{{0, utf8.RuneCountInString(words)}})
		if got != want {
			t.Errorf("%q is %s, want %s", words, got, want)
		}
	}
}
