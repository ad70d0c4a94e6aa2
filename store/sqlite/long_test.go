package sqlite_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// TestLongReport keeps a report of more lines than have keys in the order of days.
func TestLongReport(t *testing.T) {
	const n = 9000
	e := storetest.Undated()
	var text strings.Builder
	one := e.Statements[0]
	one.Speaker.Mention, one.Cue = nil, nil
	e.Statements = nil
	for i := range n {
		words := fmt.Sprintf("word%d", i)
		start := text.Len()
		text.WriteString(words + ".\n")
		one.ID = onrecord.StatementID(fmt.Sprint("s", i+1))
		one.Content = []onrecord.Quote{{Span: onrecord.Span{Start: start, End: start + len(words)}, Text: words}}
		e.Statements = append(e.Statements, one)
	}
	e.Text = text.String()
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte("page")}); err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 8000, n - 1} {
		found := 0
		for hit, err := range s.Search(t.Context(), store.Query{Where: store.And{store.Words{Text: fmt.Sprintf("word%d", i)}, store.Value{Field: store.Sort, Is: store.StatementLine}}}) {
			if err != nil || hit.Statement == nil || hit.Statement.ID != onrecord.StatementID(fmt.Sprint("s", i+1)) {
				t.Errorf("word %d: %+v, %v", i, hit.Statement, err)
			}
			found++
		}
		if found != 1 {
			t.Errorf("word %d stands in %d lines", i, found)
		}
	}
	if err := s.Remove(t.Context(), e.Report.ID); err != nil {
		t.Fatal(err)
	}
	if c, err := s.Count(t.Context()); err != nil || c.Statements != 0 {
		t.Errorf("behind removing: %+v, %v", c, err)
	}
}
