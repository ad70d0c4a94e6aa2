package queue

import (
	"context"
	"iter"
	"time"

	"github.com/jackc/pgx/v5"
)

// Status tells how far all is.
type Status struct {
	Counts
	Rate    float64  `json:"reports_per_second"` // of the last quarter of an hour
	Left    int64    `json:"reports_left"`       // as far as can be told
	Seconds float64  `json:"seconds_left"`       // at this rate; 0 if that cannot be told
	Workers []string `json:"workers"`
	Corpses []Dead   `json:"dead"` // dead shards, the first few
}

// Counts are numbers of shards and of their reports.
type Counts struct {
	Waiting  int64 `json:"shards_waiting"`
	Running  int64 `json:"shards_running"`
	Done     int64 `json:"shards_done"`
	Dead     int64 `json:"shards_dead"`
	Read     int64 `json:"reports_read"` // those set aside are counted
	SetAside int64 `json:"reports_set_aside"`
}

// Dead is a shard that is tried no more.
type Dead struct {
	Path     string `json:"path"`
	Line     int64  `json:"line"` // lines of the file before it
	Attempts int    `json:"attempts"`
	Error    string `json:"error"` // of the last attempt
}

// Reject is a report that was set aside.
type Reject struct {
	Place  string `json:"place"`
	Reason string `json:"reason"`
	Input  string `json:"input"`
}

// mostDead bounds the dead shards that a status names.
const mostDead = 10

const countShards = `
SELECT count(*) FILTER (WHERE s.finished IS NULL AND j.state IN ('available', 'pending', 'retryable', 'scheduled')),
  count(*) FILTER (WHERE s.finished IS NULL AND j.state = 'running'),
  count(*) FILTER (WHERE s.finished IS NOT NULL),
  count(*) FILTER (WHERE s.finished IS NULL AND j.state IN ('discarded', 'cancelled')),
  coalesce(sum(s.done), 0)::bigint, coalesce(sum(s.rejected), 0)::bigint
FROM shards s LEFT JOIN river_job j ON j.id = s.job AND s.finished IS NULL`

func (q *Queue) counts(ctx context.Context) (c Counts, err error) {
	err = q.pool.QueryRow(ctx, countShards).Scan(&c.Waiting, &c.Running, &c.Done, &c.Dead, &c.Read, &c.SetAside)
	return c, err
}

// measureRate tells how many reports were read in the window, how long it is, and how many wait:
// what a file that is no JSONL holds is guessed to be as much as others held.
const measureRate = `
WITH recent AS (
  SELECT sum(done) AS reports, extract(epoch FROM now() - greatest(min(started), now() - $1::interval)) AS seconds
  FROM shards WHERE started IS NOT NULL AND (finished > now() - $1::interval OR finished IS NULL)),
waiting AS (
  SELECT sum(greatest(coalesce(expected, (SELECT avg(done) FROM shards WHERE finished IS NOT NULL), 1) - done, 0)) AS reports
  FROM shards WHERE finished IS NULL)
SELECT coalesce(recent.reports, 0)::float8, coalesce(recent.seconds, 0)::float8, coalesce(waiting.reports, 0)::bigint FROM recent, waiting`

// window is how far back the rate looks.
const window = 15 * time.Minute

// Status tells how far all is.
func (q *Queue) Status(ctx context.Context) (s Status, err error) {
	if s.Counts, err = q.counts(ctx); err != nil {
		return s, q.fault("count the shards of", err)
	}
	var reports, seconds float64
	if err = q.pool.QueryRow(ctx, measureRate, window).Scan(&reports, &seconds, &s.Left); err != nil {
		return s, q.fault("count the shards of", err)
	}
	if reports > 0 && seconds > 0 {
		s.Rate = reports / seconds
		s.Seconds = float64(s.Left) / s.Rate
	}
	if s.Workers, err = q.alive(ctx); err == nil {
		s.Corpses, err = q.dead(ctx)
	}
	return s, q.fault("look into the queue of", err)
}

func (q *Queue) alive(ctx context.Context) ([]string, error) {
	rows, err := q.pool.Query(ctx, "SELECT id FROM workers WHERE seen > now() - $1::interval ORDER BY id", usualPatience)
	if err != nil {
		return nil, err
	}
	return pgx.AppendRows([]string{}, rows, pgx.RowTo[string])
}

func (q *Queue) dead(ctx context.Context) ([]Dead, error) {
	rows, err := q.pool.Query(ctx, `SELECT s.path, s.line, j.attempt, coalesce(j.errors[array_upper(j.errors, 1)] ->> 'error', '')
FROM shards s JOIN river_job j ON j.id = s.job WHERE s.finished IS NULL AND j.state IN ('discarded', 'cancelled') ORDER BY s.id LIMIT $1`, mostDead)
	if err != nil {
		return nil, err
	}
	return pgx.AppendRows([]Dead{}, rows, pgx.RowToStructByPos[Dead])
}

// Rejects gives the reports that were set aside, in the order of their shards.
func (q *Queue) Rejects(ctx context.Context) iter.Seq2[Reject, error] {
	return func(yield func(Reject, error) bool) {
		rows, err := q.pool.Query(ctx, "SELECT place, reason, input FROM rejects ORDER BY shard, number")
		if err != nil {
			yield(Reject{}, q.fault("read", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			r, err := pgx.RowToStructByPos[Reject](rows)
			if !yield(r, q.fault("read", err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Reject{}, q.fault("read", err))
		}
	}
}
