package model

// ChainLearner learns a [Chain] one sequence at a time.
type ChainLearner struct {
	labels int
	mask   uint32
	words  *leader
	moves  *leader
}

// NewChainLearner starts a model of 2^bits features, the given number of labels
// and of transition contexts.
func NewChainLearner(bits, labels, contexts int, o LeaderOptions) *ChainLearner {
	return &ChainLearner{
		labels: labels, mask: uint32(1<<bits - 1),
		words: newLeader(labels<<bits, o),
		moves: newLeader(contexts*(labels+1)*labels, o),
	}
}

// Learn moves the model toward the true labels of one sequence.
func (c *ChainLearner) Learn(features [][]uint32, contexts, truth []int) {
	k := c.labels
	if len(features) == 0 {
		return
	}
	emit := make([]float64, len(features)*k)
	for i, row := range features {
		for _, f := range row {
			at := int(f&c.mask) * k
			for l := range k {
				emit[i*k+l] += float64(c.words.w[at+l])
			}
		}
	}
	t := newLattice(emit, k, func(i, p, l int) float64 { return float64(c.moves.w[c.at(contexts[i], p, l)]) })
	c.learnMoves(t, contexts, truth)
	c.learnWords(t.marginals(), features, truth)
}

func (c *ChainLearner) learnWords(marginals []float64, features [][]uint32, truth []int) {
	for i, row := range features {
		for l := range c.labels {
			g := marginals[i*c.labels+l]
			if l == truth[i] {
				g--
			}
			if g < 1e-4 && g > -1e-4 {
				continue
			}
			for _, f := range row {
				c.words.step(int(f&c.mask)*c.labels+l, g)
			}
		}
	}
}

func (c *ChainLearner) learnMoves(t *lattice, contexts, truth []int) {
	// The probabilities are read before any weight moves.
	type change struct {
		at int
		g  float64
	}
	var changes []change
	for i := 1; i < t.n; i++ {
		for p := range c.labels {
			for l := range c.labels {
				g := t.moved(i, p, l)
				if p == truth[i-1] && l == truth[i] {
					g--
				}
				changes = append(changes, change{c.at(contexts[i], p, l), g})
			}
		}
	}
	for _, x := range changes {
		c.moves.step(x.at, x.g)
	}
}

func (c *ChainLearner) at(context, previous, label int) int {
	return (context*(c.labels+1)+previous)*c.labels + label
}

// Model freezes what was learned.
func (c *ChainLearner) Model() *Chain {
	return &Chain{labels: c.labels, weights: quantise(c.words.w), moves: quantise(c.moves.w)}
}
