package queue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"onrecord/store"
)

// patientWaits are the pauses between attempts to store a chunk that the server did not take.
var patientWaits = [...]time.Duration{100 * time.Millisecond, 300 * time.Millisecond, time.Second, 3 * time.Second, 0}

// put stores what was made. A connection that breaks is replaced; whether the server had
// stored the chunk before it broke is told by how far the shard is.
func (s *shardRun) put(ctx context.Context, last bool) (err error) {
	began := time.Now()
	var outcomes []store.Outcome
	for _, wait := range patientWaits {
		outcomes, err = s.q.store.PutAll(ctx, s.chunk.entries, func(tx pgx.Tx) error { return s.moveOn(ctx, tx, last) })
		if err == nil || !mayPass(err) {
			break
		}
		s.log.Warn("chunk not stored", "error", err)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	if err != nil {
		return err
	}
	s.metrics.stored(outcomes, time.Since(began))
	s.done += s.chunk.taken()
	s.chunk = chunk{}
	return nil
}

// mayPass reports whether an error is none of what was sent.
func mayPass(err error) bool {
	var told *pgconn.PgError
	if errors.As(err, &told) {
		switch told.Code[:2] {
		case "08", "40", "53", "55", "57": // connection, rollback, resources, locks, operators
			return true
		}
		return false
	}
	return !errors.Is(err, errOvertaken) && !errors.Is(err, context.Canceled)
}

// moveOn is the last deed of a chunk's transaction: how far the shard is, what was set aside and,
// with the last chunk, the end of its job. A job that gets on has all its attempts again.
func (s *shardRun) moveOn(ctx context.Context, tx pgx.Tx, last bool) error {
	moved, err := tx.Exec(ctx, `UPDATE shards SET done = done + $2, rejected = rejected + $3,
deaths = CASE WHEN $2 > 0 THEN 0 ELSE deaths END, started = coalesce(started, now()), finished = CASE WHEN $4 THEN now() END
WHERE id = $1 AND done = $5 AND finished IS NULL`, s.id, s.chunk.taken(), len(s.chunk.rejects), last, s.done)
	if err != nil {
		return err
	}
	if moved.RowsAffected() == 0 {
		return errOvertaken
	}
	var all pgx.Batch
	for _, r := range s.chunk.rejects {
		all.Queue("INSERT INTO rejects (shard, number, place, reason, input) VALUES ($1, $2, $3, $4, $5)",
			s.id, r.number, plain(r.place), plain(r.reason), plain(r.input))
	}
	all.Queue("UPDATE river_job SET max_attempts = greatest(max_attempts, attempt + $2) WHERE id = $1 AND $3", s.job.ID, attempts, s.chunk.taken() > 0)
	if err := tx.SendBatch(ctx, &all).Close(); err != nil || !last {
		return err
	}
	_, err = river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx, s.job)
	return err
}

// plain takes out of a text what PostgreSQL cannot hold: NUL, and bytes that are no UTF-8.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}
