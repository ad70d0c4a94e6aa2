package queue

import (
	"context"
	"sync"
	"time"
)

// show tells the others that this worker lives. Time is the server's: clocks of machines differ.
func (r *running) show(ctx context.Context) error {
	_, err := r.q.pool.Exec(ctx, `INSERT INTO workers (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen = now()`, r.client.ID())
	return err
}

// takeOver makes jobs others' again: those whose worker was not seen for a while, and those that
// this one gave back without the database hearing of it. A shard that does not get on dies
// with the last attempt.
//
//nolint:misspell // a column of River's
const takeOver = `
WITH lost AS (
  UPDATE river_job j SET
    state = (CASE WHEN attempt >= max_attempts THEN 'discarded' ELSE 'available' END)::river_job_state,
    finalized_at = CASE WHEN attempt >= max_attempts THEN now() END,
    scheduled_at = now(),
    errors = array_append(errors, jsonb_build_object('at', now(), 'attempt', attempt, 'error', 'its worker died', 'trace', ''))
  WHERE kind = 'shard' AND state = 'running' AND (
    attempted_by[array_upper(attempted_by, 1)] = $2 AND attempted_at < now() - $1::interval AND id <> ALL($3)
    OR NOT EXISTS (SELECT FROM workers w WHERE w.id = attempted_by[array_upper(attempted_by, 1)] AND w.seen > now() - $1::interval))
  RETURNING id)
UPDATE shards SET deaths = deaths + 1 FROM lost WHERE shards.job = lost.id RETURNING path`

func (r *running) takeFromDead(ctx context.Context) error {
	rows, err := r.q.pool.Query(ctx, takeOver, r.patience, r.client.ID(), r.jobs.list())
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var path string
		if err := rows.Scan(&path); err != nil {
			return err
		}
		r.log.Warn("shard taken from a dead worker", "path", path)
	}
	return rows.Err()
}

// wakeUp makes jobs that wait for their time available when it has come by the server's clock. River
// asks the worker's own, which may be wrong; what waits for longer than any pause was put there by one.
const wakeUp = `UPDATE river_job SET state = 'available', scheduled_at = least(scheduled_at, now())
WHERE kind = 'shard' AND state IN ('retryable', 'scheduled') AND (scheduled_at <= now() OR scheduled_at > now() + $1::interval)`

func (r *running) wake(ctx context.Context) error {
	_, err := r.q.pool.Exec(ctx, wakeUp, longestPause)
	return err
}

// inWork is the set of jobs that this worker has begun; one that it ended stays in it for a
// while, in which River tells the database.
type inWork struct {
	mu  sync.Mutex
	ids map[int64]time.Time // when it ended; zero while it is worked at
}

func (w *inWork) begin(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ids == nil {
		w.ids = map[int64]time.Time{}
	}
	w.ids[id] = time.Time{}
}

func (w *inWork) end(id int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ids[id] = time.Now()
}

func (w *inWork) list() []int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	ids := make([]int64, 0, len(w.ids))
	for id, ended := range w.ids {
		if !ended.IsZero() && time.Since(ended) > 10*time.Second {
			delete(w.ids, id)
			continue
		}
		ids = append(ids, id)
	}
	return ids
}
