package gold

import (
	"fmt"

	"onrecord"
)

// sureBands are the borders of certainty between which statements are counted.
var sureBands = [...]float64{0, 0.5, 0.7, 0.8, 0.9}

// Reliability counts, by band of certainty, the statements that gold has with the same
// speaker: of those of about .9, nine in ten should be right.
type Reliability [len(sureBands)]Ratio

func (r *Reliability) add(o *Reliability) {
	for i := range r {
		r[i].add(o[i])
	}
}

// count takes one predicted statement.
func (r *Reliability) count(s *onrecord.Statement, right bool) {
	band := 0
	for band+1 < len(sureBands) && s.Certainty >= sureBands[band+1] {
		band++
	}
	r[band].count(right)
}

// name says which certainties a band holds.
func (*Reliability) name(band int) string {
	if band+1 == len(sureBands) {
		return fmt.Sprintf("right, of certainty %.1f and more", sureBands[band])
	}
	return fmt.Sprintf("right, of certainty %.1f to %.1f", sureBands[band], sureBands[band+1])
}
