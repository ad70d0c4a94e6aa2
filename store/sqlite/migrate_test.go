package sqlite_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"onrecord/store"
	"onrecord/store/pack"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// TestFileOfSecondSchema opens a file in which lines had other keys: its reports are found by their words.
func TestFileOfSecondSchema(t *testing.T) {
	entry := storetest.Embassy()
	packed, err := pack.New().Entry(entry)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	old, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"001_entries.sql", "002_derived.sql"} {
		step, err := os.ReadFile(filepath.Join("migrations", name))
		if err == nil {
			_, err = old.Exec(string(step))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err = old.Exec(`PRAGMA application_id = 0x6f6e7263; PRAGMA user_version = 2;
INSERT INTO reports (key, id, made, source, url, outlet, headline, published, entry, media_type, raw_digest, raw_size)
VALUES (7, ?, 'x', '', '', '', '', '2031-03-04', ?, 'text/plain', '', 0);
INSERT INTO lines (report, sort, id, start) VALUES (7, 'report', '', 0)`, entry.Report.ID, packed)
	if err != nil {
		t.Fatal(err)
	}
	old.Close()

	s := open(t, path, sqlite.Options{})
	n := 0
	for hit, err := range s.Search(t.Context(), store.Query{Where: store.Words{Text: "breach"}}) {
		if err != nil || hit.Statement == nil {
			t.Errorf("hit %+v, %v", hit, err)
		}
		n++
	}
	if c, err := s.Count(t.Context()); err != nil || n == 0 || c.Statements != len(entry.Statements) {
		t.Errorf("%d hits, count %+v, %v", n, c, err)
	}
}
