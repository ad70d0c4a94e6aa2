package across

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// TestScale measures what adding and searching cost in records of different sizes. It takes long, so
// it runs only when told the sizes and where entries of real reports lie (JSONL, as "onrecord read
// --json" prints them):
//
//	SCALE=1000,100000 ENTRIES=/tmp/entries.jsonl go test ./lab/across -run Scale -v -timeout 3h
func TestScale(t *testing.T) {
	sizes, entries := os.Getenv("SCALE"), os.Getenv("ENTRIES")
	if sizes == "" || entries == "" {
		t.Skip("skipped: set SCALE and ENTRIES to measure growth")
	}
	basis := readEntries(t, entries)
	for size := range slices.Values(splitSizes(t, sizes)) {
		measureAt(t, basis, size)
	}
}

func splitSizes(t *testing.T, list string) (sizes []int) {
	var n int
	for _, field := range strings.Split(list, ",") {
		if n, _ = strconv.Atoi(field); n <= 0 {
			t.Fatalf("SCALE=%q is not a list of numbers", list)
		}
		sizes = append(sizes, n)
	}
	return sizes
}

func readEntries(t *testing.T, path string) (all []*onrecord.Entry) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		e := new(onrecord.Entry)
		if err := json.Unmarshal(lines.Bytes(), e); err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// measureAt fills a record and then measures the next reports and a set of queries.
func measureAt(t *testing.T, basis []*onrecord.Entry, size int) {
	path := filepath.Join(t.TempDir(), "scale.db")
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	d := across.NewDeriver(s)
	const measured = 200
	var put, derive time.Duration
	for i := range size + measured {
		e := grow(basis[i%len(basis)], i/len(basis))
		start := processorTime(t)
		if _, err := s.Put(t.Context(), e, store.Page{DigestOnly: true}); err != nil {
			t.Fatal(err)
		}
		stored := processorTime(t)
		if err := d.Add(t.Context(), e.Report.ID); err != nil {
			t.Fatal(err)
		}
		if i >= size {
			put, derive = put+stored-start, derive+processorTime(t)-stored
		}
		if i%5000 == 4999 {
			fmt.Fprintf(os.Stderr, "%d reports\n", i+1)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d reports: put %v, derive %v of processor time a report; %.1f KB a report", size, put/measured, derive/measured, float64(info.Size())/1024/float64(size+measured))
	measureSearch(t, s)
}

// queries are of the kinds that people ask.
var queries = []string{
	"by:obama", "by:russia kind:deny", "about:china since:2015", `"health care"`, "kind:demand about:congress", "type:assault", "issue:tax", "by:trump about:iran -kind:assert",
	"named:no about:israel", "place:washington", "status:planned actor:russia", "by:clinton OR by:sanders", "toward:iran", "immigration since:2017", "via:reuters", "outlet:cnn kind:accuse", "date:2016-03", "nuclear deal",
}

// processorTime is what the program has used so far: other programs do not blur it.
func processorTime(t *testing.T) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func measureSearch(t *testing.T, s *sqlite.Store) {
	var took []time.Duration
	for range 3 {
		for _, text := range queries {
			where, err := search.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			start := processorTime(t)
			for _, err := range s.Search(t.Context(), store.Query{Where: where, Limit: 50}) {
				if err != nil {
					t.Fatal(err)
				}
			}
			took = append(took, processorTime(t)-start)
			t.Logf("%-40s %v", text, took[len(took)-1])
		}
	}
	took = took[len(queries):] // warm
	slices.Sort(took)
	t.Logf("search, warm: median %v, p95 %v", took[len(took)/2], took[len(took)*95/100])
}
