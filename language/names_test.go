package language

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/model/encoder"
)

// namesOf writes the names of one sentence as "words/TYPE".
func namesOf(r *Reader, sentence string) []string {
	words := strings.Fields(sentence)
	var out []string
	for _, n := range r.Names([][]string{words})[0] {
		out = append(out, strings.Join(words[n.First:n.End], " ")+"/"+string(n.Type))
	}
	return out
}

func TestNamesAreFound(t *testing.T) {
	reader := loaded(t)
	for _, test := range []struct {
		sentence string
		want     []string
	}{
		{"Foreign minister Pekka Lahtinen met Maria Sandoval in Lisbon on Monday .", []string{"Pekka Lahtinen/PER", "Maria Sandoval/PER", "Lisbon/LOC"}},
		{"Talks between Norway and Chile broke down , Reuters reported .", []string{"Norway/LOC", "Chile/LOC", "Reuters/ORG"}},
		{"Mr Okafor told reporters in Nairobi that he would not pay .", []string{"Okafor/PER", "Nairobi/LOC"}},
		{"it rained all night and nobody came .", nil},
	} {
		if got := namesOf(reader, test.sentence); !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.sentence, got, test.want)
		}
	}
}

func TestNamesAreNotGuessed(t *testing.T) {
	reader := loaded(t)
	for _, sentence := range []string{"i think so , he wrote .", "! ! !", "and and and"} {
		if got := namesOf(reader, sentence); len(got) > 0 {
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

// TestDecodeKeepsNamesWhole holds that a label that cannot stand alone is weighed
// against the whole row.
func TestDecodeKeepsNamesWhole(t *testing.T) {
	row := func(likes map[int]float32) []float32 {
		scores := make([]float32, encoder.Labels)
		for label, score := range likes {
			scores[label] = score
		}
		return scores
	}
	person, organisation := 1, 5
	var d nameDecoder
	for _, test := range []struct {
		name string
		rows []float32
		want []FoundName
	}{
		{"nothing", nil, nil},
		{"outside", row(map[int]float32{0: 1}), nil},
		{"alone", row(map[int]float32{person + aloneInName: 2, 0: 1}), []FoundName{{0, 1, onrecord.Person}}},
		{"an end without a start", row(map[int]float32{person + lastInName: 3, 0: 1}), nil},
		{"a start without an end", row(map[int]float32{person + firstInName: 3, 0: 1}), nil},
		{"three words", slices.Concat(row(map[int]float32{organisation + firstInName: 2}), row(map[int]float32{organisation + insideName: 2}),
			row(map[int]float32{organisation + lastInName: 2})), []FoundName{{0, 3, onrecord.Organisation}}},
		{"one type from start to end", slices.Concat(row(map[int]float32{organisation + firstInName: 3}),
			row(map[int]float32{person + lastInName: 2, organisation + lastInName: 1})), []FoundName{{0, 2, onrecord.Organisation}}},
		{"two names", slices.Concat(row(map[int]float32{person + aloneInName: 3}), row(map[int]float32{person + aloneInName: 3})),
			[]FoundName{{0, 1, onrecord.Person}, {1, 2, onrecord.Person}}},
	} {
		if got := d.decode(test.rows); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func FuzzTagNames(f *testing.F) {
	reader := loaded(f)
	f.Add("Ivo Varga met Ana Ruiz in Oslo")
	f.Add("\xff\xfe A \x00 É ß İ")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		end := 0
		for _, n := range reader.Names([][]string{words, words})[1] {
			if n.First < end || n.End <= n.First || n.End > len(words) {
				t.Fatalf("name [%d,%d) after %d in %d words", n.First, n.End, end, len(words))
			}
			end = n.End
		}
	})
}

func BenchmarkTagNames(b *testing.B) {
	reader := loaded(b)
	words := strings.Fields("Foreign minister Pekka Lahtinen met Maria Sandoval of the Amber Front in Lisbon on Monday .")
	report := make([][]string, 20)
	for i := range report {
		report[i] = words
	}
	for b.Loop() {
		reader.Names(report)
	}
	b.ReportMetric(float64(len(words)*len(report)*b.N)/b.Elapsed().Seconds(), "words/s")
}
