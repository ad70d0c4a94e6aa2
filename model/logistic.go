package model

import "math"

// Logistic gives the probability of yes from hashed features.
type Logistic struct {
	weights []int16 // fixed point; the length is a power of two
}

// Score is the log-odds of yes, in fixed point of 1/256.
func (m *Logistic) Score(features []uint32) int {
	mask := uint32(len(m.weights) - 1)
	sum := 0
	for _, f := range features {
		sum += int(m.weights[f&mask])
	}
	return sum
}

// Probability of yes.
func (m *Logistic) Probability(features []uint32) float64 {
	return 1 / (1 + math.Exp(-float64(m.Score(features))/fixedPoint))
}

// LogisticLearner learns a [Logistic] one example at a time.
type LogisticLearner struct {
	leader *leader
	mask   uint32
}

// NewLogisticLearner starts a model of 2^bits weights.
func NewLogisticLearner(bits int, o LeaderOptions) *LogisticLearner {
	return &LogisticLearner{newLeader(1<<bits, o), uint32(1<<bits - 1)}
}

// Learn moves the model toward one example.
func (l *LogisticLearner) Learn(features []uint32, yes bool) {
	sum := 0.0
	for _, f := range features {
		sum += float64(l.leader.w[f&l.mask])
	}
	g := 1 / (1 + math.Exp(-sum))
	if yes {
		g--
	}
	if math.Abs(g) < 1e-4 {
		return
	}
	for _, f := range features {
		l.leader.step(int(f&l.mask), g)
	}
}

// Model freezes what was learned.
func (l *LogisticLearner) Model() *Logistic { return &Logistic{quantise(l.leader.w)} }
