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
// in its report, later ones lower. What a very long report has more stands behind all, below zero.
const (
	dayBits    = 19
	reportBits = 24
	lineBits   = 13
	moreBits   = 24 // of the lines of one report that stand below zero

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

// keyedLine is a line with its key.
type keyedLine struct {
	*store.Line
	key int64
}

// keyLines gives the lines of a report their keys, and puts them in the order of keys: the index is filled faster
// upward. The first line is the report itself.
func keyLines(report int64, lines []store.Line) ([]keyedLine, error) {
	if report >= 1<<reportBits || len(lines) > 1<<moreBits {
		return nil, fmt.Errorf("report number %d with %d lines: a database holds %d reports of at most %d", report, len(lines), 1<<reportBits, 1<<moreBits)
	}
	keyed := make([]keyedLine, len(lines))
	for i := range lines {
		keyed[i].Line = &lines[i]
	}
	slices.SortStableFunc(keyed[1:], func(a, b keyedLine) int { return cmp.Compare(a.Start, b.Start) })
	day := dayPlace(lines[0].From)
	for i := range keyed {
		keyed[i].key = lineKey(day, report, int64(i))
	}
	slices.SortFunc(keyed, func(a, b keyedLine) int { return cmp.Compare(a.key, b.key) })
	return keyed, nil
}

func lineKey(day, report, line int64) int64 {
	if line >= 1<<lineBits {
		return -(report<<moreBits | line)
	}
	return (day<<reportBits|(1<<reportBits-1-report))<<lineBits | (1<<lineBits - 1 - line)
}

// noteKey is the place of a line's note: by report, as they come, which fills the pages.
func noteKey(line store.LineKey) int64 {
	if line < 0 {
		return int64(line)
	}
	return ^int64(line) & (1<<(reportBits+lineBits) - 1)
}

// reportOf is the number of the report in which a line stands.
func reportOf(line store.LineKey) int64 {
	if line < 0 {
		return -int64(line) >> moreBits
	}
	return noteKey(line) >> lineBits
}

// isReport tells the line that is the report itself, its first.
func isReport(line store.LineKey) bool { return line >= 0 && ^line&(1<<lineBits-1) == 0 }

// ofReport is SQL for the notes of a report, numbered as argument 1.
var ofReport = fmt.Sprintf("(key BETWEEN ?1 << %d AND (?1 << %d) + %d OR key BETWEEN -(?1 << %d) - %d AND -(?1 << %d))",
	lineBits, lineBits, 1<<lineBits-1, moreBits, 1<<moreBits-1, moreBits)
