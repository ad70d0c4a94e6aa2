package model

// GridLearner learns a [Grid] as an averaged perceptron.
type GridLearner struct {
	mask    uint32
	weights [][GridClasses]float32
	totals  [][GridClasses]float64
	now     float64
}

// NewGridLearner makes a learner with 2^bits buckets.
func NewGridLearner(bits int) *GridLearner {
	size := 1 << bits
	return &GridLearner{
		mask:    uint32(size - 1),
		weights: make([][GridClasses]float32, size),
		totals:  make([][GridClasses]float64, size),
		now:     1,
	}
}

// Score adds up the weights of the features as they are now.
func (l *GridLearner) Score(features []Hash) (scores [GridClasses]int32) {
	var a, b, c, d float32
	for _, f := range features {
		w := &l.weights[uint32(f)&l.mask]
		a += w[0]
		b += w[1]
		c += w[2]
		d += w[3]
	}
	return [GridClasses]int32{int32(a), int32(b), int32(c), int32(d)}
}

// Update adds a whole step to the weights of a class.
func (l *GridLearner) Update(features []Hash, class int, step float32) {
	for _, f := range features {
		at := uint32(f) & l.mask
		l.weights[at][class] += step
		l.totals[at][class] += float64(step) * l.now
	}
}

// Tick counts an example.
func (l *GridLearner) Tick() { l.now++ }

// Freeze averages and quantises. Weights of less than prune steps are dropped.
func (l *GridLearner) Freeze(prune int) *Grid {
	g := &Grid{mask: l.mask, buckets: make([][GridClasses]int16, len(l.weights))}
	for i := range l.weights {
		for c := range GridClasses {
			w := toSteps(float64(l.weights[i][c]) - l.totals[i][c]/l.now)
			if int(w) >= prune || int(w) <= -prune {
				g.buckets[i][c] = w
			}
		}
	}
	return g
}
