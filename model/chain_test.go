package model

import (
	"math"
	"slices"
	"testing"
)

// steps makes sequences whose label is 1 between a mark 7 and a mark 8.
func steps(words []uint32) (features [][]uint32, contexts, truth []int) {
	inside, last := 0, uint32(0)
	for _, w := range words {
		if w == 7 {
			inside = 1
		}
		features = append(features, []uint32{w, 16 + last})
		contexts = append(contexts, 0)
		truth = append(truth, inside)
		if last = w; w == 8 {
			inside = 0
		}
	}
	return features, contexts, truth
}

func TestChainLearnsRuns(t *testing.T) {
	learner := NewChainLearner(10, 2, 1, LeaderOptions{L1: 0.01})
	for round := range 200 {
		words := []uint32{3, 2, 3, 7, 2, 3, 2, 8, 3, 2, 3}
		if round%2 == 0 {
			words = []uint32{2, 3, 2, 3, 7, 3, 2, 3, 8, 2, 3, 2, 7, 8}
		}
		learner.Learn(steps(words))
	}
	features, contexts, want := steps([]uint32{3, 2, 7, 3, 2, 2, 8, 3, 2})
	packed, err := learner.Model().Pack(0)
	if err != nil {
		t.Fatal(err)
	}
	m, err := OpenChain(packed)
	if err != nil {
		t.Fatal(err)
	}
	labels, marginals := m.Read(features, contexts)
	if !slices.Equal(labels, want) {
		t.Errorf("labels %v, want %v", labels, want)
	}
	for i := range labels {
		if sum := marginals[2*i] + marginals[2*i+1]; math.Abs(sum-1) > 1e-6 {
			t.Errorf("step %d: probabilities sum to %f", i, sum)
		}
	}
}

func TestLogisticLearns(t *testing.T) {
	learner := NewLogisticLearner(8, LeaderOptions{L1: 0.01})
	for i := range uint32(400) {
		learner.Learn([]uint32{i % 2, 5}, i%2 == 1)
	}
	packed, err := learner.Model().Pack(0)
	if err != nil {
		t.Fatal(err)
	}
	m, err := OpenLogistic(packed)
	if err != nil {
		t.Fatal(err)
	}
	if no, yes := m.Probability([]uint32{0, 5}), m.Probability([]uint32{1, 5}); no > 0.2 || yes < 0.8 {
		t.Errorf("probabilities %.2f and %.2f", no, yes)
	}
}

func FuzzOpenChain(f *testing.F) {
	packed, err := NewChainLearner(4, 3, 2, LeaderOptions{}).Model().Pack(0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Fuzz(func(t *testing.T, file []byte) {
		if m, err := OpenChain(file); err == nil && len(m.moves) > 0 {
			m.Read([][]uint32{{1, 2}, {1 << 31}}, []int{0, 0})
		}
		if m, err := OpenLogistic(file); err == nil {
			m.Score([]uint32{0, 1 << 31})
		}
	})
}
