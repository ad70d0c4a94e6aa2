package sqlite

import (
	"testing"

	"onrecord/store"
)

// TestKeysGoDown tries keys of lines in the order in which a search shows them.
func TestKeysGoDown(t *testing.T) {
	lines := func(from string, n int) []store.Line {
		all := make([]store.Line, n)
		for i := range all {
			all[i].Start = i
		}
		all[0].From = from
		return all
	}
	last, notes := int64(1<<62), map[int64]bool{}
	for _, c := range []struct {
		report int64
		lines  []store.Line
	}{
		{7, lines("9999-01-01", 1)}, {5, lines("2031-05-02", 3)}, {1, lines("2031-05-01", 2)}, {6, lines("2031-05-01", 1<<lineBits)},
		{2, lines("0001-01-01", 1)}, {1<<reportBits - 1, lines("", 2)},
	} {
		keyed, err := keyLines(c.report, c.lines)
		if err != nil {
			t.Fatal(err)
		}
		for i := len(keyed) - 1; i >= 0; i-- {
			k := keyed[i]
			if k.key >= last || k.key < 0 || k.Start != len(keyed)-1-i {
				t.Fatalf("report %d, line from %d: key %d behind %d", c.report, k.Start, k.key, last)
			}
			if note := noteKey(store.LineKey(k.key)); notes[note] || note>>lineBits != c.report {
				t.Fatalf("report %d, line from %d: note %d", c.report, k.Start, note)
			}
			last, notes[noteKey(store.LineKey(k.key))] = k.key, true
		}
	}
	long, err := keyLines(9, lines("2031-05-01", 1<<lineBits+2))
	if err != nil || long[1].key >= 0 || long[2].key < 0 || long[1].Start != 1<<lineBits {
		t.Errorf("a long report: %v, keys %d, %d", err, long[1].key, long[2].key)
	}
	if _, err := keyLines(1<<reportBits, lines("", 1)); err == nil {
		t.Error("a report beyond the last number has keys")
	}
}
