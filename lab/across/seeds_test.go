package across_test

import (
	"testing"

	"onrecord/lab"
	"onrecord/lab/across"
	"onrecord/lab/labtest"
	"onrecord/pipeline"
)

// TestSeedsAndStories holds every change to what the seeds must show, and to floors below which the
// stories must not fall; lab/scores.md has the figures.
func TestSeedsAndStories(t *testing.T) {
	labtest.Corpora(t, "seeds")
	t.Chdir("../..")
	p, err := pipeline.Standard()
	if err != nil {
		t.Fatal(err)
	}
	figures, err := across.Evaluate(t.Context(), lab.DefaultCorpora, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		t.Logf("%s, %s: %.1f", f.Set, f.Measure, f.Value)
		if f.Set == "seeds" && f.Value != 100 {
			t.Errorf("the seeds no longer show: %s", f.Measure)
		}
	}
}
