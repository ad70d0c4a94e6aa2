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

// Learn makes an attributor from lessons.
func Learn(lessons []Lesson, o LearnOptions) *Attributor {
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
	l := learner{
		classes: o.Classes,
		cues:    model.NewLogisticLearner(o.CueBits, o.Cues),
		roles:   model.NewChainLearner(o.RoleBits, roleLabels, roleContexts, o.Roles),
		joins:   model.NewLogisticLearner(14, o.Joins),
	}
	for round := range o.Rounds {
		for _, i := range shuffled(len(lessons), round) {
			l.learn(&lessons[i])
		}
		if o.Log != nil {
			o.Log("round %d of %d", round+1, o.Rounds)
		}
	}
	return &Attributor{cues: l.cues.Model(), roles: l.roles.Model(), joins: l.joins.Model(), classes: o.Classes}
}

// shuffled gives the numbers below n in an order that depends on the round alone.
func shuffled(n, round int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := mix(uint64(a)+1, uint64(round)+99), mix(uint64(b)+1, uint64(round)+99)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return a - b
	})
	return order
}

type learner struct {
	cues, joins *model.LogisticLearner
	roles       *model.ChainLearner
	classes     *WordClasses
}

func (l *learner) learn(lesson *Lesson) {
	s := setScene(lesson.Analysis, l.classes)
	drafts := s.trueDrafts(lesson.Frames)
	l.learnCues(s, drafts)
	for i := range drafts {
		l.learnRoles(s, &drafts[i])
	}
	l.learnJoins(s, drafts)
}

// trueDrafts lays true frames over the tokens; those without a token head are
// left out.
func (s *scene) trueDrafts(frames []Frame) []draft {
	var drafts []draft
	for _, f := range frames {
		d := draft{cue: s.touched(f.Cue), source: s.touched(f.Source), within: -1, cueOdds: 0.9}
		for _, c := range f.Content {
			d.content = append(d.content, s.touched(c)...)
		}
		slices.Sort(d.content)
		d.content = slices.Compact(d.content)
		if len(d.cue) > 0 && len(d.content) > 0 {
			d.head = s.headOf(d.cue)
			drafts = append(drafts, d)
		}
	}
	slices.SortStableFunc(drafts, func(a, b draft) int { return a.head - b.head })
	return drafts
}

// touched gives the tokens that share a byte with a span.
func (s *scene) touched(span onrecord.Span) []int {
	if span.IsEmpty() {
		return nil
	}
	i, _ := slices.BinarySearchFunc(s.a.Tokens, span.Start, func(t onrecord.Token, at int) int {
		if t.End <= at {
			return -1
		}
		return 1
	})
	var out []int
	for ; i < len(s.a.Tokens) && s.a.Tokens[i].Start < span.End; i++ {
		out = append(out, i)
	}
	return out
}

// headOf gives the token of a cue that the others hang on.
func (s *scene) headOf(cue []int) int {
	best := -1
	for _, i := range cue {
		if !s.mayBeCue(i) {
			continue
		}
		h := s.head(i)
		if h >= cue[0] && h <= cue[len(cue)-1] {
			continue
		}
		if best < 0 || s.last[i]-s.first[i] > s.last[best]-s.first[best] {
			best = i
		}
	}
	if best < 0 {
		best = cue[0]
	}
	return best
}

// learnCues shows every word that may be a cue, except those inside a content:
// what is attributed inside a content is not marked.
func (l *learner) learnCues(s *scene, drafts []draft) {
	heads, hidden := map[int]bool{}, map[int]bool{}
	for _, d := range drafts {
		heads[d.head] = true
		for _, i := range d.content {
			hidden[i] = true
		}
	}
	var buffer []uint32
	for i := range s.a.Tokens {
		if heads[i] || (!hidden[i] && s.mayBeCue(i)) {
			buffer = s.cueFeatures(i, buffer[:0])
			l.cues.Learn(buffer, heads[i])
		}
	}
}

func (l *learner) learnRoles(s *scene, d *draft) {
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
	l.roles.Learn(rows, contexts, truth)
}

// learnJoins shows the quotations that are content of a frame of another
// sentence, and those that are not.
func (l *learner) learnJoins(s *scene, drafts []draft) {
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
			l.joins.Learn(s.joinFeatures(o, &near[i], near, nil), belongs)
			if belongs {
				near[i].add(o)
			}
		}
	}
}

// Pack gives the weights as files by name.
func (t *Attributor) Pack() (map[string][]byte, error) {
	cues, err := t.cues.Pack(0.01)
	if err != nil {
		return nil, err
	}
	roles, err := t.roles.Pack(0.01)
	if err != nil {
		return nil, err
	}
	joins, err := t.joins.Pack(0)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{"cues.bin": cues, "roles.bin": roles, "joins.bin": joins}, nil
}
