package queue

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"onrecord/ingest"
)

// atOnce is how many shards are enqueued in one transaction.
const atOnce = 500

// Enqueued tells what Enqueue did.
type Enqueued struct {
	Shards int   `json:"shards"`
	Known  int   `json:"known"` // shards that were enqueued before
	Bytes  int64 `json:"bytes"`
}

// Enqueue cuts files, and the files of folders, into shards and makes a job of each. A shard
// that was enqueued before and whose file has not changed since stays as it is; with again one
// that is finished or dead is read from its start once more. So an Enqueue that was stopped
// is simply run again. Of a file that cannot be cut failed is told; the error is the
// database's.
func (q *Queue) Enqueue(ctx context.Context, paths []string, sizes Sizes, again bool, failed func(error)) (Enqueued, error) {
	e := enqueuing{queue: q, ctx: ctx, again: again}
	for path, err := range ingest.Files(ctx, paths) {
		if err == nil {
			err = cut(path, sizes, e.add)
		}
		var broken *databaseError
		if errors.As(err, &broken) {
			return e.sum, q.fault("enqueue shards in", broken.error)
		}
		if err != nil {
			failed(err)
		}
	}
	return e.sum, q.fault("enqueue shards in", errors.Join(ctx.Err(), e.send()))
}

// databaseError tells a fault of the database from one of a file.
type databaseError struct{ error }

// enqueuing is one run of Enqueue.
type enqueuing struct {
	queue   *Queue
	ctx     context.Context
	again   bool
	pending []shard
	sum     Enqueued
}

func (e *enqueuing) add(s shard) error {
	if e.pending = append(e.pending, s); len(e.pending) < atOnce {
		return nil
	}
	if err := e.send(); err != nil {
		return &databaseError{err}
	}
	return nil
}

// insertShards gives the ids of those that are new, or that are to be read again.
const insertShards = `
INSERT INTO shards (path, modified, start, "end", line, expected)
SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
ON CONFLICT (path, modified, start, "end") DO UPDATE
SET done = 0, rejected = 0, deaths = 0, suspect = NULL, started = NULL, finished = NULL
WHERE $7 AND (shards.finished IS NOT NULL OR EXISTS (
  SELECT FROM river_job j WHERE j.id = shards.job AND j.state IN ('discarded', 'cancelled')))
RETURNING id, "end" - start`

// send makes shards and their jobs, together or not at all.
func (e *enqueuing) send() error {
	if len(e.pending) == 0 {
		return nil
	}
	var made []int64
	var bytes int64
	err := pgx.BeginFunc(e.ctx, e.queue.pool, func(tx pgx.Tx) error {
		made, bytes = nil, 0
		rows, err := tx.Query(e.ctx, insertShards, append(columns(e.pending), e.again)...)
		if err != nil {
			return err
		}
		var id, size int64
		if _, err := pgx.ForEachRow(rows, []any{&id, &size}, func() error {
			made, bytes = append(made, id), bytes+size
			return nil
		}); err != nil || len(made) == 0 {
			return err
		}
		return e.insertJobs(tx, made)
	})
	if err != nil {
		return err
	}
	e.sum.Shards += len(made)
	e.sum.Known += len(e.pending) - len(made)
	e.sum.Bytes += bytes
	e.pending = e.pending[:0]
	return nil
}

func columns(shards []shard) []any {
	var path []string
	var modified, start, end, line []int64
	var expected []*int64
	for _, s := range shards {
		path, modified = append(path, s.path), append(modified, s.modified)
		start, end = append(start, s.start), append(end, s.end)
		line, expected = append(line, s.line), append(expected, s.expected)
	}
	return []any{path, modified, start, end, line, expected}
}

func (e *enqueuing) insertJobs(tx pgx.Tx, made []int64) error {
	jobs := make([]river.InsertManyParams, len(made))
	for i, id := range made {
		jobs[i] = river.InsertManyParams{Args: job{id}, InsertOpts: &river.InsertOpts{MaxAttempts: attempts}}
	}
	inserted, err := e.queue.insert.InsertManyTx(e.ctx, tx, jobs)
	if err != nil {
		return err
	}
	ids := make([]int64, len(inserted))
	for i, r := range inserted {
		ids[i] = r.Job.ID
	}
	_, err = tx.Exec(e.ctx, `DELETE FROM rejects WHERE shard = ANY($1)`, made)
	if err != nil {
		return err
	}
	_, err = tx.Exec(e.ctx, `UPDATE shards SET job = m.job FROM unnest($1::bigint[], $2::bigint[]) AS m (id, job) WHERE shards.id = m.id`, made, ids)
	return err
}
