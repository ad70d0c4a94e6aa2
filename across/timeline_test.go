package across

import (
	"context"
	"iter"
	"testing"

	"onrecord"
	"onrecord/store"
)

// foundStatements finds so many statements, each in a report of its own.
type foundStatements struct {
	Searcher
	n int
}

func (f foundStatements) Search(_ context.Context, q store.Query) iter.Seq2[store.Hit, error] {
	return func(yield func(store.Hit, error) bool) {
		for i := range min(f.n, q.Limit) {
			e := &onrecord.Entry{Report: onrecord.Masthead{ID: joinRef(i).Report}}
			if !yield(store.Hit{Entry: e, Statement: &onrecord.Statement{ID: "s1"}}, nil) {
				return
			}
		}
	}
}

// TestTimelineTellsWhetherThereIsMore looks that a timeline gives as many lines as it may, and tells if it is cut.
func TestTimelineTellsWhetherThereIsMore(t *testing.T) {
	for _, c := range []struct {
		lines, kept int
		isCut       bool
	}{{2, 2, false}, {3, 3, false}, {4, 3, true}} {
		all, isCut, err := NewRecord(&joinShelf{}, Issues{}).Timeline(t.Context(), foundStatements{n: c.lines}, store.Query{Limit: 3})
		if err != nil || len(all) != c.kept || isCut != c.isCut {
			t.Errorf("of %d lines three at most: %d, cut %v, %v; want %d, %v", c.lines, len(all), isCut, err, c.kept, c.isCut)
		}
	}
}
