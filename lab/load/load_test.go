// Package load answers: how long do visitors of a large record wait for its pages? Start at TestPages.
package load

import (
	"net/http/httptest"
	"os"
	"runtime/debug"
	"testing"
	"time"

	"onrecord/store/sqlite"
	"onrecord/web"
)

// TestPages asks every page of a large record, twenty visitors at once, and prints how long they waited and what it
// cost. It takes long, so it runs only when told where a record lies:
//
//	RECORD=/tmp/record.db go test ./lab/load -run Pages -v -timeout 1h
//
// PAGES chooses kinds of pages by name, EACH how many of a kind are asked for.
func TestPages(t *testing.T) {
	path := os.Getenv("RECORD")
	if path == "" {
		t.Skip("skipped: set RECORD to a large database to measure its pages")
	}
	debug.SetMemoryLimit(280 << 20) // as "onrecord serve"
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	pages := web.New(web.Options{Record: s})
	start := time.Now()
	if err := pages.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("ready after %v, processor %v; memory %d MB", time.Since(start).Round(time.Millisecond), processorTime().Round(time.Millisecond), peakMemory(t)>>20)
	server := httptest.NewServer(pages)
	defer server.Close()
	v := &visitors{address: server.URL, client: server.Client()}
	kinds := chooseKinds(t, s)
	for _, pass := range []string{"first visit", "again"} {
		t.Logf("%-12s %-20s %5s %9s %9s %9s %12s", pass, "page", "asked", "median", "p95", "longest", "processor")
		for _, k := range kinds {
			r, err := v.ask(t.Context(), k.addresses)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%-12s %-20s %5d %9v %9v %9v %12v", pass, k.name, len(k.addresses), r.at(50), r.at(95), r.at(100), r.processor.Round(10*time.Microsecond))
		}
		t.Logf("most memory so far: %d MB; in use now: %d MB of the heap", peakMemory(t)>>20, liveHeap()>>20)
	}
}
