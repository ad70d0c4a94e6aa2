package model

import (
	"fmt"
	"math"
)

// Softmax gives the probability of each of several labels from hashed features.
type Softmax struct {
	labels  int
	weights []int16 // bucket * labels + label
}

// Labels is the number of labels.
func (m *Softmax) Labels() int { return m.labels }

// Probabilities gives each label's probability.
func (m *Softmax) Probabilities(features []uint32) []float64 {
	k := m.labels
	mask := uint32(len(m.weights)/k - 1)
	sums := make([]int, k)
	for _, f := range features {
		at := int(f&mask) * k
		row := m.weights[at : at+k]
		for l := range sums[:len(row)] { // of one length, so that no place is checked
			sums[l] += int(row[l])
		}
	}
	out := make([]float64, k)
	for l, s := range sums {
		out[l] = float64(s) / fixedPoint
	}
	softmax(out)
	return out
}

// Pack gives the model as bytes; prune drops weights smaller than it.
func (m *Softmax) Pack(prune float64) ([]byte, error) { return packWeights(prune, m.labels, m.weights) }

// OpenSoftmax reads what [Softmax.Pack] wrote.
func OpenSoftmax(packed []byte) (*Softmax, error) {
	labels, lists, err := unpackWeights(packed, 1)
	if err != nil {
		return nil, fmt.Errorf("open softmax model: %w", err)
	}
	if labels < 2 || len(lists[0])%labels != 0 {
		return nil, fmt.Errorf("open softmax model: %w: %d labels", ErrWeights, labels)
	}
	if n := len(lists[0]) / labels; n == 0 || n&(n-1) != 0 {
		return nil, fmt.Errorf("open softmax model: %w: %d features", ErrWeights, n)
	}
	return &Softmax{labels, lists[0]}, nil
}

// softmax turns scores into probabilities.
func softmax(scores []float64) {
	total := logSum(scores)
	for i, s := range scores {
		scores[i] = math.Exp(s - total)
	}
}
