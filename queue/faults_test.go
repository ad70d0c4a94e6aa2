package queue_test

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"onrecord/queue"
	"onrecord/store/postgres"
	"onrecord/store/postgres/pgtest"
)

// The long form of the tests: make soak.
var (
	kills   = flag.Int("kills", 6, "workers to kill, and about as many connections to break")
	reports = flag.Int("reports", 2400, "reports to read meanwhile")
	seed    = flag.Uint64("seed", 1, "of the moments")
)

const helperAddress = "ONRECORD_TEST_WORK_ON"

// help is the test program as a worker of its own.
func help(address string) int {
	store, err := postgres.Open(context.Background(), address, postgres.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	q, err := queue.Open(context.Background(), store)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w := (&place{queue: q}).worker()
	w.Log = slog.New(slog.NewTextHandler(os.Stderr, nil))
	if err := w.Run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// helper starts a worker; it is killed with the test.
func (p *place) helper(t *testing.T) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], fmt.Sprint("-test.v=", testing.Verbose()))
	c.Env = append(os.Environ(), helperAddress+"="+p.address)
	if testing.Verbose() {
		c.Stderr = os.Stderr
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// rows is a digest of every row of the record and of what was set aside, whatever keys the rows
// have.
const rows = `
SELECT md5(string_agg(part, E'\n' ORDER BY part)) FROM (
  SELECT 'report ' || (to_jsonb(r) - 'key')::text AS part FROM reports r
  UNION ALL SELECT 'line ' || r.id || ' ' || l.key % 1048576 || (to_jsonb(l) - 'key' - 'report')::text FROM lines l JOIN reports r ON r.key = l.report
  UNION ALL SELECT 'place ' || r.id || ' ' || l.key % 1048576 || p.place FROM places p JOIN lines l ON l.key = p.line JOIN reports r ON r.key = l.report
  UNION ALL SELECT 'actor ' || r.id || (to_jsonb(a) - 'report')::text FROM actors a JOIN reports r ON r.key = a.report
  UNION ALL SELECT 'name ' || r.id || (to_jsonb(n) - 'report')::text FROM actor_names n JOIN reports r ON r.key = n.report
  UNION ALL SELECT DISTINCT 'reject ' || place || reason || input FROM rejects) AS parts`

func (p *place) rows(t *testing.T) (digest string) {
	t.Helper()
	if err := p.store.Pool().QueryRow(t.Context(), rows).Scan(&digest); err != nil {
		t.Fatal(err)
	}
	return digest
}

// TestKilledWorkersAndConnectionsChangeNothing kills workers at random moments, breaks connections
// of others, kills the server, gives some reports to two shards, and the shards in another
// order.
func TestKilledWorkersAndConnectionsChangeNothing(t *testing.T) {
	calm, p := newPlace(t), newPlace(t)
	folder, moments := t.TempDir(), rand.New(rand.NewPCG(*seed, 0))
	files := make([]string, 4)
	for i := range files {
		files[i] = filepath.Join(folder, fmt.Sprintf("part%d.jsonl", i))
		writeReports(t, files[i], *reports/len(files))
	}
	calm.enqueue(t, false, 0, folder)
	if err := calm.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	moments.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	p.enqueue(t, false, 150, files...)
	p.enqueue(t, false, 333, files[:2]...)

	workers := []*exec.Cmd{p.helper(t), p.helper(t)}
	for n := range *kills {
		if n == *kills/2 {
			pgtest.Crash(t)
		}
		time.Sleep(time.Duration(100+moments.IntN(700)) * time.Millisecond)
		p.breakConnections(t, 1+moments.IntN(3))
		time.Sleep(time.Duration(moments.IntN(300)) * time.Millisecond)
		i := moments.IntN(len(workers))
		_ = workers[i].Process.Kill() // it may have ended
		_ = workers[i].Wait()
		workers[i] = p.helper(t)
	}
	for _, w := range workers {
		p.waitFor(t, w)
	}
	if s := p.status(t); s.Waiting+s.Running+s.Dead != 0 {
		t.Errorf("left: %+v", s)
	}
	if got, want := p.rows(t), calm.rows(t); got != want {
		a, _ := calm.store.Count(t.Context())
		b, _ := p.store.Count(t.Context())
		t.Errorf("rows differ: %+v without faults, %+v with", a, b)
	}
}

// waitFor waits for a worker. One whose connection broke as it began has ended with an error, and is
// begun again, as whoever looks after services does.
func (p *place) waitFor(t *testing.T, worker *exec.Cmd) {
	t.Helper()
	for tries := 0; ; tries++ {
		err := worker.Wait()
		if err == nil {
			return
		}
		if tries == 3 {
			t.Fatalf("worker: %v", err)
		}
		worker = p.helper(t)
	}
}

// breakConnections ends some of the workers' connections at the server.
func (p *place) breakConnections(t *testing.T, n int) {
	t.Helper()
	db, err := pgx.Connect(t.Context(), p.address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(t.Context())
	if _, err := db.Exec(t.Context(), `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY hashint4(pid + $1) LIMIT $1) AS chosen`, n); err != nil {
		t.Fatal(err)
	}
}

// TestReportThatKillsIsSetAside lets a worker die at a report until it is left out.
func TestReportThatKillsIsSetAside(t *testing.T) {
	p, file := newPlace(t), filepath.Join(t.TempDir(), "in.jsonl")
	lines := "{\"text\":\"first\"}\n{\"text\":\"kill\"}\n{\"text\":\"last\"}\n"
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	p.enqueue(t, false, 0, file)
	for tries := 1; p.helper(t).Wait() != nil; tries++ {
		if tries > 8 {
			t.Fatal("it kills on and on")
		}
	}
	var set []queue.Reject
	for r, err := range p.queue.Rejects(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		set = append(set, r)
	}
	if s := p.status(t); s.Done != 1 || s.Read != 3 || len(set) != 1 || set[0].Reason != "the program died 3 times while it read this report" {
		t.Errorf("%+v, set aside %+v", s, set)
	}
}

// TestFullDiskOfTheServerIsWaitedFor refuses rows as a full disk does, for a while.
func TestFullDiskOfTheServerIsWaitedFor(t *testing.T) {
	calm, p := newPlace(t), newPlace(t)
	file := filepath.Join(t.TempDir(), "in.jsonl")
	writeReports(t, file, 300)
	for _, each := range []*place{calm, p} {
		each.enqueue(t, false, 100, file)
	}
	if err := calm.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := p.store.Pool().Exec(t.Context(), `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON lines FOR EACH ROW EXECUTE FUNCTION full_disk()`); err != nil {
		t.Fatal(err)
	}
	room := time.AfterFunc(2*time.Second, func() {
		if _, err := p.store.Pool().Exec(context.Background(), "DROP TRIGGER full_disk ON lines"); err != nil {
			t.Error(err)
		}
	})
	defer room.Stop()
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := p.rows(t), calm.rows(t); got != want {
		t.Error("rows differ from those of a run with room")
	}
}
