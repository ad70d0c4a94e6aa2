package queue_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/queue"
	"onrecord/store/postgres"
	"onrecord/store/postgres/pgtest"
	"onrecord/store/storetest"
)

func TestMain(m *testing.M) {
	flag.Parse()
	if address := os.Getenv(helperAddress); address != "" {
		os.Exit(help(address))
	}
	os.Exit(pgtest.Main(m))
}

// read makes an entry that tells by its headline which report it is of. It refuses some reports
// and does worse on others.
func read(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
	switch text := string(r.Raw); {
	case strings.HasPrefix(text, "refuse"):
		return nil, errors.New("refused\x00") // NUL: nothing that PostgreSQL would keep
	case strings.HasPrefix(text, "kill"):
		os.Exit(137)
	}
	time.Sleep(time.Millisecond)
	e := storetest.Embassy()
	e.Report.ID, e.Report.Source, e.Report.Headline = r.ID, r.Source, string(r.Raw)
	return e, nil
}

// writeReports makes a JSONL file of n reports, of which every 50th is refused and every 70th no JSON.
func writeReports(t testing.TB, path string, n int) {
	t.Helper()
	var lines bytes.Buffer
	for i := range n {
		switch {
		case i%70 == 69:
			lines.WriteString("{broken\n")
		case i%50 == 49:
			fmt.Fprintf(&lines, "{\"text\":\"refuse %d\"}\n", i)
		default:
			fmt.Fprintf(&lines, "{\"id\":\"%s-%d\",\"text\":\"report %d\"}\n", filepath.Base(path), i, i)
		}
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// place is a database with a queue.
type place struct {
	address string
	store   *postgres.Store
	queue   *queue.Queue
}

func newPlace(t testing.TB) *place {
	t.Helper()
	p := &place{address: pgtest.Address(t)}
	var err error
	if p.store, err = postgres.Open(t.Context(), p.address, postgres.Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.store.Close() })
	if p.queue, err = queue.Open(t.Context(), p.store); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *place) enqueue(t testing.TB, again bool, lines int, paths ...string) queue.Enqueued {
	t.Helper()
	e, err := p.queue.Enqueue(t.Context(), paths, queue.Sizes{Lines: lines}, again, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func (p *place) worker() *queue.Worker {
	log := slog.New(slog.DiscardHandler)
	if testing.Verbose() {
		log = slog.Default()
	}
	return &queue.Worker{Queue: p.queue, Read: read, Made: storetest.Embassy().Provenance, Workers: 2, UntilDone: true,
		Patience: time.Second, Log: log}
}

func (p *place) status(t testing.TB) queue.Status {
	t.Helper()
	s, err := p.queue.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestShardsAreReadOnceAndBadReportsSetAside(t *testing.T) {
	p, file := newPlace(t), filepath.Join(t.TempDir(), "in.jsonl")
	writeReports(t, file, 700)
	if e := p.enqueue(t, false, 100, file); e.Shards < 7 || e.Known != 0 || e.Bytes == 0 {
		t.Fatalf("enqueued %+v", e)
	}
	if e := p.enqueue(t, false, 100, file); e.Shards != 0 || e.Known < 7 {
		t.Fatalf("enqueued again %+v", e)
	}
	if s := p.status(t); s.Waiting < 7 || s.Left < 700 || s.Left > 701 {
		t.Errorf("before: %+v", s)
	}
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := p.status(t)
	if s.Waiting+s.Running+s.Dead != 0 || s.Read != 700 || s.SetAside != 22 || s.Rate <= 0 || s.Left != 0 || len(s.Workers) != 0 {
		t.Errorf("after: %+v", s)
	}
	if c, err := p.store.Count(t.Context()); err != nil || c.Reports != 700-22 {
		t.Errorf("stored %+v, %v", c, err)
	}
	var first queue.Reject
	for r, err := range p.queue.Rejects(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		first = r
		break
	}
	if want := (queue.Reject{Place: file + ":50", Reason: "refused\ufffd", Input: `{"text":"refuse 49"}`}); first != want {
		t.Errorf("first reject %+v, want %+v", first, want)
	}
	// Read again, nothing is stored twice.
	if e := p.enqueue(t, true, 100, file); e.Shards < 7 {
		t.Fatalf("enqueued again %+v", e)
	}
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := p.status(t); s.Read != 700 || s.SetAside != 22 {
		t.Errorf("read again: %+v", s)
	}
}

func TestDeadShardsAreKeptWithTheirError(t *testing.T) {
	p, file := newPlace(t), filepath.Join(t.TempDir(), "in.jsonl")
	writeReports(t, file, 10)
	p.enqueue(t, false, 100, file)
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(file, later, later); err != nil {
		t.Fatal(err)
	}
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := p.status(t)
	if s.Dead != 1 || len(s.Corpses) != 1 || s.Corpses[0].Path != file || !strings.Contains(s.Corpses[0].Error, "has changed since") {
		t.Fatalf("%+v", s)
	}
	if e := p.enqueue(t, false, 100, file); e.Shards != 1 {
		t.Errorf("the changed file: %+v", e)
	}
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := p.status(t); s.Done != 1 || s.Dead != 1 || s.Read != 10 {
		t.Errorf("%+v", s)
	}
}

// TestStopHandsBackTheRest stops a worker in the middle of a shard.
func TestStopHandsBackTheRest(t *testing.T) {
	p, file := newPlace(t), filepath.Join(t.TempDir(), "in.jsonl")
	writeReports(t, file, 400)
	p.enqueue(t, false, 1000, file)
	ctx, stop := context.WithCancel(t.Context())
	w := p.worker()
	count := 0
	w.Workers = 1
	w.Read = func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		if count++; count == 100 {
			stop()
		}
		return read(ctx, r)
	}
	if err := w.Run(ctx); err != nil {
		t.Fatal(err)
	}
	s := p.status(t)
	if s.Read != 101 || s.Waiting != 1 || len(s.Workers) != 0 { // 100 and a line that is no JSON
		t.Fatalf("after the stop: %+v", s)
	}
	again := 0
	w = p.worker()
	w.Workers = 1
	w.Read = func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) { again++; return read(ctx, r) }
	if err := w.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := p.status(t); s.Done != 1 || s.Read != 400 || count+again != 400-5 {
		t.Errorf("after the rest: %+v, read %d and %d", s, count, again)
	}
}
