package gold_test

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/lab"
	"onrecord/lab/gold"
	"onrecord/pipeline"
)

// corpora finds the corpora folder from here; without it the test skips, in CI it
// fails.
func corpora(t *testing.T) lab.Corpora {
	t.Helper()
	c := lab.Corpora(filepath.Join("..", "..", string(lab.DefaultCorpora)))
	if _, err := os.Stat(c.Path("seeds")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the seeds are missing: %v", err)
		}
		t.Skipf("skipped: no seeds beside the checkout (%v)", err)
	}
	return c
}

// TestSeedsAreReadRight holds every change to the two reports that the product was
// conceived from.
func TestSeedsAreReadRight(t *testing.T) {
	c := corpora(t)
	p, err := pipeline.Standard()
	if err != nil {
		t.Fatal(err)
	}
	s, err := gold.Measure(t.Context(), p, c.Path("seeds"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if t.Failed() {
			for _, f := range s.Faults {
				t.Log(f)
			}
		}
	}()
	least := func(what string, got, want int) {
		if got < want {
			t.Errorf("%s: %d, want at least %d", what, got, want)
		}
	}
	least("published dates", s.Published.Right, 2)
	least("outlets", s.Outlet.Right, 2)
	least("datelines", s.Dateline.Right, 2)
	least("clutter removed, per cent", int(s.ClutterRemoved.Percent()), 99)
	least("body kept, per cent", int(s.BodyKept.Percent()), 99)
	least("statements with the right speaker, of 13", s.WithSpeaker.Found, 12)
	if extra := s.Statements.Predicted - s.Statements.Found; extra > 2 {
		t.Errorf("%d statements that are not in the gold, want at most 2", extra)
	}
	least("said on", s.SaidOn.Right, 10)
	least("via", s.Via.Right, 10)
	least("named", s.Named.Right, 10)
	least("kind", s.Kind.Right, 10)
	least("events with actor and recipient, of 8", s.Events.Found, 5)
	least("status of those", s.Status.Right, s.Events.Found)
}
