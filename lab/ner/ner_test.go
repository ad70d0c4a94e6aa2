package ner

import (
	"bytes"
	"context"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

// rows writes "Ann/B-PER Lee/I-PER | Bob/O" as an IOB2 file.
func rows(short string) string {
	var b strings.Builder
	for sentence := range strings.SplitSeq(short, "|") {
		for _, cell := range strings.Fields(sentence) {
			b.WriteString(strings.Replace(cell, "/", "\t", 1) + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func mustRead(t testing.TB, short string) []iobSentence {
	t.Helper()
	s, err := readIOB2(strings.NewReader(rows(short)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReadNames(t *testing.T) {
	for _, test := range []struct {
		short string
		want  []language.FoundName
	}{
		{"Ann/B-PER Lee/I-PER of/O UN/B-ORG", []language.FoundName{{First: 0, End: 2, Type: "PER"}, {First: 3, End: 4, Type: "ORG"}}},
		{"Bob/B-PER Al/B-PER", []language.FoundName{{First: 0, End: 1, Type: "PER"}, {First: 1, End: 2, Type: "PER"}}},
		{"a/I-PER b/I-PER c/I-LOC", []language.FoundName{{First: 0, End: 2, Type: "PER"}, {First: 2, End: 3, Type: "LOC"}}},
		{"a/O", nil},
	} {
		if got := mustRead(t, test.short)[0].names(); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.short, got, test.want)
		}
	}
}

func TestSetNamesIsReadBack(t *testing.T) {
	s := mustRead(t, "Ann/O Lee/O met/O Bob/O")[0]
	want := []language.FoundName{{First: 0, End: 2, Type: onrecord.Person}, {First: 3, End: 4, Type: onrecord.Person}}
	s.setNames(want)
	if got := s.names(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReportsAreGrouped(t *testing.T) {
	s, err := readIOB2(strings.NewReader("# doc = 1\nA\tO\n\nB\tO\n\n# doc = 2\n#\tO\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	reports := reportsOf(s)
	if len(reports) != 2 || len(reports[0]) != 2 || reports[1][0].words[0] != "#" {
		t.Errorf("got %v", reports)
	}
}

func TestHalvesThatMeasure(t *testing.T) {
	s, err := readIOB2(strings.NewReader("# doc = 1\nA\tO\n\n# doc = 2\nB\tO\n\nC\tO\n\n# doc = 3\nD\tO\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if kept := oddReports(s); len(kept) != 2 || kept[0].words[0] != "B" || kept[1].words[0] != "C" {
		t.Errorf("got %v, want the second report", kept)
	}
	if kept := secondHalf(s); len(kept) != 0 {
		t.Errorf("of a short set %v is kept", kept)
	}
}

func TestScore(t *testing.T) {
	gold := mustRead(t, "Ann/B-PER Lee/I-PER of/O UN/B-ORG in/O Oslo/B-LOC ./O | Norse/B-MISC Bob/B-PER Al/B-PER")
	given := mustRead(t, "Ann/B-PER Lee/O of/O UN/B-LOC in/O Oslo/B-LOC ./O | Norse/B-MISC Bob/B-PER Al/I-PER")
	f := figures("made", score(gold, given))
	if got, want := f[0].Value, 100*2.0/9; math.Abs(got-want) > 1e-9 {
		t.Errorf("core F1 %v, want %v", got, want)
	}
}

func TestPredictKeepsWords(t *testing.T) {
	in := "# doc = x\n" + rows("Maria/O Sandoval/O left/O Lisbon/O ./O | Quietly/B-ORG ./O")
	var out bytes.Buffer
	if err := Predict(context.Background(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	s, err := readIOB2(&out)
	if err != nil {
		t.Fatal(err)
	}
	if len(s) != 2 || strings.Join(s[0].words, " ") != "Maria Sandoval left Lisbon ." || len(s[1].names()) != 0 {
		t.Errorf("got %v", s)
	}
}

func TestDevSetsReachFloors(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	c := lab.DefaultCorpora
	if _, err := os.Stat(filepathUp(c.Path())); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skipf("no corpora at %s", c)
	}
	figures, err := Evaluate(context.Background(), lab.Corpora(filepathUp(string(c))))
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{"conll2003-dev": 81, "gum-dev": 59.2, "uner_ewt-dev, half": 56}
	for _, f := range figures {
		if floor, ok := floors[f.Set]; ok && strings.HasPrefix(f.Measure, "PER+") && f.Value < floor {
			t.Errorf("%s %s: %.2f is below %.2f", f.Set, f.Measure, f.Value, floor)
		}
	}
}

// filepathUp gives a path from the module root as seen from this folder.
func filepathUp(path string) string { return "../../" + path }

func FuzzReadIOB2(f *testing.F) {
	f.Add("# doc = 1\nA\tB-PER\tx\n\n")
	f.Add("A\tI-\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := readIOB2(strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range s {
			s[i].setNames(s[i].names())
		}
	})
}
