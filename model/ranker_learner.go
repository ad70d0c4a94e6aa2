package model

import (
	"math"
	"math/rand"
)

// RankerOptions sets how a ranker is learned; the zero value works.
type RankerOptions struct {
	PlainBits, MixedBits int     // 2 to the power: buckets; 0 means 17 and 12
	Hidden               int     // 0 means 32
	Rate                 float64 // step size, 0 means 0.05
	L2                   float64 // pull to zero of all but plain weights
	L1                   float64 // pull to zero of plain weights
	Drop                 float64 // share of hidden units left out at each step
}

// RankerLearner learns a [Ranker] one choice at a time, with steps that shrink as
// a weight has moved (AdaGrad).
type RankerLearner struct {
	o         RankerOptions
	plain     *leader
	rows      moving
	bias, out moving
	rng       *rand.Rand
	units     [][]float32 // of each candidate
	sums      []float64
	target    []float64
	keep      []float32
	slope     []float32
}

// moving are weights and the squares of their gradients so far.
type moving struct{ w, n []float32 }

func newMoving(size int) moving { return moving{make([]float32, size), make([]float32, size)} }

func (s *moving) move(i int, g, rate float32) {
	s.n[i] += g * g
	s.w[i] -= rate * g / float32(math.Sqrt(float64(s.n[i]))+1e-4)
}

// NewRankerLearner starts a model.
func NewRankerLearner(o RankerOptions) *RankerLearner {
	if o.PlainBits == 0 {
		o.PlainBits = 17
	}
	if o.MixedBits == 0 {
		o.MixedBits = 12
	}
	if o.Hidden == 0 {
		o.Hidden = 32
	}
	if o.Rate == 0 {
		o.Rate = 0.05
	}
	l := &RankerLearner{o: o, rng: rand.New(rand.NewSource(1))}
	l.plain = newLeader(1<<o.PlainBits, LeaderOptions{L1: o.L1, Rate: o.Rate, L2: 0.5})
	l.rows, l.bias, l.out = newMoving(o.Hidden<<o.MixedBits), newMoving(o.Hidden), newMoving(o.Hidden)
	for i := range l.rows.w {
		l.rows.w[i] = float32(l.rng.NormFloat64()) * 0.08
	}
	for i := range l.out.w {
		l.out.w[i] = float32(l.rng.NormFloat64()) * 0.3
	}
	l.keep, l.slope = make([]float32, o.Hidden), make([]float32, o.Hidden)
	return l
}

// Learn moves the model toward the right ones of the candidates; more than one is
// right where the example tells only a group.
func (l *RankerLearner) Learn(candidates []Clues, right []int, weight float64) {
	for i := range l.keep {
		l.keep[i] = 1
		if l.o.Drop > 0 {
			l.keep[i] = float32(1 / (1 - l.o.Drop))
			if l.rng.Float64() < l.o.Drop {
				l.keep[i] = 0
			}
		}
	}
	l.score(candidates)
	softmax(l.sums)
	l.target = append(l.target[:0], l.sums...)
	shareAmong(right, l.sums, l.target)
	for k := range candidates {
		if g := weight * (l.sums[k] - l.target[k]); g > 1e-4 || g < -1e-4 {
			l.step(candidates[k], l.units[k], float32(g))
		}
	}
}

// score leaves the units and the scores of all candidates.
func (l *RankerLearner) score(candidates []Clues) {
	l.sums = l.sums[:0]
	for k, c := range candidates {
		if k == len(l.units) {
			l.units = append(l.units, make([]float32, l.o.Hidden))
		}
		units := l.units[k]
		copy(units, l.bias.w)
		for _, f := range c.Mixed {
			for i, w := range l.row(f, l.rows.w) {
				units[i] += w
			}
		}
		sum := 0.0
		for i := range units {
			if units[i] = max(units[i], 0) * l.keep[i]; units[i] > 0 {
				sum += float64(units[i] * l.out.w[i])
			}
		}
		for _, f := range c.Plain {
			sum += float64(l.plain.w[int(f)&(len(l.plain.w)-1)])
		}
		l.sums = append(l.sums, sum)
	}
}

func (l *RankerLearner) row(f uint32, of []float32) []float32 {
	at := int(f&(1<<l.o.MixedBits-1)) * l.o.Hidden
	return of[at : at+l.o.Hidden]
}

func (l *RankerLearner) step(c Clues, units []float32, g float32) {
	rate := float32(l.o.Rate)
	for _, f := range c.Plain {
		l.plain.step(int(f)&(len(l.plain.w)-1), float64(g))
	}
	for i, u := range units {
		l.slope[i] = 0
		if u <= 0 {
			continue
		}
		l.slope[i] = g * l.out.w[i] * l.keep[i]
		l.out.move(i, g*u+float32(l.o.L2)*l.out.w[i], rate)
		l.bias.move(i, l.slope[i], rate)
	}
	for _, f := range c.Mixed {
		w, n := l.row(f, l.rows.w), l.row(f, l.rows.n)
		for i, s := range l.slope {
			if s != 0 {
				s += float32(l.o.L2) * w[i]
				n[i] += s * s
				w[i] -= rate * s / (float32(math.Sqrt(float64(n[i]))) + 1e-4)
			}
		}
	}
}

// Model freezes what was learned.
func (l *RankerLearner) Model() *Ranker {
	return &Ranker{quantise(l.plain.w), quantise(l.rows.w), quantise(l.bias.w), quantise(l.out.w)}
}

// Score is the score of a candidate by what is learned so far, as
// [Ranker.Score] gives it.
func (l *RankerLearner) Score(c Clues) int {
	for i := range l.keep {
		l.keep[i] = 1
	}
	l.score([]Clues{c})
	return int(l.sums[0] * fixedPoint)
}
