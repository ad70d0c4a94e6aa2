package timex

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"onrecord/lab"
)

func TestScorePairsOneToOne(t *testing.T) {
	at := func(start, end int) Timex { return Timex{Start: start, End: end, Type: "DATE", Value: "2013"} }
	tests := []struct {
		name            string
		gold, predicted []Timex
		strict, relaxed int
	}{
		{"touching is no overlap", []Timex{at(0, 5)}, []Timex{at(5, 9)}, 0, 0},
		{"one to one", []Timex{at(0, 9)}, []Timex{at(0, 2), at(3, 9)}, 0, 1},
		{"the same span first", []Timex{at(0, 10), at(2, 4)}, []Timex{at(2, 4), at(8, 12)}, 1, 2},
		{"a chain is paired fully", []Timex{at(0, 6), at(5, 9)}, []Timex{at(4, 8), at(8, 20)}, 0, 2},
		{"nothing found", []Timex{at(0, 6)}, nil, 0, 0},
	}
	for _, test := range tests {
		s := ScoreDocuments([]Document{{Timexes: test.gold}}, []Document{{Timexes: test.predicted}})
		if s.Strict.Right != test.strict || s.Relaxed.Right != test.relaxed {
			t.Errorf("%s: strict %d, relaxed %d; want %d, %d", test.name, s.Strict.Right, s.Relaxed.Right, test.strict, test.relaxed)
		}
	}
}

func TestScoreLeavesOutGoldWithoutValue(t *testing.T) {
	gold := []Timex{{Start: 0, End: 5, Type: "DATE"}, {Start: 10, End: 20, Type: "DATE", Value: "1999"}}
	predicted := []Timex{{Start: 0, End: 5, Type: "date", Value: "2000"}, {Start: 10, End: 20, Type: "TIME", Value: " 1999 "}}
	s := ScoreDocuments([]Document{{Timexes: gold}}, []Document{{Timexes: predicted}})
	if s.Value != (Count{Right: 1, Gold: 1, Predicted: 1}) || s.Type.Right != 1 {
		t.Errorf("got %+v", s)
	}
}

func TestPredictCountsCharacters(t *testing.T) {
	const text = "Señor Ibáñez said “no” on Tuesday.\n\nTalks resume next week."
	line, err := json.Marshal(Document{ID: "a", DCT: "2015-12-30T10:00", Text: text, Timexes: []Timex{{Start: 0, End: 5}}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Predict(context.Background(), bytes.NewReader(line), &out); err != nil {
		t.Fatal(err)
	}
	docs, err := Read(&out)
	if err != nil || len(docs) != 1 || len(docs[0].Timexes) != 2 {
		t.Fatalf("got %+v, %v", docs, err)
	}
	for i, want := range []string{"Tuesday 2015-12-29", "next week 2016-W01"} {
		x := docs[0].Timexes[i]
		if got := string([]rune(text)[x.Start:x.End]) + " " + x.Value; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	if _, err := Read(strings.NewReader("{}\n{")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

// TestMeantimeStaysGood guards the figures of the smallest dev set; the others are
// measured by "make eval".
func TestMeantimeStaysGood(t *testing.T) {
	corpora := lab.Corpora("../../../shared")
	if _, err := os.Stat(corpora.Path("corpora", "timex")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("no corpora beside the checkout: ", err)
	}
	score, err := evaluateSet(context.Background(), corpora, "meantime-train")
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{"strict F1": 87, "relaxed F1": 91, "value F1": 82}
	for _, f := range score.figures("meantime-train") {
		if floor, ok := floors[f.Measure]; ok && f.Value < floor {
			t.Errorf("%s is %.2f, below %.0f", f.Measure, f.Value, floor)
		}
	}
}
