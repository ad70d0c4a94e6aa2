package model

import "fmt"

// Clues are the hashed features of one candidate. Plain ones count each for
// itself; mixed ones meet in the hidden units, which learn what they mean
// together.
type Clues struct {
	Plain []uint32
	Mixed []uint32
}

// Ranker scores candidates for one place: a linear score plus that of one layer
// of hidden units. All sums are of integers, so that scores are equal on every
// machine.
type Ranker struct {
	plain []int16 // fixed point; the length is a power of two
	rows  []int16 // hidden units of each bucket of mixed features
	bias  []int16
	out   []int16
}

// Hidden is the number of hidden units.
func (r *Ranker) Hidden() int { return len(r.out) }

// Score tells how well a candidate fits, in fixed point of 1/256.
func (r *Ranker) Score(c Clues) int {
	mask := uint32(len(r.plain) - 1)
	sum := 0
	for _, f := range c.Plain {
		sum += int(r.plain[f&mask])
	}
	return sum + r.mixedScore(c.Mixed)
}

// maxHidden bounds the hidden units.
const maxHidden = 64

func (r *Ranker) mixedScore(mixed []uint32) int {
	n := len(r.out)
	var units [maxHidden]int32
	for i, b := range r.bias {
		units[i] = int32(b)
	}
	mask := uint32(len(r.rows)/n - 1)
	for _, f := range mixed {
		row := r.rows[int(f&mask)*n:][:n]
		for i, w := range row {
			units[i] += int32(w)
		}
	}
	sum := 0
	for i, w := range r.out {
		sum += int(max(units[i], 0)) * int(w)
	}
	return sum / fixedPoint
}

// Pack gives the model as bytes; prune drops weights smaller than it.
func (r *Ranker) Pack(prune float64) ([]byte, error) {
	return packWeights(prune, len(r.out), r.plain, r.rows, r.bias, r.out)
}

// OpenRanker reads what [Ranker.Pack] wrote.
func OpenRanker(packed []byte) (*Ranker, error) {
	hidden, lists, err := unpackWeights(packed, 4)
	if err != nil {
		return nil, fmt.Errorf("open ranker: %w", err)
	}
	r := &Ranker{lists[0], lists[1], lists[2], lists[3]}
	if hidden < 1 || hidden > maxHidden || len(r.bias) != hidden || len(r.out) != hidden || len(r.rows)%hidden != 0 ||
		!isPowerOfTwo(len(r.plain)) || !isPowerOfTwo(len(r.rows)/hidden) {
		return nil, fmt.Errorf("open ranker: %w: %d hidden units", ErrWeights, hidden)
	}
	return r, nil
}

func isPowerOfTwo(n int) bool { return n > 0 && n&(n-1) == 0 }
