package statements

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord"
)

// laidOut makes a text whose lines are body paragraphs.
func laidOut(words string) *onrecord.Text {
	text := &onrecord.Text{Report: &onrecord.Report{}, Words: words, Imprint: onrecord.Imprint{Language: "en"}}
	at := 0
	for line := range strings.SplitSeq(words, "\n") {
		if line != "" {
			text.Paragraphs = append(text.Paragraphs, onrecord.Paragraph{Span: onrecord.Span{Start: at, End: at + len(line)}, Kind: onrecord.Body})
		}
		at += len(line) + 1
	}
	return text
}

func TestFindQuotations(t *testing.T) {
	for _, test := range []struct {
		name, words string
		want        []string
	}{
		{"curly", "The minister said “we will pay” on Monday.", []string{"“we will pay”"}},
		{"straight", `"We will pay," she said. "Soon."`, []string{`"We will pay,"`, `"Soon."`}},
		{"doubled singles", "''We will pay,'' she said.", []string{"''We will pay,''"}},
		{"backticks", "``We will pay,'' she said.", []string{"``We will pay,''"}},
		{"guillemets", "He said «we pay» twice.", []string{"«we pay»"}},
		{"apostrophes are none", "Russia’s envoys don't sell the farmers’ wheat.", nil},
		{"single curly", "He called it ‘a farmers’ market’ again.", []string{"‘a farmers’"}},
		{"single straight", "He called it 'a disgrace' again.", []string{"'a disgrace'"}},
		{"nested", "“She said ‘no’ to us,” he said.", []string{"“She said ‘no’ to us,”", "‘no’"}},
		{"never closed", "“We will pay, he said.", []string{"“We will pay, he said."}},
		{"closed without opening", "We will pay,” he said.", nil},
		{"opened anew", "“First.\n“Second.”", []string{"“First.", "“Second.”"}},
		{"odd straight marks", `He said "we pay and left. "We go," she said.`, []string{`"we pay and left. `, `"We go,"`}},
		{"a name of a ship", `The "Petrel" sank.`, []string{`"Petrel"`}},
		{"inches", `A 6" pipe broke.`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := laidOut(test.words)
			var got []string
			for _, q := range findQuotations(text) {
				got = append(got, text.Cut(q.Span))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuotationContinuesOverParagraphs(t *testing.T) {
	found := findQuotations(laidOut("“First.\n“Second.\n“Third,” he said.\n“Other.”"))
	var got []int
	for _, q := range found {
		got = append(got, q.Continues)
	}
	if want := []int{-1, 0, 1, -1}; !slices.Equal(got, want) {
		t.Errorf("continues %v, want %v", got, want)
	}
}

func FuzzFindQuotations(f *testing.F) {
	f.Add("“She said ‘no’ to us,” he said.\n''Well''")
	f.Add(`"a "b" c"`)
	f.Add("’’’‘‘«»``''\"")
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(words) {
			return
		}
		text := laidOut(words)
		for i, q := range findQuotations(text) {
			if q.Start < 0 || q.End > len(words) || q.Start >= q.End || !q.Contains(q.Inner) {
				t.Fatalf("quotation %d: span %v, inner %v", i, q.Span, q.Inner)
			}
			if !utf8.ValidString(text.Cut(q.Span)) || q.Continues >= i {
				t.Fatalf("quotation %d: %q continues %d", i, text.Cut(q.Span), q.Continues)
			}
		}
	})
}
