package ud

import (
	"os"
	"strings"
	"testing"
	"time"

	"onrecord/lab"
	"onrecord/language"
	"onrecord/model/encoder"
)

// TestEncoder measures the shared encoder in the place of the linear tagger and
// parser: ENCODER names a file of its weights. The words and sentences are those of
// the present reader.
func TestEncoder(t *testing.T) {
	path := os.Getenv("ENCODER")
	if path == "" {
		t.Skip("no weights of the encoder: set ENCODER to a file of training/export.py")
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	e, err := encoder.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range devSets {
		gold, err := readFile(lab.Corpora("../../../shared"), set.file)
		if err != nil {
			t.Skip(err)
		}
		for _, o := range []Options{{}, {GoldTokens: true}} {
			linear, err := o.predict(t.Context(), r, gold)
			if err != nil {
				t.Fatal(err)
			}
			report(t, set.name+" linear", o, gold, linear)
			words, spent := encode(e, linear)
			report(t, set.name+" encoder", o, gold, linear)
			t.Logf("%.0f words/s", float64(words)/spent.Seconds())
		}
	}
}

// encode writes the tags and trees of the encoder over those of the sentences.
func encode(e *encoder.Encoder, sentences []Sentence) (words int, spent time.Duration) {
	d := e.NewDesk()
	tags, relations := e.Tags(), e.Relations()
	var forms []string
	began := time.Now()
	for _, s := range sentences {
		forms = forms[:0]
		for _, w := range s.Words {
			forms = append(forms, w.Form)
		}
		d.Read(forms, len(forms))
		words += len(forms)
		for i := range s.Words {
			w := &s.Words[i]
			w.UPOS, w.XPOS, _ = strings.Cut(tags[d.Tags[i]], "/")
			w.Head, w.Deprel = int(d.Heads[i]), relations[d.Relations[i]]
		}
	}
	return words, time.Since(began)
}

func report(t *testing.T, name string, o Options, gold, predicted []Sentence) {
	t.Helper()
	s, err := score(gold, predicted)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s, gold words %t: UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f, sentences %.2f", name, o.GoldTokens, s.UPOS, s.XPOS, s.UAS, s.LAS, s.Sentences)
}
