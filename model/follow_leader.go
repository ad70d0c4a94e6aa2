package model

import "math"

// leader learns sparse linear weights online: follow the regularised leader
// (FTRL-proximal), whose L1 term keeps weights of rare features at zero.
type leader struct {
	z, n, w []float32
	rate    float64
	l1, l2  float64
}

// LeaderOptions sets how a linear model is learned; the zero value works.
type LeaderOptions struct {
	Rate float64 // step size, 0 means 0.1
	L1   float64 // pull to zero, 0 means 0.3
	L2   float64 // 0 means 0.5
}

func newLeader(size int, o LeaderOptions) *leader {
	if o.Rate == 0 {
		o.Rate = 0.1
	}
	if o.L1 == 0 {
		o.L1 = 0.3
	}
	if o.L2 == 0 {
		o.L2 = 0.5
	}
	return &leader{
		z: make([]float32, size), n: make([]float32, size), w: make([]float32, size),
		rate: o.Rate, l1: o.L1, l2: o.L2,
	}
}

// step moves weight i against gradient g.
func (l *leader) step(i int, g float64) {
	n := float64(l.n[i])
	grown := n + g*g
	sigma := (math.Sqrt(grown) - math.Sqrt(n)) / l.rate
	z := float64(l.z[i]) + g - sigma*float64(l.w[i])
	l.n[i], l.z[i] = float32(grown), float32(z)
	switch {
	case z > l.l1:
		l.w[i] = float32((l.l1 - z) / ((1+math.Sqrt(grown))/l.rate + l.l2))
	case z < -l.l1:
		l.w[i] = float32((-l.l1 - z) / ((1+math.Sqrt(grown))/l.rate + l.l2))
	default:
		l.w[i] = 0
	}
}

// fixedPoint is the number of steps that one unit of weight is cut into.
const fixedPoint = 256

// ScoreUnit is a difference of log-odds of one, in the scores of [Ranker.Score] and
// [Logistic.Score].
const ScoreUnit = fixedPoint

// quantise cuts weights to fixed-point integers, so that sums come out the same
// on every machine.
func quantise(w []float32) []int16 {
	out := make([]int16, len(w))
	for i, x := range w {
		out[i] = int16(math.Round(math.Max(-math.MaxInt16, math.Min(math.MaxInt16, float64(x)*fixedPoint))))
	}
	return out
}
