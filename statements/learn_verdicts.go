package statements

import (
	"onrecord/model"
)

// learnVerdicts shows the frames that models find in lessons they have not seen,
// right and wrong ones. Frames inside a true content are not shown.
func learnVerdicts(lessons []Lesson, reader func(int) *Attributor, o LearnOptions) *model.Logistic {
	type example struct {
		features []uint32
		right    bool
	}
	var examples []example
	for n := range lessons {
		s := setScene(lessons[n].Analysis, o.Classes)
		truth := s.trueDrafts(lessons[n].Frames)
		drafts := reader(n).draftFrames(s, Parts{})
		for i := range drafts {
			right, hidden := compareFrames(&drafts[i], truth)
			if right || !hidden {
				examples = append(examples, example{s.verdictFeatures(&drafts[i], drafts), right})
			}
		}
	}
	l := model.NewLogisticLearner(17, model.LeaderOptions{Rate: 0.05, L1: 0.5, L2: 1})
	for round := range 3 {
		for _, i := range shuffled(numbers(0, len(examples)), round) {
			l.Learn(examples[i].features, examples[i].right)
		}
	}
	o.Log("verdicts learned from %d frames", len(examples))
	return l.Model()
}

// compareFrames tells whether a frame is right, as the scorer sees it, and
// whether its cue stands inside a true content.
func compareFrames(d *draft, truth []draft) (right, hidden bool) {
	for i := range truth {
		g := &truth[i]
		hidden = hidden || holds(g.content, d.head)
		if likeness(g.cue, d.cue) > 0 && likeness(g.content, d.content) >= 0.5 && likeness(g.source, d.source) >= 0.5 {
			right = true
		}
	}
	return right, hidden
}

// likeness is the F1 of two sorted lists of tokens.
func likeness(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	both := 0
	for _, i := range a {
		if holds(b, i) {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
