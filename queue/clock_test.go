package queue_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"onrecord"
)

// wildClock jumps back and forth by up to a day whenever somebody looks at it.
type wildClock struct {
	mu      sync.Mutex
	moments *rand.Rand
}

func (c *wildClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Now().Add(time.Duration(c.moments.Int64N(int64(48*time.Hour))) - 24*time.Hour)
}

func (c *wildClock) NowOrNil() *time.Time { return nil } // the server has its own

// TestJumpingClocksChangeNothing lets the clocks of the workers jump while they fail, are stopped and
// hand shards back, of all of which River notes the time.
func TestJumpingClocksChangeNothing(t *testing.T) {
	calm, p := newPlace(t), newPlace(t)
	file := filepath.Join(t.TempDir(), "in.jsonl")
	writeReports(t, file, 600)
	for _, each := range []*place{calm, p} {
		each.enqueue(t, false, 100, file)
	}
	if err := calm.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	clock := &wildClock{moments: rand.New(rand.NewPCG(*seed, 2))}
	for stops := range 3 {
		ctx, stop := context.WithCancel(t.Context())
		w := p.worker()
		w.SetClock(clock)
		w.Read = stopAfter(70, stop, stops < 2)
		if err := w.Run(ctx); err != nil {
			t.Fatal(err)
		}
		stop()
	}
	if s := p.status(t); s.Waiting+s.Running+s.Dead != 0 {
		t.Errorf("left: %+v", s)
	}
	if p.rows(t) != calm.rows(t) {
		t.Error("rows differ from those of a run with a right clock")
	}
}

// stopAfter reads n reports and then, if told so, asks for a stop.
func stopAfter(n int, stop func(), stops bool) func(context.Context, *onrecord.Report) (*onrecord.Entry, error) {
	var mu sync.Mutex
	return func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		mu.Lock()
		if n--; n == 0 && stops {
			stop()
		}
		mu.Unlock()
		return read(ctx, r)
	}
}
