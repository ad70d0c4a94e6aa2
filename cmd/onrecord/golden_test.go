package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/ingest"
	"onrecord/pipeline"
)

// standardOnce loads the models once for all tests.
var standardOnce = sync.OnceValues(pipeline.Standard)

func standardPipeline(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	p, err := standardOnce()
	if err != nil {
		t.Fatalf("load models: %v", err)
	}
	return p
}

// sampleReports gives the bundled reports as paths from the module root, to which
// it changes: a report's id depends on the path that it is read from.
func sampleReports(t *testing.T) []string {
	t.Helper()
	t.Chdir("../..")
	paths, err := filepath.Glob("testdata/reports/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports in testdata/reports: %v", err)
	}
	return paths
}

// readRecord gives what "onrecord read" prints.
func readRecord(t *testing.T, args ...string) string {
	t.Helper()
	var out, faults bytes.Buffer
	a := newApp()
	a.stdout, a.stderr, a.load = &out, &faults, standardOnce
	if code := run(context.Background(), a, append([]string{"read"}, args...)); code != exitOK {
		t.Fatalf("onrecord read %s: exit code %d\n%s", strings.Join(args, " "), code, faults.String())
	}
	return out.String()
}

// TestGoldenRecords reads every bundled report and compares its record with the
// record.txt beside it. With -update it writes that file.
func TestGoldenRecords(t *testing.T) {
	for _, path := range sampleReports(t) {
		got := readRecord(t, path)
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := recordIn(archive)
		if *update {
			want.Data = []byte(got)
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(strings.Split(string(want.Data), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s: the record changed (-expected +now); if it should, run \"make golden\" and read the diff\n%s", path, diff)
		}
	}
}

// recordIn finds the expected record in an archive, or makes room for it.
func recordIn(archive *txtar.Archive) *txtar.File {
	for i := range archive.Files {
		if archive.Files[i].Name == "record.txt" {
			return &archive.Files[i]
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: "record.txt"})
	return &archive.Files[len(archive.Files)-1]
}

// TestRealEntriesFollowTheSchema validates what the real stations give for the
// bundled reports.
func TestRealEntriesFollowTheSchema(t *testing.T) {
	schema, p := entrySchema(t), standardPipeline(t)
	paths := sampleReports(t)
	for r := range readMany(t.Context(), p, ingest.Read(t.Context(), paths, ingest.Options{}), nil) {
		if r.err != nil {
			t.Error(r.err)
			continue
		}
		checkAgainst(t, schema, r.entry)
	}
}

func TestReadingTwiceGivesTheSameBytes(t *testing.T) {
	paths := sampleReports(t)
	args := append([]string{"--json"}, paths...)
	if first, second := readRecord(t, args...), readRecord(t, args...); first != second {
		t.Error("two readings of the bundled reports differ")
	}
}
