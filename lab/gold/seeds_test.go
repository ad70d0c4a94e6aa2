package gold_test

import (
	"testing"

	"onrecord/lab/gold"
	"onrecord/lab/labtest"
	"onrecord/pipeline"
)

// TestSeedsAreReadRight holds every change to the two reports that the product was
// conceived from.
func TestSeedsAreReadRight(t *testing.T) {
	c := labtest.Corpora(t, "seeds")
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
