package language

import (
	"context"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// readBody analyses paragraphs of body text.
func readBody(t testing.TB, r *Reader, paragraphs ...string) *onrecord.Analysis {
	t.Helper()
	text := &onrecord.Text{Words: strings.Join(paragraphs, "\n\n")}
	at := 0
	for _, p := range paragraphs {
		text.Paragraphs = append(text.Paragraphs, onrecord.Paragraph{Span: onrecord.Span{Start: at, End: at + len(p)}, Kind: onrecord.Body})
		at += len(p) + 2
	}
	a, _, err := r.Analyze(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func openReader(t testing.TB) *Reader {
	t.Helper()
	r, err := Load()
	if err != nil {
		t.Fatalf("load reader: %v", err)
	}
	return r
}

// chainOf gives the name of the chain of the mention with these words.
func chainOf(a *onrecord.Analysis, words string) string {
	for i := range a.Mentions {
		if a.Text.Cut(a.Mentions[i].Span) == words {
			return a.Text.Cut(a.Chains[a.Mentions[i].Chain].Name)
		}
	}
	return "(no mention)"
}

func TestChainsJoin(t *testing.T) {
	r := openReader(t)
	for _, test := range []struct {
		rule string
		text string
		of   string // words of a mention
		want string // name of its chain
	}{
		{"surname", "Pekka Lahtinen resigned on Monday. Lahtinen gave no reason.", "Lahtinen", "Pekka Lahtinen"},
		{"title and surname", "Pekka Lahtinen resigned on Monday. Mr Lahtinen gave no reason.", "Mr Lahtinen", "Pekka Lahtinen"},
		{"title", "Foreign minister Pekka Lahtinen resigned on Monday.", "Foreign minister Pekka Lahtinen", "Pekka Lahtinen"},
		{"office", "Foreign minister Pekka Lahtinen resigned on Monday. The minister gave no reason.", "The minister", "Pekka Lahtinen"},
		{"pronoun", "Pekka Lahtinen resigned on Monday. He gave no reason.", "He", "Pekka Lahtinen"},
		{"woman", "Maria Sandoval spoke to the press in Lisbon. She said that the talks had failed.", "She", "Maria Sandoval"},
		{"acronym", "The Baltic Trade Organisation (BTO) met in Riga. BTO members voted on the plan.", "BTO", "Baltic Trade Organisation"},
		{"subject ahead", "In a statement on its website, the Baltic Trade Organisation rejected the plan.", "its", "Baltic Trade Organisation"},
		{"subject behind its opening phrase", "After her speech in Lisbon, Maria Sandoval flew to Riga.", "her", "Maria Sandoval"},
		{"understood subject", "Pekka Lahtinen resigned on Monday, leaving his post to Ivo Varga.", "his", "Pekka Lahtinen"},
		{"not the dateline", "AMMAN, February 19 - Maria Sandoval said on Wednesday that she would travel to Riga.", "she", "Maria Sandoval"},
		{"body and kind", "The armed Amber Front (AF) group left. The Amber Front gave no reason.", "The armed Amber Front (AF) group", "Amber Front"},
		{"relative", "The officials, who met in Oslo, left at noon.", "who", "The officials"},
		{"short body", "The Danish Foreign Ministry rejected the plan. The ministry gave no reason.", "The ministry", "Danish Foreign Ministry"},
	} {
		t.Run(test.rule, func(t *testing.T) {
			a := readBody(t, r, test.text)
			if got := chainOf(a, test.of); got != test.want {
				t.Errorf("%q in %q is in the chain of %q, want %q", test.of, test.text, got, test.want)
			}
		})
	}
}

func TestChainsKeepApart(t *testing.T) {
	r := openReader(t)
	for _, test := range []struct{ rule, text, x, y string }{
		{"two persons", "Pekka Lahtinen met Maria Sandoval in Lisbon.", "Pekka Lahtinen", "Maria Sandoval"},
		{"two of one surname", "Anna Lahtinen met Pekka Lahtinen in Lisbon.", "Anna Lahtinen", "Pekka Lahtinen"},
		{"gender", "Maria Sandoval resigned on Monday. He gave no reason.", "He", "Maria Sandoval"},
		{"place before a comma", "According to experts in Oslo, the Baltic Trade Organisation rejected the plan.", "Oslo", "Baltic Trade Organisation"},
		{"his son", "Pekka Lahtinen left. His son, Ivo Varga, stayed in Lisbon.", "His", "Ivo Varga"},
		{"subject and object", "Pekka Lahtinen praised him in Lisbon.", "him", "Pekka Lahtinen"},
		{"body and its spokesman", "Danish Foreign Ministry spokesman Pekka Lahtinen resigned.", "Danish Foreign Ministry", "Pekka Lahtinen"},
	} {
		t.Run(test.rule, func(t *testing.T) {
			a := readBody(t, r, test.text)
			if x, y := chainOf(a, test.x), chainOf(a, test.y); x == y {
				t.Errorf("%q and %q of %q are one: %q", test.x, test.y, test.text, x)
			}
		})
	}
}

func TestIsNameOf(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Varga", "Ivo Varga", true}, {"Ivo", "Ivo Varga", true}, {"I. Varga", "Ivo J. Varga", true},
		{"Ana Varga", "Ivo Varga", false}, {"Ivo Varga", "Ivo Varga Jr.", true}, {"Ruiz", "Ivo Varga", false}, {"", "Ivo", false},
	} {
		if got := isNameOf(strings.Fields(test.a), strings.Fields(test.b)); got != test.want {
			t.Errorf("%q and %q: %v", test.a, test.b, got)
		}
	}
}

func TestIsAcronymOf(t *testing.T) {
	for _, test := range []struct {
		short, long string
		want        bool
	}{
		{"AF", "Amber Front", true}, {"BTO", "Baltic Trade Organisation", true}, {"MoT", "Ministry of Trade", false},
		{"MOT", "Ministry of Trade", true}, {"MT", "Ministry of Trade", true}, {"A.F.", "Amber Front", true}, {"AX", "Amber Front", false}, {"A", "Amber Front", false},
	} {
		if got := isAcronymOf([]string{test.short}, strings.Fields(test.long)); got != test.want {
			t.Errorf("%s for %s: %v", test.short, test.long, got)
		}
	}
}

// TestChainsAreWhole checks that every mention is in the chain that it names, that
// mentions stand in order, and that broken trees do no harm.
func TestChainsAreWhole(t *testing.T) {
	r := openReader(t)
	a := readBody(t, r, "Foreign minister Pekka Lahtinen, who met Maria Sandoval (the envoy) in Lisbon, said he trusted her.",
		"“We will see,” she said. The Baltic Trade Organisation (BTO) — also known as the League — and its members agreed.")
	random := rand.New(rand.NewSource(7))
	for round := range 50 {
		checkChains(t, a)
		for i := range a.Tokens {
			if random.Intn(3) == 0 {
				a.Tokens[i].Head = random.Intn(len(a.Tokens)+2) - 1
			}
			if round > 20 && random.Intn(3) == 0 {
				a.Tokens[i].Deprel = a.Tokens[random.Intn(len(a.Tokens))].Deprel
				a.Tokens[i].UPOS = a.Tokens[random.Intn(len(a.Tokens))].UPOS
			}
		}
		r.FindChains(a)
	}
}

func checkChains(t *testing.T, a *onrecord.Analysis) {
	t.Helper()
	if !slices.IsSortedFunc(a.Mentions, inTextOrder) {
		t.Fatal("mentions are out of order")
	}
	seen := make([]bool, len(a.Mentions))
	for c, chain := range a.Chains {
		for _, i := range chain.Mentions {
			if seen[i] || a.Mentions[i].Chain != c {
				t.Fatalf("mention %d is in chain %d, says %d", i, c, a.Mentions[i].Chain)
			}
			seen[i] = true
		}
	}
	for i, m := range a.Mentions {
		if !seen[i] || m.IsEmpty() || m.End > len(a.Text.Words) || !m.Contains(m.Core) {
			t.Fatalf("mention %d [%d,%d) core [%d,%d)", i, m.Start, m.End, m.Core.Start, m.Core.End)
		}
	}
}

func BenchmarkFindChains(b *testing.B) {
	r := openReader(b)
	p := "Foreign minister Pekka Lahtinen, who met Maria Sandoval in Lisbon, said he trusted her. The Baltic Trade Organisation (BTO) and its members agreed."
	a := readBody(b, r, slices.Repeat([]string{p}, 40)...)
	for b.Loop() {
		r.FindChains(a)
	}
	b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func TestChainWordsAreMarked(t *testing.T) {
	for _, line := range dataLines("chains_words.txt") {
		word, marks, ok := strings.Cut(line, "\t")
		if !ok || word != strings.ToLower(word) || marks == "" || strings.Trim(marks, "mftgaws") != "" {
			t.Errorf("bad row %q", line)
		}
		if strings.Contains(marks, "m") && strings.Contains(marks, "f") {
			t.Errorf("%q is marked a man and a woman", word)
		}
	}
}
