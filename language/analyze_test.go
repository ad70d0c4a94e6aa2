package language

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord"
)

var loadOnce = sync.OnceValues(Load)

func loaded(t testing.TB) *Reader {
	t.Helper()
	r, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// textOf makes a text of paragraphs, the first a headline.
func textOf(paragraphs ...string) *onrecord.Text {
	text := &onrecord.Text{Imprint: onrecord.Imprint{Language: "en"}}
	for i, p := range paragraphs {
		kind := onrecord.Body
		if i == 0 {
			kind = onrecord.Headline
		}
		start := len(text.Words)
		text.Words += p + "\n\n"
		text.Paragraphs = append(text.Paragraphs, onrecord.Paragraph{Span: onrecord.Span{Start: start, End: start + len(p)}, Kind: kind})
	}
	return text
}

var madeUp = textOf(
	"Minister denies border talks",
	"VARNA - The foreign minister of Ruria, Mr. Dan Olan, didn't deny on Tuesday that talks with the rebels' commander had begun. "+
		"“We cannot comment,” he said. “It isn’t our policy.”",
	"The U.S. State Department said that Gen. A. B. Tarr would visit Port Sel at 5:30 p.m. on Jan. 3.\n"+
		"Officials in the state-run agency put the cost at $4.5m, up 12% from 2014.",
)

func parse(t testing.TB, text *onrecord.Text) *onrecord.Analysis {
	t.Helper()
	a, _, err := loaded(t).Parse(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSentencesOfAReport(t *testing.T) {
	var got []string
	a := parse(t, madeUp)
	for _, s := range a.Sentences {
		got = append(got, a.Text.Cut(s.Span))
	}
	want := []string{
		"Minister denies border talks",
		"VARNA - The foreign minister of Ruria, Mr. Dan Olan, didn't deny on Tuesday that talks with the rebels' commander had begun.",
		"“We cannot comment,” he said.",
		"“It isn’t our policy.”",
		"The U.S. State Department said that Gen. A. B. Tarr would visit Port Sel at 5:30 p.m. on Jan. 3.",
		"Officials in the state-run agency put the cost at $4.5m, up 12% from 2014.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinesOfAParagraph(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The envoy said that the\ntalks would go on.", []string{"The envoy said that the\ntalks would go on."}},
		{"He asked for\n- an end to the raids\n- free passage", []string{"He asked for", "- an end to the raids", "- free passage"}},
		{"Envoys leave\n\nThe talks are over", []string{"Envoys leave", "The talks are over"}},
	} {
		var got []string
		a := parse(t, textOf("", c.text))
		for _, s := range a.Sentences {
			got = append(got, a.Text.Cut(s.Span))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTreeOfASentence(t *testing.T) {
	a := parse(t, textOf("", "The minister said that Russia had attacked the town."))
	for _, want := range []struct{ word, upos, lemma, deprel, head string }{
		{"minister", "NOUN", "minister", "nsubj", "said"},
		{"said", "VERB", "say", "root", ""},
		{"Russia", "PROPN", "Russia", "nsubj", "attacked"},
		{"attacked", "VERB", "attack", "ccomp", "said"},
		{"town", "NOUN", "town", "obj", "attacked"},
	} {
		for _, tok := range a.Tokens {
			if a.Text.Cut(tok.Span) != want.word {
				continue
			}
			head := ""
			if tok.Head >= 0 {
				head = a.Text.Cut(a.Tokens[tok.Head].Span)
			}
			if tok.UPOS != want.upos || tok.Lemma != want.lemma || tok.Deprel != want.deprel || head != want.head {
				t.Errorf("%s: %s %s, %s of %q; want %+v", want.word, tok.UPOS, tok.Lemma, tok.Deprel, head, want)
			}
		}
	}
}

// A time between "was" and what was done does not make a month of the subject.
func TestPassivesCutByATime(t *testing.T) {
	for text, aux := range map[string]string{
		"Ola Berg was last month accused by Norland of spying.": "aux:pass",
		"Ann Roe was on Monday arrested by police.":             "aux:pass",
	} {
		a := parse(t, textOf("", text))
		checkParse(t, a)
		verb, deprel := -1, ""
		for i, tok := range a.Tokens {
			switch a.Text.Cut(tok.Span) {
			case "accused", "arrested":
				verb = i
			case "was":
				deprel = tok.Deprel
			}
		}
		if verb < 0 || a.Tokens[verb].Deprel != "root" || deprel != aux || a.Tokens[0].Deprel != "nsubj:pass" {
			t.Errorf("%s: the verb is %s, was is %s, the subject %s", text, a.Tokens[verb].Deprel, deprel, a.Tokens[0].Deprel)
		}
	}
}

// Who calls a strike calls it nothing.
func TestWhatIsCalled(t *testing.T) {
	for text, want := range map[string]string{
		"Four unions called a one-day strike for Thursday.":  "obj",
		"Two men were tried for what a court called a raid.": "xcomp",
	} {
		a := parse(t, textOf("", text))
		for _, tok := range a.Tokens {
			if word := a.Text.Cut(tok.Span); (word == "strike" || word == "raid") && tok.Deprel != want {
				t.Errorf("%s: %s is %s, want %s", text, word, tok.Deprel, want)
			}
		}
	}
}

// Words are cut at hyphens, names of persons are not.
func TestNamesGoOnOverHyphens(t *testing.T) {
	reader := loaded(t)
	for text, want := range map[string]string{
		"Mr Kang Do-hyun accused President Seo Mi-kyung of lying.":         "Kang Do-hyun, Seo Mi-kyung",
		"The minister, Charles Tolbert Weah-Kollie, met Anna Berg.":        "Charles Tolbert Weah-Kollie, Anna Berg",
		"Critics of Donald Trump-backed candidates met Anna Berg in Oslo.": "Donald Trump, Anna Berg",
	} {
		var got []string
		a := readBody(t, reader, text)
		for _, m := range a.Mentions {
			if m.Form == onrecord.Name && m.Type == onrecord.Person {
				got = append(got, a.Text.Cut(m.Span))
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %s", text, got, want)
		}
	}
}

func TestClausesWithThat(t *testing.T) {
	for _, c := range []struct{ text, verb, deprel, head string }{
		{"The minister told reporters that Russia had attacked the town.", "attacked", "ccomp", "told"},
		{"He told reporters that the bridge had been repaired.", "repaired", "ccomp", "told"},
		{"They left the town that Ruria attacked.", "attacked", "acl:relcl", "town"},
		{"They met the man who tested the missile.", "tested", "acl:relcl", "man"},
	} {
		a := parse(t, textOf("", c.text))
		checkParse(t, a)
		for _, tok := range a.Tokens {
			if a.Text.Cut(tok.Span) != c.verb {
				continue
			}
			if tok.Head < 0 || tok.Deprel != c.deprel || a.Text.Cut(a.Tokens[tok.Head].Span) != c.head {
				t.Errorf("%s: %s is %s of token %d, want %s of %s", c.text, c.verb, tok.Deprel, tok.Head, c.deprel, c.head)
			}
		}
	}
}

// checkParse tests what must hold of any analysis.
func checkParse(t *testing.T, a *onrecord.Analysis) {
	t.Helper()
	at := 0
	for i, tok := range a.Tokens {
		if tok.Start < at || tok.End <= tok.Start || tok.End > len(a.Text.Words) || !utf8.ValidString(a.Text.Cut(tok.Span)) {
			t.Fatalf("token %d stands at [%d,%d) after %d", i, tok.Start, tok.End, at)
		}
		if tok.Joined && tok.Start != at {
			t.Errorf("token %d is joined but does not touch the one before", i)
		}
		at = tok.End
	}
	for i, s := range a.Sentences {
		if s.First >= s.End || s.Start != a.Tokens[s.First].Start || s.Span.End != a.Tokens[s.End-1].End {
			t.Fatalf("sentence %d: tokens [%d,%d) do not fill its span", i, s.First, s.End)
		}
		checkTree(t, a, s)
	}
}

func checkTree(t *testing.T, a *onrecord.Analysis, s onrecord.Sentence) {
	t.Helper()
	roots := 0
	for k := s.First; k < s.End; k++ {
		tok := a.Tokens[k]
		if tok.UPOS == "" || tok.XPOS == "" || tok.Lemma == "" || tok.Deprel == "" {
			t.Errorf("token %d is not read in full: %+v", k, tok)
		}
		if tok.Head < 0 {
			roots++
			continue
		}
		up, steps := k, 0
		for up >= 0 && steps <= s.End-s.First {
			if up < s.First || up >= s.End {
				t.Fatalf("head of token %d lies outside its sentence", k)
			}
			up = a.Tokens[up].Head
			steps++
		}
		if up >= 0 {
			t.Fatalf("token %d hangs in a circle", k)
		}
	}
	if roots != 1 {
		t.Errorf("sentence at %d has %d roots", s.Start, roots)
	}
}

func TestAnalysisHoldsTogether(t *testing.T) { checkParse(t, parse(t, madeUp)) }

func TestSameTextGivesSameAnalysis(t *testing.T) {
	want := parse(t, madeUp)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			a, _, err := loaded(t).Parse(context.Background(), madeUp)
			if err != nil {
				t.Error(err)
				return
			}
			if diff := cmp.Diff(want, a); diff != "" {
				t.Error(diff)
			}
		})
	}
	group.Wait()
}

func TestForeignTextIsLeftUnread(t *testing.T) {
	text := textOf("Der Minister schweigt", "Er sagte nichts.")
	text.Imprint.Language = "de"
	a, issues, err := loaded(t).Analyze(context.Background(), text)
	if err != nil || len(a.Sentences) != 0 || len(issues) != 1 || issues[0].Kind != "language-not-read" {
		t.Errorf("got %d sentences, issues %v, error %v", len(a.Sentences), issues, err)
	}
}

func TestPartsThatAreNotRead(t *testing.T) {
	text := textOf("A headline", "By Dan Olan", "The body.")
	text.Paragraphs[1].Kind = onrecord.Byline
	a := parse(t, text)
	if len(a.Sentences) != 2 || a.Sentences[1].Paragraph != 2 {
		t.Errorf("got sentences %+v, want those of paragraphs 0 and 2", a.Sentences)
	}
}

func TestCancelledReadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := loaded(t).Parse(ctx, madeUp); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

func TestEndlessSentenceIsCut(t *testing.T) {
	a := parse(t, textOf("", strings.Repeat("and so on ", 400)))
	checkParse(t, a)
	for _, s := range a.Sentences {
		if n := s.End - s.First; n > maxSentence {
			t.Errorf("a sentence of %d tokens", n)
		}
	}
}

func TestTooLongTextIsCutWithAnIssue(t *testing.T) {
	text := textOf("", "", "")
	text.Words = strings.Repeat("a ", maxTokens+10) + "b"
	end := len(text.Words)
	text.Paragraphs = []onrecord.Paragraph{
		{Span: onrecord.Span{Start: 0, End: end - 1}, Kind: onrecord.Body},
		{Span: onrecord.Span{Start: end - 1, End: end}, Kind: onrecord.Body},
	}
	d := loaded(t).openDesk()
	a := &onrecord.Analysis{Text: text}
	issues := d.segment(a)
	if len(issues) != 1 || issues[0].Kind != "text-too-long" || len(a.Tokens) > maxTokens {
		t.Errorf("issues %v, %d tokens", issues, len(a.Tokens))
	}
}

func BenchmarkParse(b *testing.B) {
	r := loaded(b)
	tokens := len(parse(b, madeUp).Tokens)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := r.Parse(context.Background(), madeUp); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "words/s")
}
