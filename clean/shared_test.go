package clean

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

// shared is the folder of seeds and gold reports beside the checkout.
const shared = "../../shared"

// gold is the part of a gold record that speaks of the page.
type gold struct {
	ID, URL, Outlet, Headline, Text string
	Byline                          []string
	Dateline                        struct{ Place, Agency string }
	Published                       onrecord.Date
	Clutter                         []string
}

func readGold(t *testing.T, pattern string) []gold {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(shared, pattern))
	if len(paths) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatalf("no %s in %s", pattern, shared)
		}
		t.Skipf("no %s in %s", pattern, shared)
	}
	var all []gold
	for _, path := range paths {
		var g gold
		readJSON(t, path, &g)
		if g.Text == "" {
			raw, err := os.ReadFile(strings.TrimSuffix(path, ".gold.json") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			g.Text = string(raw)
		}
		all = append(all, g)
	}
	return all
}

// TestSeeds reads the two seed reports with no hint from a carrier: the page
// itself tells all that their gold says.
func TestSeeds(t *testing.T) {
	for _, g := range readGold(t, "seeds/*.gold.json") {
		t.Run(g.ID, func(t *testing.T) {
			text := cleanPlain(t, g.Text)
			compareImprint(t, text, g)
			if gone, kept := compareClutter(text, g); gone < 1 || kept < 1 {
				t.Errorf("clutter removed %.4f, body kept %.4f; want all\n%s", gone, kept, clutterOf(text))
			}
		})
	}
}

// TestGold reads the gold reports as a carrier gives them: with address and title,
// and with date and outlet where the page does not tell them.
func TestGold(t *testing.T) {
	for _, g := range readGold(t, "gold/*.json") {
		t.Run(g.ID, func(t *testing.T) {
			report := &onrecord.Report{Source: g.ID, URL: g.URL, Title: g.Headline, MediaType: onrecord.PlainText, Raw: []byte(g.Text)}
			text, _, err := New().Clean(report)
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, text)
			if text.Words != g.Text {
				t.Error("words changed")
			}
			if got := cmp.Or(text.Imprint.Published, g.Published); got != g.Published {
				t.Errorf("published %q from %q, want %q", got, text.Imprint.PublishedFrom, g.Published)
			}
			if gone, kept := compareClutter(text, g); gone < 0.97 || kept < 0.99 {
				t.Errorf("clutter removed %.4f, body kept %.4f\n%s", gone, kept, clutterOf(text))
			}
		})
	}
}

func compareImprint(t *testing.T, text *onrecord.Text, g gold) {
	t.Helper()
	got := text.Imprint
	for _, c := range []struct{ what, got, want string }{
		{"outlet", got.Outlet, g.Outlet},
		{"headline", got.Headline, g.Headline},
		{"byline", strings.Join(got.Byline, ", "), strings.Join(g.Byline, ", ")},
		{"place", got.Dateline.Place, g.Dateline.Place},
		{"agency", got.Dateline.Agency, g.Dateline.Agency},
		{"published", string(got.Published), string(g.Published)},
		{"language", got.Language, "en"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
}

// compareClutter gives the share of the gold clutter's words that are in no
// paragraph and of the other words that are in one.
func compareClutter(text *onrecord.Text, g gold) (gone, kept float64) {
	counts := countWords(text, g)
	return counts.gone(), counts.kept()
}

// wordCounts counts words by what gold says of them and by what became of them.
type wordCounts struct{ clutterGone, clutter, bodyKept, body int }

func (c *wordCounts) add(o wordCounts) {
	c.clutterGone, c.clutter = c.clutterGone+o.clutterGone, c.clutter+o.clutter
	c.bodyKept, c.body = c.bodyKept+o.bodyKept, c.body+o.body
}

func (c *wordCounts) gone() float64 { return share(c.clutterGone, c.clutter) }
func (c *wordCounts) kept() float64 { return share(c.bodyKept, c.body) }

func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}

func countWords(text *onrecord.Text, g gold) wordCounts {
	var clutter []onrecord.Span
	at := 0
	for _, c := range g.Clutter {
		start := at + strings.Index(g.Text[at:], c)
		clutter = append(clutter, onrecord.Span{Start: start, End: start + len(c)})
		at = start + len(c)
	}
	var counts wordCounts
	for at := 0; at < len(g.Text); {
		word := g.Text[at:]
		if end := strings.IndexAny(word, " \n\r\t"); end >= 0 {
			word = word[:end]
		}
		if span := (onrecord.Span{Start: at, End: at + len(word)}); strings.ContainsFunc(word, isWordRune) {
			kept := toInt(inParagraph(text, span))
			if isIn(clutter, span) {
				counts.add(wordCounts{clutterGone: 1 - kept, clutter: 1})
			} else {
				counts.add(wordCounts{bodyKept: kept, body: 1})
			}
		}
		at += len(word) + 1
	}
	return counts
}

func isIn(list []onrecord.Span, s onrecord.Span) bool {
	for _, in := range list {
		if in.Overlaps(s) {
			return true
		}
	}
	return false
}

func inParagraph(text *onrecord.Text, s onrecord.Span) bool {
	for _, p := range text.Paragraphs {
		if p.Overlaps(s) {
			return true
		}
	}
	return false
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
