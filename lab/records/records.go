// Package records measures the coder of events on records whose sentences were
// coded by hand: who did what to whom, parties found by the program. Start at
// [Evaluate].
package records

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Record is a line of a record corpus, as far as a prediction may look at it.
type Record struct {
	ID   string `json:"id"`
	Date string `json:"date"`
	Text string `json:"text"`
}

// goldRecord is a line with its codings.
type goldRecord struct {
	petrarchRecord
	Error  any         `json:"error"`
	Events []goldEvent `json:"events"`
}

// goldEvent is a dyad of codes, as PETRARCH prints them.
type goldEvent struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Code   string `json:"code"`
	Root15 string `json:"root15"`
}

// Prediction is a line as the scorers read it.
type Prediction struct {
	ID     string  `json:"id"`
	Events []Event `json:"events"`
}

// Event is a predicted event.
type Event struct {
	Actors     []Side `json:"actors"`
	Recipients []Side `json:"recipients"`
	Type       string `json:"type"`
	Code       string `json:"code"` // CAMEO
}

// Side is a party: its words and its codes.
type Side struct {
	Text   string `json:"text"`
	Code   string `json:"code,omitempty"`   // country
	Sector string `json:"sector,omitempty"` // GOV, MIL...
}

// maxLine bounds the length of a line of a corpus.
const maxLine = 4 << 20

// readLines reads a file of one JSON value a line.
func readLines[T any](in io.Reader) ([]T, error) {
	var all []T
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var one T
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("read line %d: %w", n, err)
		}
		all = append(all, one)
	}
	return all, lines.Err()
}
