package sqlite

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/store"
)

// Most lines are somebody's who is named, and asserted: their lists lead only where no shorter one does.
func TestLongListsLeadLast(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "r.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	named := store.Value{Field: store.Named, Is: "yes"}
	status, doer := store.Value{Field: store.Status, Is: "asserted"}, store.Parties{Doer: "person/ann"}
	for _, c := range []struct {
		where store.And
		by    string
	}{
		{store.And{named}, "lines_by_named (named=?)"},
		{store.And{named, doer}, "lines_by_doer"},
		{store.And{status, doer}, "lines_by_doer"},
		{store.And{named, store.Value{Field: store.Kind, Is: "deny"}}, "lines_by_kind"},
		{store.And{status, store.Value{Field: store.Type, Is: "ASSAULT"}}, "lines_by_type"},
	} {
		query, err := s.newestFirst(t.Context(), c.where)
		if err != nil {
			t.Fatal(err)
		}
		steps, err := collect(t.Context(), s.read, readStep, "EXPLAIN QUERY PLAN "+query.sql, query.args...)
		if plan := strings.Join(steps, "\n"); err != nil || !strings.Contains(plan, c.by) {
			t.Errorf("%v: %v\n%s", c.where, err, plan)
		}
	}
}

func readStep(rows *sql.Rows) (step string, err error) {
	var id, parent, unused int
	return step, rows.Scan(&id, &parent, &unused, &step)
}
