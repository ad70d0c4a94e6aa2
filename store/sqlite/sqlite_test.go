package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

func open(t testing.TB, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return open(t, filepath.Join(t.TempDir(), "odd name?#%.db"), sqlite.Options{})
	})
}

func TestSchemaAndEntriesOutliveTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	for i, want := range []store.Outcome{store.Added, store.Unchanged} {
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Put(t.Context(), storetest.Embassy(), store.Page{Raw: []byte("x")}); err != nil || got != want {
			t.Errorf("run %d: %v, %v", i, got, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if left, _ := filepath.Glob(path + "-*"); len(left) > 0 {
			t.Errorf("left beside the file: %q", left)
		}
	}
	s := open(t, path, sqlite.Options{ReadOnly: true})
	if _, err := s.Get(t.Context(), "aa01"); err != nil {
		t.Error(err)
	}
	if _, err := s.Put(t.Context(), storetest.Harbour(), store.Page{}); !errors.Is(err, store.ErrNotAllowed) {
		t.Errorf("Put into a file opened for reading: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		name, path string
		readOnly   bool
		want       error
	}{
		{"text", file("text.db", strings.Repeat("not a database\n", 500)), false, store.ErrUnreadable},
		{"text read-only", file("text2.db", strings.Repeat("not a database\n", 500)), true, store.ErrUnreadable},
		{"an empty file read-only", file("empty.db", ""), true, store.ErrUnreadable},
		{"a folder", dir, false, store.ErrUnreadable},
		{"a missing file read-only", filepath.Join(dir, "none.db"), true, os.ErrNotExist},
		{"a missing folder", filepath.Join(dir, "none", "a.db"), false, os.ErrNotExist},
		{"another program's file", sqliteFile(t, dir, "other.db", "CREATE TABLE songs (name)"), false, store.ErrUnreadable},
		{"another program's mark", sqliteFile(t, dir, "mark.db", "PRAGMA application_id = 77"), true, store.ErrUnreadable},
		{"a newer schema", sqliteFile(t, dir, "newer.db", "PRAGMA application_id = 0x6f6e7263; PRAGMA user_version = 999"), false, store.ErrOtherModel},
	} {
		s, err := sqlite.Open(t.Context(), c.path, sqlite.Options{ReadOnly: c.readOnly})
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.path) {
			t.Errorf("%s: %v; want %v naming the file", c.name, err, c.want)
		}
		if s != nil {
			t.Errorf("%s: opened", c.name)
		}
	}
}

func sqliteFile(t *testing.T, dir, name, statements string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	db, err := sql.Open("sqlite", path)
	if err == nil {
		_, err = db.Exec(statements)
	}
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	return path
}

func TestDamagedFileIsUnreadable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, sqlite.Options{})
	for i := range 200 {
		e := storetest.Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprint(i))
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)}); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(content) / 2; i < len(content); i++ { // the schema stays whole
		content[i] ^= 0x5a
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, sqlite.Options{ReadOnly: true})
	if _, err := s.Get(t.Context(), "199"); !errors.Is(err, store.ErrUnreadable) {
		t.Errorf("Get from a damaged file: %v", err)
	}
}

// TestFullLeavesNothingHalfStored puts reports until the bound is met, and then
// looks whether every line belongs to a whole report.
func TestFullLeavesNothingHalfStored(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), sqlite.Options{MaxBytes: 300 << 10})
	stored := 0
	var err error
	for ; stored < 10_000 && err == nil; stored++ {
		e := storetest.Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprintf("%05d", stored))
		_, err = s.Put(t.Context(), e, store.Page{Raw: []byte(e.Text)})
	}
	if stored--; !errors.Is(err, store.ErrFull) || stored == 0 {
		t.Fatalf("after %d reports: %v; want ErrFull", stored, err)
	}
	c, err := s.Count(t.Context())
	if want := (store.Counts{Reports: stored, Statements: 2 * stored, Events: stored, Pages: stored, First: "2031-03-04", Last: "2031-03-04"}); err != nil || c != want {
		t.Errorf("Count = %+v, %v; want %+v", c, err, want)
	}
	found := 0
	for _, err := range s.Search(t.Context(), store.Query{Where: store.Words{Text: "breach"}}) {
		if err != nil {
			t.Fatal(err)
		}
		found++
	}
	if found != stored {
		t.Errorf("words of %d statements found, want %d", found, stored)
	}
}

func TestLockedFileIsBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path, sqlite.Options{Patience: 50 * time.Millisecond})
	other, err := sql.Open("sqlite", path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := s.Put(t.Context(), storetest.Embassy(), store.Page{}); !errors.Is(err, store.ErrBusy) {
		t.Errorf("Put while another writes: %v; want ErrBusy", err)
	}
	if _, err := s.Count(t.Context()); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
}

func TestTwoProgramsWriteOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	errs := make(chan error, 2)
	for program := range 2 {
		go func() {
			s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
			for i := 0; i < 20 && err == nil; i++ {
				e := storetest.Embassy()
				e.Report.ID = onrecord.ReportID(fmt.Sprint(program, "-", i))
				_, err = s.Put(context.Background(), e, store.Page{})
			}
			errs <- errors.Join(err, s.Close())
		}()
	}
	for range 2 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if c, err := open(t, path, sqlite.Options{}).Count(t.Context()); err != nil || c.Reports != 40 {
		t.Errorf("Count = %+v, %v; want 40 reports", c, err)
	}
}

// TestReadsWhereNothingCanBeWritten opens a file in a file system mounted read-only.
func TestReadsWhereNothingCanBeWritten(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", dir).Run(); err != nil {
		t.Skipf("skip: mounting a small file system is not allowed here: %v", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	path := filepath.Join(dir, "a.db")
	s := open(t, path, sqlite.Options{})
	if _, err := s.Put(t.Context(), storetest.Embassy(), store.Page{}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := exec.Command("mount", "-o", "remount,ro", dir).Run(); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(t.Context(), path, sqlite.Options{}); !errors.Is(err, store.ErrNotAllowed) {
		t.Errorf("open for writing: %v; want ErrNotAllowed", err)
	}
	reader := open(t, path, sqlite.Options{ReadOnly: true})
	if _, err := reader.Get(t.Context(), "aa01"); err != nil {
		t.Error(err)
	}
	reader.Close()
}

func BenchmarkPut(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "a.db"), sqlite.Options{})
	e := storetest.Embassy()
	e.Text += strings.Repeat("\nNobody spoke, and the talks went on in the harbour town until late in the night of Tuesday.", 40)
	raw := []byte(e.Text)
	for i := 0; b.Loop(); i++ {
		e.Report.ID = onrecord.ReportID(fmt.Sprint(i))
		if _, err := s.Put(b.Context(), e, store.Page{Raw: raw}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "entries/s")
}

func BenchmarkSearch(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "a.db"), sqlite.Options{})
	for i := range 2000 {
		e := storetest.Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprint(i))
		if _, err := s.Put(b.Context(), e, store.Page{DigestOnly: true}); err != nil {
			b.Fatal(err)
		}
	}
	q := store.Query{Where: store.And{store.Name{Part: store.By, Text: "weber"}, store.Value{Field: store.Kind, Is: "assert"}}, Limit: 20}
	for b.Loop() {
		for _, err := range s.Search(b.Context(), q) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
