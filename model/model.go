// Package model runs and learns linear models over hashed features. It knows
// nothing of news. [Rows] scores classes with sparse rows; it is learned as an
// averaged perceptron ([RowsLearner]), quantised to 16-bit integers so that scores
// are equal on every machine, and kept in files that [Unpack] reads without trusting
// them.
package model

import (
	"crypto/sha256"
	"encoding/hex"
)

// Digest names a file of weights by its content.
func Digest(file []byte) string {
	sum := sha256.Sum256(file)
	return hex.EncodeToString(sum[:8])
}

// Best gives the class with the highest score; the lowest of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// quantum is the number of steps that one perceptron update is cut into.
const quantum = 12

// toSteps rounds an averaged weight, keeping it in 16 bits.
func toSteps(w float64) int16 {
	q := w * quantum
	switch {
	case q > 32767:
		return 32767
	case q < -32767:
		return -32767
	case q < 0:
		return int16(q - 0.5)
	}
	return int16(q + 0.5)
}
