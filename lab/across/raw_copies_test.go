package across

import (
	"cmp"
	"os"
	"slices"
	"testing"

	"onrecord"
	"onrecord/lab/labtest"
)

// TestRawCopies prints a hundred of the copies found in news-raw, to be checked by hand: RAW_COPIES=1 go test
// ./lab/across -run RawCopies -v
func TestRawCopies(t *testing.T) {
	if os.Getenv("RAW_COPIES") == "" {
		t.Skip("skipped: set RAW_COPIES to print copies to be checked by hand")
	}
	reports, copies, err := rawCopies(labtest.Corpora(t, "corpora", "news-raw"))
	if err != nil {
		t.Fatal(err)
	}
	passages := 0
	for _, c := range copies {
		if c.Kind == onrecord.Passage {
			passages++
		}
	}
	t.Logf("%d reports, %d pairs of one origin, %d passages", len(reports), len(copies)-passages, passages)
	slices.SortStableFunc(copies, func(x, y onrecord.Copy) int { // those of one origin first
		return cmp.Compare(boolInt(x.Kind == onrecord.Passage), boolInt(y.Kind == onrecord.Passage))
	})
	for _, c := range copies[:min(100, len(copies))] {
		a, b := reports[c.Of], reports[c.Report]
		t.Logf("%s %.2f %s\n  %s %s | %s\n  %.240q\n  %s %s | %s\n  %.240q", c.Kind, c.Share, c.Why, a.Date, a.Outlet, a.Title, a.Text, b.Date, b.Outlet, b.Title, b.Text)
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
