package language

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// openTagger opens the embedded tagger of names once for all tests.
func openTagger(t testing.TB) *NameTagger {
	t.Helper()
	tagger, err := LoadNameTagger()
	if err != nil {
		t.Fatalf("load tagger: %v", err)
	}
	return tagger
}

// namesIn writes the names of one sentence as "words/TYPE".
func namesIn(tagger *NameTagger, sentence string) []string {
	words := strings.Fields(sentence)
	var out []string
	for _, n := range tagger.Tag([][]string{words})[0] {
		out = append(out, strings.Join(words[n.First:n.End], " ")+"/"+string(n.Type))
	}
	return out
}

func TestTagFindsNames(t *testing.T) {
	tagger := openTagger(t)
	for _, test := range []struct {
		sentence string
		want     []string
	}{
		{"Foreign minister Pekka Lahtinen met Maria Sandoval in Lisbon on Monday .", []string{"Pekka Lahtinen/PER", "Maria Sandoval/PER", "Lisbon/LOC"}},
		{"Talks between Norway and Chile broke down , Reuters reported .", []string{"Norway/LOC", "Chile/LOC", "Reuters/ORG"}},
		{"Mr Okafor told reporters in Nairobi that he would not pay .", []string{"Okafor/PER", "Nairobi/LOC"}},
		{"it rained all night and nobody came .", nil},
	} {
		if got := namesIn(tagger, test.sentence); !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.sentence, got, test.want)
		}
	}
}

func TestTagNeedsCapital(t *testing.T) {
	tagger := openTagger(t)
	for _, sentence := range []string{"i think so , he wrote .", "! ! !", "and and and"} {
		if got := namesIn(tagger, sentence); len(got) > 0 {
			t.Errorf("%q: got %q", sentence, got)
		}
	}
}

func TestAgreeNamesSettles(t *testing.T) {
	sentences := [][]string{
		{"The", "Amber", "Front", "struck", "."},
		{"He", "left", "Tarn", "."},
		{"Then", "Ivo", "Tarn", "spoke", "."},
		{"Later", "Tarn", "slept", "."},
		{"near", "Amber", "Front", "camps"},
	}
	found := [][]FoundName{
		{{1, 3, onrecord.Organisation}},
		{{2, 3, onrecord.Location}},
		{{1, 3, onrecord.Person}},
		{{1, 2, onrecord.Person}},
		{{1, 3, onrecord.Organisation}},
	}
	agreeNames(sentences, found)
	if got := found[1][0].Type; got != onrecord.Person {
		t.Errorf("a surname of a named person is read as %s", got)
	}
}

func TestTrimName(t *testing.T) {
	for _, test := range []struct{ words, want string }{
		{"village of Tarn", "Tarn"}, {"Tarn 's", "Tarn"}, {"Norland \"", "Norland"}, {"Amber Front ( AF", "Amber Front"},
		{"al-Amber", "al-Amber"}, {"de la Cruz", "de la Cruz"}, {"eBay", "eBay"}, {"Bank of Tarn", "Bank of Tarn"}, {"i", "i"},
	} {
		words := strings.Fields(test.words)
		n := FoundName{0, len(words), onrecord.Organisation}
		trimName(words, &n)
		if got := strings.Join(words[n.First:n.End], " "); got != test.want {
			t.Errorf("%q is cut to %q, want %q", test.words, got, test.want)
		}
	}
}

func TestMayJoinNames(t *testing.T) {
	tags := nameTags()
	at := func(name string) int {
		if name == "" {
			return -1
		}
		return slices.Index(tags, name)
	}
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"O", "O", true}, {"O", "S-PER", true}, {"O", "I-PER", false}, {"B-PER", "E-PER", true},
		{"B-PER", "E-ORG", false}, {"B-PER", "O", false}, {"", "E-LOC", false}, {"B-LOC", "", false},
		{"E-ORG", "B-ORG", true}, {"", "O", true}, {"S-MISC", "", true},
	} {
		if got := mayJoinNames(at(test.a), at(test.b)); got != test.want {
			t.Errorf("%q then %q: %v", test.a, test.b, got)
		}
	}
}

func TestWordTableFallsBack(t *testing.T) {
	table, err := NewWordTable([]byte("Oslo\t1.2.3\nthe\t4.5.6\nU.S\t7.8.9\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		word string
		want uint32
	}{{"Oslo", 2}, {"OSLO", 2}, {"THE", 5}, {"U.S.", 8}, {"unknown", 0}} {
		if got := table.clusters(test.word, strings.ToLower(test.word))[0]; got != test.want {
			t.Errorf("%q: cluster %d, want %d", test.word, got, test.want)
		}
	}
	if _, err := NewWordTable([]byte("no tab")); err == nil {
		t.Error("a row without a tab is read")
	}
}

func FuzzTagNames(f *testing.F) {
	tagger := openTagger(f)
	f.Add("Ivo Varga met Ana Ruiz in Oslo")
	f.Add("\xff\xfe A \x00 É ß İ")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		end := 0
		for _, n := range tagger.Tag([][]string{words, words})[1] {
			if n.First < end || n.End <= n.First || n.End > len(words) {
				t.Fatalf("name [%d,%d) after %d in %d words", n.First, n.End, end, len(words))
			}
			end = n.End
		}
	})
}

func BenchmarkTagNames(b *testing.B) {
	tagger := openTagger(b)
	words := strings.Fields("Foreign minister Pekka Lahtinen met Maria Sandoval of the Amber Front in Lisbon on Monday .")
	report := make([][]string, 20)
	for i := range report {
		report[i] = words
	}
	for b.Loop() {
		tagger.Tag(report)
	}
	b.ReportMetric(float64(len(words)*len(report)*b.N)/b.Elapsed().Seconds(), "words/s")
}
