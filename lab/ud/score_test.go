package ud

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord/lab"
	"onrecord/language"
)

func TestScoreOfDamagedTrees(t *testing.T) {
	perfect := Score{Tokens: 100, Sentences: 100, Words: 100, UPOS: 100, XPOS: 100, Lemmas: 100, UAS: 100, LAS: 100}
	one := func(right, words float64) float64 { return 100 * right / words }
	for _, c := range []struct {
		name     string
		from, to string
		want     func(s *Score)
	}{
		{"same", "", "", func(*Score) {}},
		{"subtype does not count", "nsubj", "nsubj:pass", func(*Score) {}},
		{"wrong tag", "NOUN\tNNS", "VERB\tNNS", func(s *Score) { s.UPOS = one(7, 8) }},
		{"wrong label", "nsubj", "obj", func(s *Score) { s.LAS = one(7, 8) }},
		{"wrong head", "4\tnsubj", "2\tnsubj", func(s *Score) { s.UAS, s.LAS = one(7, 8), one(7, 8) }},
		{"wrong lemma", "envoy\t", "envoys\t", func(s *Score) { s.Lemmas = one(7, 8) }},
	} {
		predicted := strings.Replace(madeUp, c.from, c.to, 1)
		want := perfect
		c.want(&want)
		got, err := score(read(t, madeUp), read(t, predicted))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestScoreOfAContractionLeftWhole(t *testing.T) {
	whole := "1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n" +
		"2\tcan't\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n" +
		"3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
		"4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
	got, err := score(read(t, madeUp)[:1], read(t, whole))
	if err != nil {
		t.Fatal(err)
	}
	if got.Tokens != 100 || got.Words != 100*2*3/9.0 || got.LAS != got.Words {
		t.Errorf("got %+v", got)
	}
}

func TestScoreRefusesOtherTexts(t *testing.T) {
	if _, err := score(read(t, madeUp), read(t, strings.Replace(madeUp, "Yes", "No", 2))); err == nil {
		t.Error("no error")
	}
}

func TestPredictionsFitTheirTexts(t *testing.T) {
	var out strings.Builder
	if err := Predict(context.Background(), strings.NewReader(madeUp), &out); err != nil {
		t.Fatal(err)
	}
	if _, err := score(read(t, madeUp), read(t, out.String())); err != nil {
		t.Error(err)
	}
}

// TestLearnsFromATreebank learns from a little made-up treebank, twice, and
// wants the same files.
func TestLearnsFromATreebank(t *testing.T) {
	var sentences []Sentence
	for range 20 {
		sentences = append(sentences, read(t, madeUp)...)
	}
	first, err := language.Learn(courseOf(sentences, nil), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	second, err := language.Learn(courseOf(sentences, nil), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error("files of two runs differ")
	}
}

// TestBars wants the figures that the product promises on the dev sets.
func TestBars(t *testing.T) {
	if testing.Short() {
		t.Skip("parses both dev sets")
	}
	corpora := lab.Corpora("../../../shared")
	if _, err := os.Stat(corpora.Path("corpora", "ud")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no corpora at " + string(corpora))
		}
		t.Skip("no corpora at " + string(corpora))
	}
	figures, err := Evaluate(context.Background(), corpora)
	if err != nil {
		t.Fatal(err)
	}
	bars := map[string]float64{"UPOS raw": 95, "LAS raw": 78}
	for _, f := range figures {
		if bar := bars[f.Measure]; f.Value < bar {
			t.Errorf("%s %s: %.2f, want %.0f", f.Set, f.Measure, f.Value, bar)
		}
	}
}
