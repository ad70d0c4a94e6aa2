package load

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// kind is the pages of one kind that are asked for.
type kind struct {
	name      string
	addresses []string
}

// searches are of the kinds that people ask.
var searches = []string{
	"by:obama", "by:russia kind:deny", "about:china since:2015", `"health care"`, "kind:demand about:congress", "type:assault", "issue:tax", "by:trump about:iran -kind:assert",
	"named:no about:israel", "place:washington", "status:planned actor:russia", "by:clinton OR by:sanders", "toward:iran", "immigration since:2017", "via:reuters", "outlet:cnn kind:accuse", "date:2016-03", "nuclear deal",
}

// chooseKinds draws pages from all over the record: reports and their lines by number, actors both by how much they
// say and as they stand in reports.
func chooseKinds(t *testing.T, s *sqlite.Store) (chosen []kind) {
	each, err := strconv.Atoi(cmp.Or(os.Getenv("EACH"), "100"))
	if err != nil {
		t.Fatal(err)
	}
	d := drawPages(t, s, each)
	asks := url.Values{}
	query := func(path string, fields ...string) string {
		clear(asks)
		for i := 0; i < len(fields); i += 2 {
			asks.Set(fields[i], fields[i+1])
		}
		return path + "?" + asks.Encode()
	}
	busy := func(i int) string { return d.busy[i%min(30, len(d.busy))] }
	for _, k := range []struct {
		name    string
		address func(i int) string
	}{
		{"start", func(int) string { return "/" }},
		{"search", func(i int) string { return query("/search", "q", searches[i%len(searches)]) }},
		{"search by rank", func(i int) string { return query("/search", "sort", "rank", "q", searches[i%len(searches)]) }},
		{"timeline", func(int) string { return "/timeline" }},
		{"timeline of a month", func(i int) string { return query("/timeline", "date", fmt.Sprintf("20%02d-%02d", 12+i%8, 1+i%12)) }},
		{"timeline of an actor", func(i int) string { return query("/timeline", "actor", busy(i)) }},
		{"report", func(i int) string { return "/reports/" + string(d.reports[i]) }},
		{"statement or event", func(i int) string { return d.lines[i] }},
		{"actors", func(int) string { return "/actors" }},
		{"actor", func(i int) string { return "/actors/" + d.actors[i] }},
		{"busy actor", func(i int) string { return "/actors/" + d.busyIDs[i%len(d.busyIDs)] }},
		{"compare", func(i int) string { return query("/compare", "a", busy(i), "b", busy(i/30+i+1)) }},
		{"between", func(i int) string {
			return query("/between", "doer", d.busyIDs[i%20], "recipient", d.busyIDs[(i/20+i+1)%20])
		}},
		{"network", func(int) string { return "/network" }},
		{"network of an actor", func(i int) string { return query("/network", "actor", busy(i)) }},
		{"network of a year", func(i int) string {
			return query("/network", "since", fmt.Sprint(2009+i%12), "until", fmt.Sprint(2009+i%12))
		}},
		{"network of an issue", func(i int) string { return query("/network", "issue", d.issueWords[i%len(d.issueWords)]) }},
		{"issues", func(int) string { return "/issues" }},
		{"issue", func(i int) string { return "/issues/" + d.topics[i%len(d.topics)] }},
		{"happenings", func(int) string { return "/happenings" }},
		{"sources", func(int) string { return "/sources" }},
		{"quality", func(int) string { return "/quality" }},
	} {
		if only := os.Getenv("PAGES"); only != "" && !strings.Contains(","+only+",", ","+k.name+",") {
			continue
		}
		one := kind{name: k.name}
		for i := range each {
			one.addresses = append(one.addresses, k.address(i))
		}
		chosen = append(chosen, one)
	}
	return chosen
}

// drawn is what pages are about.
type drawn struct {
	reports       []onrecord.ReportID
	lines, actors []string
	busy, busyIDs []string
	topics        []string
	issueWords    []string
}

func drawPages(t *testing.T, s *sqlite.Store, each int) *drawn {
	d := &drawn{}
	for i := range each { // ids are digests: their beginnings are drawn evenly
		ids, err := s.Complete(t.Context(), fmt.Sprintf("%02x", i*256/each), 1)
		if err != nil || len(ids) == 0 {
			t.Fatalf("a report: %v, %v", ids, err)
		}
		d.addReport(t, s, ids[0])
	}
	d.addBusy(t, s)
	d.addTopics(t, s)
	return d
}

func (d *drawn) addReport(t *testing.T, s *sqlite.Store, id onrecord.ReportID) {
	e, err := s.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	n := len(d.reports)
	d.reports = append(d.reports, id)
	line := ""
	switch {
	case n%2 == 0 && len(e.Events) > 0:
		line = "/" + string(e.Events[n%len(e.Events)].ID)
	case len(e.Statements) > 0:
		line = "/" + string(e.Statements[n%len(e.Statements)].ID)
	}
	d.lines = append(d.lines, "/reports/"+string(id)+line)
	d.actors = append(d.actors, string(e.Actors[n%len(e.Actors)].ID))
}

func (d *drawn) addBusy(t *testing.T, s *sqlite.Store) {
	doers, err := s.Doers(t.Context(), 100)
	if err != nil || len(doers) == 0 {
		t.Fatalf("actors: %v, %v", doers, err)
	}
	for _, doer := range doers {
		names, err := s.NamesOf(t.Context(), doer.Actor)
		if err != nil || len(names) == 0 {
			t.Fatalf("names of %s: %v, %v", doer.Actor, names, err)
		}
		d.busy, d.busyIDs = append(d.busy, names[0].Name), append(d.busyIDs, string(doer.Actor))
	}
}

func (d *drawn) addTopics(t *testing.T, s *sqlite.Store) {
	topics, err := s.Topics(t.Context())
	if err != nil || len(topics) == 0 {
		t.Fatalf("topics: %v, %v", topics, err)
	}
	best := map[onrecord.TopicID]store.TopicCount{}
	for _, c := range topics {
		if c.N >= 5 && best[c.Topic].N < c.N {
			best[c.Topic] = c
		}
	}
	for _, c := range topics { // in order
		if len(d.topics) < 100 && best[c.Topic] == c {
			d.topics, d.issueWords = append(d.topics, string(c.Topic)), append(d.issueWords, c.Wording)
		}
	}
}

// peakMemory is the most bytes that the program ever held.
func peakMemory(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skipf("no figure of memory: %v", err)
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	kilobytes, err := strconv.Atoi(string(bytes.Fields(rest)[0]))
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}

// liveHeap is what is in use once garbage is collected.
func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
