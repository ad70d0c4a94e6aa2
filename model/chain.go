package model

import "math"

// Chain labels the steps of a sequence together: a linear-chain conditional
// random field over hashed features. A step's context, a small number, chooses
// the table of label transitions into it.
type Chain struct {
	labels  int
	weights []int16 // bucket * labels + label
	moves   []int16 // (context * (labels+1) + previous) * labels + label; previous == labels at the start
}

// Labels is the number of labels.
func (m *Chain) Labels() int { return m.labels }

// Read gives the best labels of a sequence and each label's probability at each
// step, step by step.
func (m *Chain) Read(features [][]uint32, contexts []int) (labels []int, marginals []float64) {
	n, k := len(features), m.labels
	if n == 0 {
		return nil, nil
	}
	scores := make([]int, n*k)
	for i := range features {
		m.emit(features[i], scores[i*k:(i+1)*k])
	}
	marginals = m.marginals(scores, contexts)
	return m.decode(scores, contexts), marginals
}

// decode finds the best path; it works on scores in place.
func (m *Chain) decode(best []int, contexts []int) []int {
	k := m.labels
	n := len(best) / k
	from := make([]int, n*k)
	for i := range n {
		for l := range k {
			if i == 0 {
				best[l] += m.move(contexts[0], k, l)
				continue
			}
			top, arg := math.MinInt, 0
			for p := range k {
				if s := best[(i-1)*k+p] + m.move(contexts[i], p, l); s > top {
					top, arg = s, p
				}
			}
			best[i*k+l] += top
			from[i*k+l] = arg
		}
	}
	return backtrack(best, from, n, k)
}

func backtrack(best, from []int, n, k int) []int {
	labels, last := make([]int, n), 0
	for l := range k {
		if best[(n-1)*k+l] > best[(n-1)*k+last] {
			last = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = last
		last = from[i*k+last]
	}
	return labels
}

func (m *Chain) emit(features []uint32, scores []int) {
	if m.labels == 4 {
		m.emitFour(features, (*[4]int)(scores))
		return
	}
	k := m.labels
	mask := uint32(len(m.weights)/k - 1)
	for _, f := range features {
		at := int(f&mask) * k
		for l, w := range m.weights[at : at+k] {
			scores[l] += int(w)
		}
	}
}

// emitFour keeps the sums of four labels at hand, so that the processor can wait for
// the weights of many features at once.
func (m *Chain) emitFour(features []uint32, scores *[4]int) {
	mask := uint32(len(m.weights)/4 - 1)
	var a, b, c, d int
	for _, f := range features {
		w := (*[4]int16)(m.weights[4*(f&mask):])
		a, b, c, d = a+int(w[0]), b+int(w[1]), c+int(w[2]), d+int(w[3])
	}
	*scores = [4]int{scores[0] + a, scores[1] + b, scores[2] + c, scores[3] + d}
}

func (m *Chain) move(context, previous, label int) int {
	return int(m.moves[(context*(m.labels+1)+previous)*m.labels+label])
}

func (m *Chain) marginals(scores []int, contexts []int) []float64 {
	emit := make([]float64, len(scores))
	for i, s := range scores {
		emit[i] = float64(s) / fixedPoint
	}
	return newLattice(emit, m.labels, func(i, p, l int) float64 {
		return float64(m.move(contexts[i], p, l)) / fixedPoint
	}).marginals()
}

// lattice is the sums over all labelings of a sequence, in log space.
type lattice struct {
	n, k                    int
	emit, forward, backward []float64
	move                    func(i, previous, label int) float64
	total                   float64
}

func newLattice(emit []float64, k int, move func(i, p, l int) float64) *lattice {
	t := &lattice{n: len(emit) / k, k: k, emit: emit, move: move}
	t.forward, t.backward = make([]float64, len(emit)), make([]float64, len(emit))
	terms := make([]float64, k)
	for i := range t.n {
		for l := range k {
			if i == 0 {
				t.forward[l] = emit[l] + move(0, k, l)
				continue
			}
			for p := range k {
				terms[p] = t.forward[(i-1)*k+p] + move(i, p, l)
			}
			t.forward[i*k+l] = emit[i*k+l] + logSum(terms)
		}
	}
	for i := t.n - 2; i >= 0; i-- {
		for p := range k {
			for l := range k {
				terms[l] = t.backward[(i+1)*k+l] + emit[(i+1)*k+l] + move(i+1, p, l)
			}
			t.backward[i*k+p] = logSum(terms)
		}
	}
	if t.n > 0 {
		t.total = logSum(t.forward[(t.n-1)*k:])
	}
	return t
}

func (t *lattice) marginals() []float64 {
	out := make([]float64, len(t.emit))
	for i := range out {
		out[i] = math.Exp(t.forward[i] + t.backward[i] - t.total)
	}
	return out
}

// moved is the probability that step i goes from label p to label l.
func (t *lattice) moved(i, p, l int) float64 {
	return math.Exp(t.forward[(i-1)*t.k+p] + t.move(i, p, l) + t.emit[i*t.k+l] + t.backward[i*t.k+l] - t.total)
}

func logSum(terms []float64) float64 {
	top := terms[0]
	for _, x := range terms[1:] {
		top = max(top, x)
	}
	sum := 0.0
	for _, x := range terms {
		if x == top {
			sum++ // what Exp gives too, but at once
		} else {
			sum += math.Exp(x - top)
		}
	}
	return top + math.Log(sum)
}
