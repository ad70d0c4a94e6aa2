package statements

import (
	"slices"

	"onrecord"
	"onrecord/model"
)

// Lesson is an analysis with its true outermost frames. Head and Within of the
// frames are not read.
type Lesson struct {
	Analysis *onrecord.Analysis
	Frames   []Frame
}

// LearnOptions sets how the models are learned; the zero value works.
type LearnOptions struct {
	Rounds             int // passes over the lessons, 0 means 5
	CueBits, RoleBits  int // log2 of the number of features, 0 means 20 and 19
	Cues, Roles, Joins model.LeaderOptions
	Classes            *WordClasses
	Log                func(format string, args ...any)
}

func (o LearnOptions) filled() LearnOptions {
	if o.Rounds == 0 {
		o.Rounds = 5
	}
	if o.Classes == nil {
		o.Classes = &WordClasses{}
	}
	if o.CueBits == 0 {
		o.CueBits = 20
	}
	if o.RoleBits == 0 {
		o.RoleBits = 19
	}
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	return o
}

// Learn makes an attributor from lessons. What a later model reads of an earlier
// one it learns from a model that has not seen the lesson: each half of the
// lessons is read by models of the other half.
func Learn(lessons []Lesson, o LearnOptions) *Attributor {
	o = o.filled()
	t := &Attributor{classes: o.Classes}
	all, halves := numbers(0, len(lessons)), [2][]int{}
	for i := range lessons {
		halves[i%2] = append(halves[i%2], i)
	}
	t.cues = learnCues(lessons, all, o)
	var half [2]*Attributor
	for h := range half {
		half[h] = &Attributor{classes: o.Classes, cues: learnCues(lessons, halves[1-h], o)}
	}
	o.Log("cues learned")
	reader := func(i int) *Attributor { return half[i%2] }
	for h := range half {
		half[h].roles, half[h].joins = learnRoles(lessons, halves[1-h], reader, max(2, o.Rounds-2), o)
	}
	o.Log("roles of the halves learned")
	t.roles, t.joins = learnRoles(lessons, all, reader, o.Rounds, o)
	o.Log("roles learned")
	t.verdicts = learnVerdicts(lessons, reader, o)
	return t
}

// shuffled gives the numbers in an order that depends on the round alone.
func shuffled(list []int, round int) []int {
	order := slices.Clone(list)
	key := func(i int) uint64 { return mix(mix(uint64(i)+1, uint64(round)+99), 7) }
	slices.SortFunc(order, func(a, b int) int {
		switch x, y := key(a), key(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return a - b
	})
	return order
}

// learnCues shows every word that may be a cue, except those inside a content:
// what is attributed inside a content is not marked.
func learnCues(lessons []Lesson, which []int, o LearnOptions) *model.Logistic {
	l := model.NewLogisticLearner(o.CueBits, o.Cues)
	var buffer []uint32
	for round := range o.Rounds {
		for _, n := range shuffled(which, round) {
			s := setScene(lessons[n].Analysis, o.Classes)
			heads, hidden := map[int]bool{}, map[int]bool{}
			for _, d := range s.trueDrafts(lessons[n].Frames) {
				heads[d.head] = true
				for _, i := range d.content {
					hidden[i] = true
				}
			}
			for i := range s.a.Tokens {
				if heads[i] || (!hidden[i] && s.mayBeCue(i)) {
					buffer = s.cueFeatures(i, buffer[:0])
					l.Learn(buffer, heads[i])
				}
			}
		}
	}
	return l.Model()
}

// learnRoles learns the labels of a cue's words and which lone quotations belong
// to it; reader gives the models that weigh the cues of a lesson.
func learnRoles(lessons []Lesson, which []int, reader func(int) *Attributor, rounds int, o LearnOptions) (*model.Chain, *model.Logistic) {
	roles := model.NewChainLearner(o.RoleBits, roleLabels, roleContexts, o.Roles)
	joins := model.NewLogisticLearner(14, o.Joins)
	for round := range rounds {
		for _, n := range shuffled(which, round) {
			s := setScene(lessons[n].Analysis, o.Classes)
			s.weighCues(reader(n).cues)
			drafts := s.trueDrafts(lessons[n].Frames)
			for i := range drafts {
				s.showRoles(roles, &drafts[i])
			}
			s.showJoins(joins, drafts)
		}
	}
	return roles.Model(), joins.Model()
}

func (s *scene) showRoles(roles *model.ChainLearner, d *draft) {
	v := s.viewRoles(d.head)
	rows, contexts := v.rows()
	truth := make([]int, len(rows))
	for label, part := range [][]int{inSource: d.source, inCue: d.cue, inContent: d.content} {
		for _, i := range part {
			if i >= v.first && i < v.end {
				truth[i-v.first] = label
			}
		}
	}
	roles.Learn(rows, contexts, truth)
}

// showJoins shows the quotations that are content of a frame of another
// sentence, and those that are not.
func (s *scene) showJoins(joins *model.LogisticLearner, drafts []draft) {
	runs := s.quoteTokens()
	near := make([]draft, len(drafts))
	for i, d := range drafts {
		v := s.viewRoles(d.head)
		near[i] = d
		near[i].content = nil
		for _, j := range d.content {
			if j >= v.first && j < v.end {
				near[i].content = append(near[i].content, j)
			}
		}
		near[i].growQuotes(s, runs)
	}
	for _, o := range s.orphans(near, runs) {
		for _, i := range o.rivals(s, near) {
			belongs := holds(drafts[i].content, (o.first+o.end)/2)
			joins.Learn(s.joinFeatures(o, &near[i], near, nil), belongs)
			if belongs {
				near[i].add(o)
			}
		}
	}
}

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
		drafts := reader(n).draftFrames(s)
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

// Pack gives the weights as files by name.
func (t *Attributor) Pack() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, pack := range map[string]func() ([]byte, error){
		"cues.bin":     func() ([]byte, error) { return t.cues.Pack(0.01) },
		"roles.bin":    func() ([]byte, error) { return t.roles.Pack(0.01) },
		"joins.bin":    func() ([]byte, error) { return t.joins.Pack(0) },
		"verdicts.bin": func() ([]byte, error) { return t.verdicts.Pack(0) },
	} {
		packed, err := pack()
		if err != nil {
			return nil, err
		}
		files[name] = packed
	}
	return files, nil
}
