package web

import (
	"slices"
	"testing"

	"onrecord/store"
)

// TestBarsCountWhatLasts draws lines of several days under each of them, and of those that are not wholly in the period the
// days that are.
func TestBarsCountWhatLasts(t *testing.T) {
	b := layBars([]store.Tally{
		{From: "2031-02-27", To: "2031-03-02", Sort: store.StatementLine, N: 2},
		{From: "2031-03-02", To: "2031-03-02", Sort: store.StatementLine, N: 3},
		{From: "2031-03-02", To: "2031-03-04", Sort: store.EventLine, N: 1},
		{Sort: store.EventLine, N: 4},
	}, found(nil), "2031-03")
	var days []string
	var said, did []int
	for _, one := range b.Bars {
		days, said, did = append(days, one.Period), append(said, one.Said.N), append(did, one.Did.N)
	}
	if want := []string{"2031-03-01", "2031-03-02", "2031-03-03", "2031-03-04"}; !slices.Equal(days, want) {
		t.Errorf("bars of %v, want %v", days, want)
	}
	if !slices.Equal(said, []int{2, 5, 0, 0}) || !slices.Equal(did, []int{0, 1, 1, 1}) || b.Unknown != 4 || b.Most != 5 {
		t.Errorf("statements %v, events %v, of no known day %d, at most %d", said, did, b.Unknown, b.Most)
	}
}
