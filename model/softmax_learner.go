package model

// SoftmaxExample is what a [Softmax] learns from: the labels of which one is
// right. More than one stand where the example tells only a group of labels.
type SoftmaxExample struct {
	Features []uint32
	Right    []int
	Weight   float64
}

// LearnSoftmax learns a model of 2^bits features from the examples, in their
// order, rounds times over.
func LearnSoftmax(bits, labels, rounds int, examples []SoftmaxExample, o LeaderOptions) *Softmax {
	l := newLeader(labels<<bits, o)
	mask := uint32(1<<bits - 1)
	scores, target := make([]float64, labels), make([]float64, labels)
	for range rounds {
		for i := range examples {
			e := &examples[i]
			clear(scores)
			for _, f := range e.Features {
				at := int(f&mask) * labels
				for k := range scores {
					scores[k] += float64(l.w[at+k])
				}
			}
			softmax(scores)
			shareAmong(e.Right, scores, target)
			for k := range scores {
				if g := e.Weight * (scores[k] - target[k]); g > 1e-4 || g < -1e-4 {
					for _, f := range e.Features {
						l.step(int(f&mask)*labels+k, g)
					}
				}
			}
		}
	}
	return &Softmax{labels, quantise(l.w)}
}

// shareAmong spreads the whole probability over the right labels as the model
// itself would.
func shareAmong(right []int, probabilities, target []float64) {
	clear(target)
	sum := 0.0
	for _, k := range right {
		sum += probabilities[k]
	}
	for _, k := range right {
		if sum > 0 {
			target[k] = probabilities[k] / sum
		} else {
			target[k] = 1 / float64(len(right))
		}
	}
}
