package across

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/lab/labtest"
)

// TestRawCopies prints a hundred of the pairs found in news-raw, to be checked by hand: all of one origin, and
// passages drawn with a fixed seed. The verdicts stand in raw_copies.tsv.
//
//	RAW_COPIES=1 go test ./lab/across -run RawCopies -v -timeout 1h
func TestRawCopies(t *testing.T) {
	if os.Getenv("RAW_COPIES") == "" {
		t.Skip("skipped: set RAW_COPIES to print copies to be checked by hand")
	}
	reports, copies, err := rawCopies(labtest.Corpora(t, "corpora", "news-raw"))
	if err != nil {
		t.Fatal(err)
	}
	isPassage := func(c onrecord.Copy) bool { return c.Kind == onrecord.Passage }
	passages := slices.DeleteFunc(slices.Clone(copies), func(c onrecord.Copy) bool { return !isPassage(c) })
	copies = slices.DeleteFunc(copies, isPassage)
	t.Logf("%d reports, %d pairs of one origin, %d passages", len(reports), len(copies), len(passages))
	rand.New(rand.NewPCG(6, 100)).Shuffle(len(passages), func(i, j int) { passages[i], passages[j] = passages[j], passages[i] })
	for _, c := range append(copies, passages[:max(0, 100-len(copies))]...) {
		a, b := reports[c.Of], reports[c.Report]
		t.Logf("%s\t%s\t%s\t%.2f\t%s\n  %s %s | %s\n  %s %s | %s\n  %q", c.Of, c.Report, c.Kind, c.Share, c.Why,
			a.Date, a.Outlet, a.Title, b.Date, b.Outlet, b.Title, longestRun(strings.Fields(a.Text), strings.Fields(b.Text)))
	}
}

// longestRun gives the longest run of words that two texts share.
func longestRun(a, b []string) string {
	at := map[string][]int{}
	for j, word := range b {
		at[word] = append(at[word], j)
	}
	best, end := 0, 0
	before := map[int]int{} // length of the run that ends at a place of b
	for i, word := range a {
		now := map[int]int{}
		for _, j := range at[word] {
			now[j] = before[j-1] + 1
			if now[j] > best {
				best, end = now[j], i+1
			}
		}
		before = now
	}
	return strings.Join(a[end-best:end], " ")
}
