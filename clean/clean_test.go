package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
)

// checkText tests what every text must keep to, whatever came in.
func checkText(t *testing.T, text *onrecord.Text) {
	t.Helper()
	if !utf8.ValidString(text.Words) {
		t.Fatal("words are not UTF-8")
	}
	end := 0
	for _, p := range text.Paragraphs {
		checkSpan(t, text, p.Span, end)
		if p.Kind == "" {
			t.Errorf("paragraph %q has no kind", text.Cut(p.Span))
		}
		end = p.End
	}
	end = 0
	for _, c := range text.Clutter {
		checkSpan(t, text, c, end)
		end = c.End
		for _, p := range text.Paragraphs {
			if p.Overlaps(c) {
				t.Errorf("clutter %q overlaps paragraph %q", text.Cut(c), text.Cut(p.Span))
			}
		}
	}
}

func checkSpan(t *testing.T, text *onrecord.Text, s onrecord.Span, after int) {
	t.Helper()
	if s.IsEmpty() || s.Start < after || s.End > len(text.Words) {
		t.Fatalf("span %v is empty, out of order or outside of %d bytes (after %d)", s, len(text.Words), after)
	}
	if cut := text.Cut(s); !utf8.ValidString(cut) || strings.TrimSpace(cut) == "" {
		t.Fatalf("span %v cuts %q", s, cut)
	}
}

func cleanPlain(t *testing.T, words string) *onrecord.Text {
	t.Helper()
	text, _, err := New().Clean(&onrecord.Report{Source: "test", MediaType: onrecord.PlainText, Raw: []byte(words)})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, text)
	return text
}

// kinds gives the words of all paragraphs of some kinds.
func kinds(text *onrecord.Text, want ...onrecord.ParagraphKind) []string {
	var out []string
	for _, p := range text.Paragraphs {
		if slices.Contains(want, p.Kind) {
			out = append(out, text.Cut(p.Span))
		}
	}
	return out
}

func clutterOf(text *onrecord.Text) string {
	var b strings.Builder
	for _, c := range text.Clutter {
		b.WriteString(text.Cut(c) + "\n")
	}
	return b.String()
}

// pageGold is what a page made for the tests holds.
type pageGold struct {
	URL, Outlet, Headline, Place string
	Published                    onrecord.Date
	Byline, Body                 []string
}

func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) { testPage(t, path) })
	}
}

func testPage(t *testing.T, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var want pageGold
	readJSON(t, strings.TrimSuffix(path, ".html")+".gold.json", &want)
	text, _, err := New().Clean(&onrecord.Report{Source: path, URL: want.URL, MediaType: onrecord.HTML, Raw: raw})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, text)
	got := pageGold{URL: want.URL, Outlet: text.Imprint.Outlet, Headline: text.Imprint.Headline, Place: text.Imprint.Dateline.Place,
		Published: text.Imprint.Published, Byline: text.Imprint.Byline, Body: bodyWithDateline(text)}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// bodyWithDateline gives running text and subheads, the dateline put back before
// the paragraph that it opened.
func bodyWithDateline(text *onrecord.Text) []string {
	out := kinds(text, onrecord.DateLine, onrecord.Body, onrecord.Subhead)
	for i, p := range kinds(text, onrecord.DateLine) {
		at := slices.Index(out, p)
		out[at+1] = p + " " + out[at+1]
		out = slices.Delete(out, at, at+1)
		_ = i
	}
	return out
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(raw, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestCleanRefuses(t *testing.T) {
	for name, report := range map[string]*onrecord.Report{
		"blank text":     {MediaType: onrecord.PlainText, Raw: []byte(" \n\t\n")},
		"no words":       {MediaType: onrecord.PlainText, Raw: []byte("* * *\n\n---")},
		"empty page":     {MediaType: onrecord.HTML, Raw: []byte("<html><body></body></html>")},
		"page of links":  {MediaType: onrecord.HTML, Raw: []byte("<ul>" + strings.Repeat(`<li><a href="/x">A headline of some other story</a></li>`, 40) + "</ul>")},
		"page of script": {MediaType: onrecord.HTML, Raw: []byte("<html><body><script>document.write('The minister said on Monday')</script></body></html>")},
		"nothing":        {MediaType: onrecord.HTML},
	} {
		if text, _, err := New().Clean(report); err == nil || !strings.Contains(err.Error(), "no readable text") {
			t.Errorf("%s: got %v, %v; want an error that tells of no readable text", name, text, err)
		}
	}
}

func TestHostilePages(t *testing.T) {
	sentence := "<p>The minister said on Monday that the talks would go on for as long as they had to."
	for name, page := range map[string]string{
		"deep":            strings.Repeat("<div>", 100_000) + sentence + strings.Repeat("</div>", 100_000),
		"deep formatting": strings.Repeat("<b><i>", 25_000) + sentence,
		"open formatting": strings.Repeat("<b>"+sentence, 3000),
		"deep tables":     strings.Repeat("<table><tr><td>", 20_000) + sentence,
		"long attribute":  `<div class="` + strings.Repeat("x ", 500_000) + `">` + sentence + "</div>",
		"broken JSON-LD":  `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-02","articleBody":"` + "\n" + `</script>` + sentence,
		"deep JSON-LD":    `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 25_000) + `</script>` + sentence,
	} {
		text, _, err := New().Clean(&onrecord.Report{Source: name, MediaType: onrecord.HTML, Raw: []byte("<html><body>" + page)})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkText(t, text)
		if !strings.Contains(text.Words, "talks would go on") {
			t.Errorf("%s: words are %.80q", name, text.Words)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"utf-8 as it came", "Ministers met in Caf\xc3\xa9 Orl\xc3\xb3.\r\n", "Ministers met in Café Orló.\r\n"},
		{"windows-1252", "\x93We agree\x94, said Ren\xe9.", "“We agree”, said René."},
		{"utf-16 with mark", "\xff\xfeH\x00e\x00 \x00w\x00o\x00n\x00.\x00", "He won."},
		{"utf-8 broken once", "\xef\xbb\xbfHe w\xffon.", "He w\ufffdon."},
	} {
		got, err := decode([]byte(c.raw), "")
		if err != nil || strings.TrimPrefix(got, "\ufeff") != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

// TestReports reads plain texts made for the tests in the form of the gold reports.
// Of their clutter some may stay, of their own words next to none may go.
func TestReports(t *testing.T) {
	paths, err := filepath.Glob("testdata/reports/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	var all wordCounts
	for _, path := range paths {
		var g gold
		readJSON(t, path, &g)
		text, _, err := New().Clean(&onrecord.Report{URL: g.URL, MediaType: onrecord.PlainText, Raw: []byte(g.Text)})
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, text)
		counts := countWords(text, g)
		all.add(counts)
		if im := text.Imprint; im.Published != g.Published || im.Outlet != g.Outlet || !strings.EqualFold(im.Dateline.Place, g.Dateline.Place) || counts.kept() < 0.97 {
			t.Errorf("%s: body kept %.3f, %+v\n%s", path, counts.kept(), im, clutterOf(text))
		}
		t.Logf("%-40s clutter removed %.3f, body kept %.3f", path, counts.gone(), counts.kept())
	}
	if all.gone() < 0.8 || all.kept() < 0.99 {
		t.Errorf("clutter removed %.3f, body kept %.3f", all.gone(), all.kept())
	}
}

// TestLongTexts reads texts whose every line could open a box, a head or a card: a
// reader that looks behind each of them to the end would not come back.
func TestLongTexts(t *testing.T) {
	for name, text := range map[string]string{
		"boxes":    strings.Repeat("The minister said on Monday that talks would go on.\n\nRelated\n\n2 May 2019\n\n", 15_000),
		"comments": strings.Repeat("The minister said on Monday that the talks would go on for as long as they had to.\n\nComments\n\n", 15_000),
		"titles":   strings.Repeat("Talks fail again in Dorn\n27 Jul, 2024\n\n", 25_000) + "The minister said on Monday that the talks in Dorn would go on for as long as they had to.",
		"cards":    strings.Repeat("Ann TealAnn Teal MORE ", 25_000),
		"one line": strings.Repeat("word ", 500_000),
		"no line":  strings.Repeat("\n", 500_000) + "The minister said so on Monday.",
	} {
		start := time.Now()
		checkText(t, cleanPlain(t, text))
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}
