// Package extract measures package clean against another extractor on the pages
// of clean/testdata. It is a module of its own, so that the other extractor is
// never linked into the product. Run it with `go test -v` in this folder; PAGES
// names another folder of NAME.html and NAME.gold.json.
package extract

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/markusmobius/go-trafilatura"

	"onrecord"
	"onrecord/clean"
)

func TestCompare(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("PAGES"), "../../clean/testdata/pages"), "*.html"))
	if len(pages) == 0 {
		t.Skip("no pages")
	}
	var ours, theirs figures
	for _, path := range pages {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		gold := readGold(t, path)
		a, b := overlap(gold, cleaned(raw)), overlap(gold, trafilated(raw))
		ours.add(a)
		theirs.add(b)
		t.Logf("%-20s clean F1 %.3f   trafilatura F1 %.3f", filepath.Base(path), a.f1(), b.f1())
	}
	t.Logf("%d pages: clean P %.3f R %.3f F1 %.3f; trafilatura P %.3f R %.3f F1 %.3f", len(pages),
		ours.precision(), ours.recall(), ours.f1(), theirs.precision(), theirs.recall(), theirs.f1())
	if ours.f1() < theirs.f1() {
		t.Error("the other extractor is better")
	}
}

func readGold(t *testing.T, path string) string {
	raw, err := os.ReadFile(strings.TrimSuffix(path, ".html") + ".gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Body []string }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	return strings.Join(gold.Body, "\n")
}

func cleaned(raw []byte) string {
	text, _, err := clean.New().Clean(&onrecord.Report{MediaType: onrecord.HTML, Raw: raw})
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, p := range text.Paragraphs {
		if p.Kind == onrecord.Body || p.Kind == onrecord.Subhead || p.Kind == onrecord.DateLine || p.Kind == onrecord.Repeat {
			b.WriteString(text.Cut(p.Span) + "\n")
		}
	}
	return b.String()
}

func trafilated(raw []byte) string {
	result, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{ExcludeComments: true})
	if err != nil || result == nil {
		return ""
	}
	return result.ContentText
}

// page is how much of a page's report one extractor found.
type page struct{ precision, recall float64 }

func (p page) f1() float64 {
	if p.precision+p.recall == 0 {
		return 0
	}
	return 2 * p.precision * p.recall / (p.precision + p.recall)
}

// figures is the mean over pages.
type figures struct {
	sum   page
	pages float64
}

func (f *figures) add(p page) {
	f.sum.precision += p.precision
	f.sum.recall += p.recall
	f.pages++
}

func (f *figures) precision() float64 { return f.sum.precision / f.pages }
func (f *figures) recall() float64    { return f.sum.recall / f.pages }
func (f *figures) f1() float64        { return page{f.precision(), f.recall()}.f1() }

// overlap compares runs of four words, each as often as it stands.
func overlap(gold, got string) page {
	want, have := shingles(gold), shingles(got)
	both, all, found := 0, 0, 0
	for s, n := range want {
		both += min(n, have[s])
		all += n
	}
	for _, n := range have {
		found += n
	}
	return page{float64(both) / float64(max(found, 1)), float64(both) / float64(max(all, 1))}
}

func shingles(text string) map[string]int {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	runs := map[string]int{}
	for i := 0; i+4 <= len(words); i++ {
		runs[strings.Join(words[i:i+4], " ")]++
	}
	return runs
}
