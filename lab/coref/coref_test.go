package coref

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"onrecord"
)

// sets writes "abc de" as clusters; a letter is the mention of one token.
func sets(short string) [][]mention {
	var out [][]mention
	for _, word := range strings.Fields(short) {
		var c []mention
		for _, r := range word {
			c = append(c, mention{int(r - 'a'), int(r - 'a')})
		}
		out = append(out, c)
	}
	return clustersOf(out)
}

func TestScoreOfWorkedExamples(t *testing.T) {
	for _, test := range []struct {
		gold, given   string
		muc, b3, ceaf float64
	}{
		{"abc defg", "ab cd fghi", 40, 45.45, 52},
		{"abcde fg hijkl", "abcde fghijkl", 94.7, 86.5, 73.3},
		{"abcde fg hijkl", "abcdehijkl fg", 94.7, 73.7, 66.7},
		{"abcde fg hijkl", "abcdefghijkl", 90, 54.5, 29.4},
		{"abc de", "de abc", 100, 100, 100},
		{"ab", "", 0, 0, 0},
	} {
		var s counts
		s.add(sets(test.gold), sets(test.given))
		_, muc, b3, ceaf, conll := s.measures()
		for _, pair := range [][2]float64{{muc, test.muc}, {b3, test.b3}, {ceaf, test.ceaf}, {conll, (muc + b3 + ceaf) / 3}} {
			if math.Abs(pair[0]-pair[1]) > 0.06 {
				t.Errorf("%q against %q: MUC %.2f B3 %.2f CEAFe %.2f", test.given, test.gold, muc, b3, ceaf)
				break
			}
		}
	}
}

func TestAnalysisHoldsTokens(t *testing.T) {
	d := document{Doc: "x", Tokens: []string{"He", "left", ".", "So", "what"}, Sentences: [][2]int{{0, 3}, {3, 5}}}
	a, err := d.analysis()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range d.Tokens {
		if got := a.Text.Cut(a.Tokens[i].Span); got != want {
			t.Errorf("token %d is %q, want %q", i, got, want)
		}
	}
	d.Sentences = [][2]int{{0, 3}, {2, 5}}
	if _, err := d.analysis(); err == nil {
		t.Error("sentences that overlap are read")
	}
}

func TestByteSpans(t *testing.T) {
	text := "Zoë met Ana"
	got := byteSpans(text, [2]int{8, 11}, [2]int{-1, 4}, [2]int{5, 99})
	if cut := text[got[0].Start:got[0].End]; cut != "Ana" {
		t.Errorf("cut %q", cut)
	}
	if !got[1].IsEmpty() || !got[2].IsEmpty() {
		t.Errorf("spans outside the text: %v", got[1:])
	}
}

func TestCorpusSpanTakesArticleAndGenitive(t *testing.T) {
	d := document{Tokens: strings.Fields("The Taliban 's envoy , a man , left"), Sentences: [][2]int{{0, 8}}}
	a, err := d.analysis()
	if err != nil {
		t.Fatal(err)
	}
	for i, tag := range []struct {
		xpos, deprel string
		head         int
	}{{"DT", "det", 1}, {"NNP", "nmod:poss", 3}, {"POS", "case", 1}, {"NN", "nsubj", 7}, {",", "punct", 5}, {"DT", "det", 6}, {"NN", "appos", 3}, {",", "punct", 6}} {
		a.Tokens[i].XPOS, a.Tokens[i].Deprel, a.Tokens[i].Head = tag.xpos, tag.deprel, tag.head
	}
	span := func(first, last int) onrecord.Span {
		return onrecord.Span{Start: a.Tokens[first].Start, End: a.Tokens[last].End}
	}
	name := onrecord.Mention{Span: span(1, 1), Core: span(1, 1), Head: 1, Form: onrecord.Name}
	if got, ok := corpusSpan(a, &name); !ok || got != [2]int{0, 2} {
		t.Errorf("name: %v %v", got, ok)
	}
}

func TestPredictPassage(t *testing.T) {
	text := "Maria Sandoval met Pekka Lahtinen in Lisbon. She left early."
	p := passage{ID: "1", Text: text, Pronoun: [2]int{45, 48}, A: [2]int{0, 14}, B: [2]int{19, 33}, BCoref: true, Gender: "F"}
	in, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Predict(context.Background(), bytes.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	var got passage
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if !got.ACoref || got.BCoref {
		t.Errorf("A %v, B %v; want A alone", got.ACoref, got.BCoref)
	}
}

func TestFirstPronoun(t *testing.T) {
	for _, test := range []struct {
		words string
		want  int
	}{{"said he left", 0}, {"and her son", 1}, {"met Ana and he", -1}, {"left", -1}} {
		if got := firstPronoun(strings.Fields(test.words)); got != test.want {
			t.Errorf("%q: %d, want %d", test.words, got, test.want)
		}
	}
}

func FuzzReadDocument(f *testing.F) {
	f.Add(`{"doc":"x","tokens":["a","b"],"sentences":[[0,2]],"clusters":[[[0,1],[1,1]]],"singletons":[[0,0,"person",null]]}`)
	f.Add(`{"doc":"x","sentences":[[0,9]]}`)
	f.Fuzz(func(t *testing.T, line string) {
		docs, err := readLines[document](strings.NewReader(line))
		if err != nil {
			return
		}
		for i := range docs {
			if a, err := docs[i].analysis(); err == nil {
				docs[i].lesson(a)
			}
		}
	})
}
