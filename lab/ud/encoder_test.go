package ud

import (
	"os"
	"testing"
	"time"

	"onrecord/lab"
	"onrecord/language"
	"onrecord/model/encoder"
)

// TestEncoder measures other weights of the encoder beside those that ship: ENCODER
// names their file. The words and sentences are those of the present reader.
func TestEncoder(t *testing.T) {
	path := os.Getenv("ENCODER")
	if path == "" {
		t.Skip("no weights of the encoder: set ENCODER to a file of training/export.py")
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	other, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.UseEncoder(file); err != nil {
		t.Fatal(err)
	}
	for _, set := range devSets {
		gold, err := readFile(lab.Corpora("../../../shared"), set.file)
		if err != nil {
			t.Skip(err)
		}
		for _, o := range []Options{{}, {GoldTokens: true}} {
			report(t, set.name+" shipped", shipped, o, gold)
			report(t, set.name+" other", other, o, gold)
		}
		speed(t, file, gold)
	}
}

func report(t *testing.T, name string, r *language.Reader, o Options, gold []Sentence) {
	t.Helper()
	predicted, err := o.predict(t.Context(), r, gold)
	if err != nil {
		t.Fatal(err)
	}
	s, err := score(gold, predicted)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%-16s gold words %-5t UPOS %.2f XPOS %.2f lemmas %.2f UAS %.2f LAS %.2f",
		name, o.GoldTokens, s.UPOS, s.XPOS, s.Lemmas, s.UAS, s.LAS)
}

// speed reads all sentences with the encoder alone.
func speed(t *testing.T, file []byte, gold []Sentence) {
	t.Helper()
	e, err := encoder.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	var ends []int
	for _, s := range gold {
		for _, w := range s.Words {
			forms = append(forms, w.Form)
		}
		ends = append(ends, len(forms))
	}
	d := e.NewDesk()
	d.Read(forms, ends...)
	began := time.Now()
	d.Read(forms, ends...)
	t.Logf("encoder alone: %.0f words/s", float64(len(forms))/time.Since(began).Seconds())
}
