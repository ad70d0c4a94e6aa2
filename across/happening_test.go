package across

import (
	"context"
	"fmt"
	"testing"

	"onrecord"
	"onrecord/store"
)

// joinShelf is a shelf of reports of one event each, all joined to that of the first.
type joinShelf struct {
	Shelf
	n int
}

func (s *joinShelf) Brief(_ context.Context, id onrecord.ReportID, _ ...string) (*onrecord.Entry, error) {
	return &onrecord.Entry{Report: onrecord.Masthead{ID: id}, Text: "They left.", Events: []onrecord.Event{{ID: "e1", Status: onrecord.Asserted}}}, nil
}

func (s *joinShelf) Pairs(_ context.Context, q store.PairQuery) (pairs []store.Pair, err error) {
	for i := 1; i < s.n && q.Sort == store.EventLine; i++ {
		pairs = append(pairs, store.Pair{FromRef: joinRef(i), ToRef: joinRef(0)})
	}
	return pairs, nil
}

func joinRef(i int) store.LineRef {
	return store.LineRef{Report: onrecord.ReportID(fmt.Sprintf("%02x", i)), Sort: store.EventLine, ID: "e1"}
}

// TestHappeningsBrieflyTellWhatIsUnread looks that all reports of a happening are counted, however few of them are read.
func TestHappeningsBrieflyTellWhatIsUnread(t *testing.T) {
	brief := Depth{Read: 5, Count: 9}
	r := NewRecord(&joinShelf{n: 8}, Issues{})
	all, err := r.Happenings(t.Context(), []onrecord.EventRef{eventRef(joinRef(2)), eventRef(joinRef(0))}, brief)
	if err != nil || all[0] != all[1] {
		t.Fatalf("%v: two events of one happening have two", err)
	}
	if h := all[0]; len(h.Told) != 5 || h.Unread != 3 || len(h.Reports) != 8 || h.IsCut {
		t.Errorf("%d told, %d not read, %d reports", len(h.Told), h.Unread, len(h.Reports))
	}
	whole, err := NewRecord(&joinShelf{n: 30}, Issues{}).Happening(t.Context(), "02", "e1")
	if err != nil || len(whole.Told) != 30 || whole.Unread != 0 {
		t.Errorf("asked for alone: %+v, %v", whole, err)
	}
	all, err = NewRecord(&joinShelf{n: 30}, Issues{}).Happenings(t.Context(), []onrecord.EventRef{eventRef(joinRef(2)), eventRef(joinRef(29))}, brief)
	if err != nil || all[0] != all[1] {
		t.Fatalf("%v: two events of one happening have two, where not all of it is counted", err)
	}
	if h := all[0]; len(h.Told) != 5 || len(h.Reports) != 9 || !h.IsCut {
		t.Errorf("more than are counted: %d told, %d reports, %v", len(h.Told), len(h.Reports), h.IsCut)
	}
}
