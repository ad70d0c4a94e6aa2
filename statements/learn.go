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
	Rounds             int // passes over the lessons, 0 means 4
	CueBits, RoleBits  int // log2 of the number of features, 0 means 20 and 19
	Cues, Roles, Joins model.LeaderOptions
	Classes            *WordClasses
	Log                func(format string, args ...any)
}

func (o LearnOptions) filled() LearnOptions {
	if o.Rounds == 0 {
		o.Rounds = 4
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
