// Package relation measures and learns the classifier of package events: what
// does a known source do to a known target in a sentence? Start at [Evaluate].
package relation

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"onrecord"
	"onrecord/events"
)

// Row is a line of a relation corpus. Offsets count code points.
type Row struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Source *Side   `json:"source"`
	Target *Side   `json:"target"`
	Root   *string `json:"root"`
	Penta  *int    `json:"penta"`
	Binary *int    `json:"binary"`
	Event  string  `json:"event_type"` // AW: the type that WikiEvents gives the act
}

// Side is one party of a row.
type Side struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// maxLine bounds the length of a line of a corpus.
const maxLine = 4 << 20

// ReadRows reads a corpus file.
func ReadRows(in io.Reader) ([]Row, error) {
	var rows []Row
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var r Row
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("read line %d: %w", n, err)
		}
		rows = append(rows, r)
	}
	return rows, lines.Err()
}

// Question is what the classifier is asked of a row.
func (r *Row) Question() events.Relation {
	return events.Relation{Text: r.Text, Source: r.span(r.Source), Target: r.span(r.Target)}
}

// span gives a side's place in bytes; empty if the row names none.
func (r *Row) span(s *Side) onrecord.Span {
	if s == nil || s.Start < 0 || s.End <= s.Start {
		return onrecord.Span{}
	}
	start, end := byteOffset(r.Text, s.Start), byteOffset(r.Text, s.End)
	return onrecord.Span{Start: start, End: end}
}

// byteOffset turns a count of code points into one of bytes.
func byteOffset(text string, runes int) int {
	at := 0
	for ; runes > 0 && at < len(text); runes-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
