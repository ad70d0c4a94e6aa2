package sqlite

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"onrecord/store"
)

// The key of a line is its place in the record: who goes down the keys meets the lines in the order in which a
// search shows them, so that the newest of a hundred thousand are found without looking at the rest. From the
// highest bits: the day on which the report was published, 0 if unknown; the report, later ones lower; the line
// in its report, later ones lower.
const (
	dayBits    = 19
	reportBits = 29
	lineBits   = 15

	firstDay = -1 << (dayBits - 1) // counted from 1970: in the year 1252
)

// dayPlace numbers a day such as "2015-12-29"; days beyond the bounds are one with the last.
func dayPlace(day string) int64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return min(max(t.Unix()/(24*60*60)-firstDay, 1), 1<<dayBits-1)
}

// keyLines gives the lines of a report their keys, and puts them in the order of keys. The first is the
// report itself.
func keyLines(report int64, lines []store.Line) ([]keyedLine, error) {
	if report >= 1<<reportBits || len(lines) > 1<<lineBits {
		return nil, fmt.Errorf("report number %d with %d lines: a database holds %d reports of at most %d", report, len(lines), 1<<reportBits, 1<<lineBits)
	}
	keyed := make([]keyedLine, len(lines))
	for i := range lines {
		keyed[i].Line = &lines[i]
	}
	slices.SortStableFunc(keyed[1:], func(a, b keyedLine) int { return cmp.Compare(a.Start, b.Start) })
	high := dayPlace(lines[0].From)<<reportBits | (1<<reportBits - 1 - report)
	for i := range keyed {
		keyed[i].key = high<<lineBits | int64(1<<lineBits-1-i)
	}
	slices.Reverse(keyed) // the index is filled faster upward
	return keyed, nil
}

// keyedLine is a line with its key.
type keyedLine struct {
	*store.Line
	key int64
}
