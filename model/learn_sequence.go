package model

import (
	"fmt"
	"io"
	"math"
	"math/rand"
	"slices"
)

// SequenceSample is one row of words to learn from.
type SequenceSample struct {
	Features [][]uint32 // of each word
	Allowed  []uint32   // the set of right tags of each word, bit i for tag i
}

// SequenceSchool says how a [Sequence] is learned.
type SequenceSchool struct {
	Tags     []string
	MayJoin  func(a, b int) bool // tag b may follow tag a; a is -1 at the start, b at the end
	Rounds   int
	MinCount int // features seen less often are left out
	Prune    float64
	Lean     int // votes given to the first tag everywhere: more means surer, fewer finds
	Log      io.Writer
}

// Learn makes a model by the averaged structured perceptron: the best row of
// tags is compared with the best right row, and where they differ the features
// are moved towards the right one.
func (school *SequenceSchool) Learn(samples []SequenceSample) *Sequence {
	l := newSequenceLearner(school, samples)
	random := rand.New(rand.NewSource(1))
	order := random.Perm(len(samples))
	for round := range school.Rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, i := range order {
			if l.learn(&samples[i], l.known[i]) {
				wrong++
			}
		}
		fmt.Fprintf(school.Log, "round %d: %d of %d rows wrong\n", round+1, wrong, len(samples))
	}
	return l.settle()
}

type sequenceLearner struct {
	school *SequenceSchool
	tags   int
	keys   []uint32    // of the features kept, in ascending order
	known  [][][]int32 // samples' features by their place in keys
	// now holds the weights, sum the same weighted by the step at which they
	// came; their difference gives the average without a pass over all.
	now, sum         []float32
	pairNow, pairSum []float32
	steps            float32
	scores, best     []float32
	back             []uint8
	guess, right     []int
}

func newSequenceLearner(school *SequenceSchool, samples []SequenceSample) *sequenceLearner {
	t := len(school.Tags)
	l := &sequenceLearner{school: school, tags: t, steps: 1,
		pairNow: make([]float32, (t+2)*t), pairSum: make([]float32, (t+2)*t)}
	l.number(samples)
	l.now, l.sum = make([]float32, len(l.keys)*t), make([]float32, len(l.keys)*t)
	return l
}

// number keeps the features that are frequent enough and numbers them.
func (l *sequenceLearner) number(samples []SequenceSample) {
	counts := map[uint32]int32{}
	for i := range samples {
		for _, list := range samples[i].Features {
			for _, key := range list {
				counts[key]++
			}
		}
	}
	for key, n := range counts {
		if int(n) >= l.school.MinCount {
			l.keys = append(l.keys, key)
		}
	}
	slices.Sort(l.keys)
	clear(counts)
	for i, key := range l.keys {
		counts[key] = int32(i + 1)
	}
	l.known = make([][][]int32, len(samples))
	for i := range samples {
		l.known[i] = make([][]int32, len(samples[i].Features))
		for j, list := range samples[i].Features {
			row := make([]int32, 0, len(list))
			for _, key := range list {
				if at := counts[key]; at > 0 {
					row = append(row, at-1)
				}
			}
			l.known[i][j] = slices.Clip(row)
		}
		samples[i].Features = nil // given back: the numbers say the same
	}
}

// learn moves the weights by one sample and reports whether it was wrong.
func (l *sequenceLearner) learn(sample *SequenceSample, features [][]int32) bool {
	if len(features) == 0 {
		return false
	}
	l.score(features)
	l.guess = l.decode(features, nil, l.guess)
	fits := true
	for i, tag := range l.guess {
		fits = fits && sample.Allowed[i]>>tag&1 == 1
	}
	if !fits {
		l.right = l.decode(features, sample.Allowed, l.right)
		l.move(features)
	}
	l.steps++
	return !fits
}

func (l *sequenceLearner) score(features [][]int32) {
	t := l.tags
	l.scores = slices.Grow(l.scores[:0], len(features)*t)[:len(features)*t]
	clear(l.scores)
	for i, list := range features {
		row := l.scores[i*t : (i+1)*t]
		for _, f := range list {
			for b, w := range l.now[int(f)*t : (int(f)+1)*t] {
				row[b] += w
			}
		}
	}
}

// decode finds the best row of tags, all of them allowed.
func (l *sequenceLearner) decode(features [][]int32, allowed []uint32, path []int) []int {
	n, t := len(features), l.tags
	l.best = slices.Grow(l.best[:0], n*t)[:n*t]
	l.back = slices.Grow(l.back[:0], n*t)[:n*t]
	for i := range n {
		for b := range t {
			best, from := float32(math.Inf(-1)), 0
			if allowed == nil || allowed[i]>>b&1 == 1 {
				best, from = l.reach(i, b)
			}
			l.best[i*t+b], l.back[i*t+b] = best, uint8(from)
		}
	}
	path = slices.Grow(path[:0], n)[:n]
	at, best := 0, float32(math.Inf(-1))
	for b, v := range l.best[(n-1)*t : n*t] {
		if v > best && l.school.MayJoin(b, -1) {
			at, best = b, v
		}
	}
	for i := n - 1; i >= 0; i-- {
		path[i] = at
		at = int(l.back[i*t+at])
	}
	return path
}

// reach gives the best score of a row that ends with tag b at i, and the tag
// before it.
func (l *sequenceLearner) reach(i, b int) (float32, int) {
	t, own := l.tags, l.scores[i*l.tags+b]
	if i == 0 {
		if !l.school.MayJoin(-1, b) {
			return float32(math.Inf(-1)), 0
		}
		return own + l.pairNow[t*t+b], 0
	}
	best, from := float32(math.Inf(-1)), 0
	for a, v := range l.best[(i-1)*t : i*t] {
		if v += l.pairNow[a*t+b]; v > best && l.school.MayJoin(a, b) {
			best, from = v, a
		}
	}
	return best + own, from
}

func (l *sequenceLearner) move(features [][]int32) {
	t := l.tags
	before, beforeGuess := t, t
	for i, list := range features {
		r, g := l.right[i], l.guess[i]
		if r != g {
			for _, f := range list {
				l.add(l.now, l.sum, int(f)*t+r, 1)
				l.add(l.now, l.sum, int(f)*t+g, -1)
			}
		}
		if r != g || before != beforeGuess {
			l.add(l.pairNow, l.pairSum, before*t+r, 1)
			l.add(l.pairNow, l.pairSum, beforeGuess*t+g, -1)
		}
		before, beforeGuess = r, g
	}
}

func (l *sequenceLearner) add(now, sum []float32, at int, by float32) {
	now[at] += by
	sum[at] += by * l.steps
}

// settle averages, prunes and rounds the weights to bytes.
func (l *sequenceLearner) settle() *Sequence {
	average := func(now, sum []float32) []float64 {
		out := make([]float64, len(now))
		for i := range now {
			out[i] = float64(now[i]) - float64(sum[i])/float64(l.steps)
		}
		return out
	}
	return quantiseSequence(l.school, l.keys, average(l.now, l.sum), average(l.pairNow, l.pairSum))
}

// quantiseSequence rounds real weights to the bytes of a [Sequence]. The scale is
// set by the weights at the far end, of which a few are cut.
func quantiseSequence(school *SequenceSchool, keys []uint32, weights, pairs []float64) *Sequence {
	t := len(school.Tags)
	s := &Sequence{Tags: school.Tags, rows: []uint32{0}, scale: farEnd(weights) / 127}
	for i, key := range keys {
		kept := false
		for b, w := range weights[i*t : (i+1)*t] {
			v := math.Round(w / s.scale)
			if math.Abs(w) < school.Prune || v == 0 {
				continue
			}
			s.tags = append(s.tags, uint8(b))
			s.votes = append(s.votes, byte(int8(max(-127, min(127, v)))))
			kept = true
		}
		if kept {
			s.keys = append(s.keys, key)
			s.rows = append(s.rows, uint32(len(s.tags)))
		}
	}
	s.pairs = make([]int32, (t+2)*t)
	for a := range t + 2 {
		for b := range t {
			s.pairs[a*t+b] = joinWeight(school, a, b, pairs[a*t+b]/s.scale)
		}
	}
	s.index()
	return s
}

// joinWeight is the whole-number weight of tag b after a; row t is the start of
// a row of words, row t+1 its end.
func joinWeight(school *SequenceSchool, a, b int, w float64) int32 {
	t := len(school.Tags)
	var may bool
	switch a {
	case t:
		may = school.MayJoin(-1, b)
	case t + 1:
		may = school.MayJoin(b, -1)
	default:
		may = school.MayJoin(a, b)
	}
	if !may {
		return forbidden
	}
	if b == 0 && a <= t {
		w += float64(school.Lean)
	}
	return int32(math.Round(w))
}

// farEnd is the size that all but one in two thousand weights stay below.
func farEnd(weights []float64) float64 {
	var sizes []float64
	for _, w := range weights {
		if w != 0 {
			sizes = append(sizes, math.Abs(w))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-1-len(sizes)/2000]
}
