package language

import (
	"os"
	"testing"

	"onrecord"
)

// TestAnotherEncoder reads with a network of random weights:
// whatever it says, each sentence has one root and the lemmas are there.
func TestAnotherEncoder(t *testing.T) {
	file, err := os.ReadFile("../model/encoder/testdata/small.bin")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	before := r.Digests()["encoder"]
	if err := r.UseEncoder(file); err != nil {
		t.Fatal(err)
	}
	if after := r.Digests()["encoder"]; after == "" || after == before {
		t.Errorf("the digest of the encoder was %q and is %q", before, after)
	}
	words := "The mayor left Port Lund on Monday. Nobody at the harbour saw her go, she said."
	text := &onrecord.Text{Words: words, Paragraphs: []onrecord.Paragraph{{Span: onrecord.Span{End: len(words)}, Kind: onrecord.Body}}}
	a, _, err := r.Analyze(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range a.Sentences {
		roots := 0
		for _, w := range a.Tokens[s.First:s.End] {
			if w.Head < 0 {
				roots++
			} else if w.Head < s.First || w.Head >= s.End {
				t.Errorf("%q has its head outside its sentence", text.Cut(w.Span))
			}
			if w.Lemma == "" || w.UPOS == "" || w.Deprel == "" {
				t.Errorf("%q is not analysed: %+v", text.Cut(w.Span), w)
			}
		}
		if roots != 1 {
			t.Errorf("%d roots in %q", roots, text.Cut(s.Span))
		}
	}
}

func TestUseEncoderRefusesOtherFiles(t *testing.T) {
	r := newReader()
	if err := r.UseEncoder([]byte("no weights")); err == nil {
		t.Error("no fault")
	}
}
