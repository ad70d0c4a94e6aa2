package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"onrecord"
	"onrecord/store"
	"onrecord/store/postgres"
)

const (
	// chunkReports and chunkBytes bound what is stored in one transaction, and so what is read
	// once more after a death.
	chunkReports = 64
	chunkBytes   = 8 << 20
	// mostDeaths is how often workers may die at one report, and at nothing else between, before
	// it is set aside.
	mostDeaths = 3
)

// chunk is what is stored next.
type chunk struct {
	items   []item // not read yet
	bytes   int    // of all that came in
	count   int    // likewise
	entries []postgres.Item
	rejects []reject
}

// reject is a report of which no entry could be made.
type reject struct {
	number               int64
	place, reason, input string
}

func (c *chunk) add(one item) {
	c.items = append(c.items, one)
	c.count++
	if c.bytes += len(one.input); one.report != nil {
		c.bytes += len(one.report.Raw)
	}
}

func (c *chunk) isFull() bool { return c.count >= chunkReports || c.bytes >= chunkBytes }

// taken is how many reports were read or set aside.
func (c *chunk) taken() int64 { return int64(c.count - len(c.items)) }

// read takes items off the chunk until a stop is asked for.
func (s *shardRun) read(ctx context.Context) error {
	held, err := s.held(ctx)
	for ; err == nil && len(s.chunk.items) > 0 && s.stopping.Err() == nil; s.chunk.items = s.chunk.items[1:] {
		one := s.chunk.items[0]
		switch {
		case one.err != nil:
			s.setAside(one, one.err)
		case held[one.report.ID]:
			s.metrics.report(store.Unchanged)
		default:
			err = s.readOne(ctx, one)
		}
		if err != nil {
			break
		}
	}
	return err
}

// held gives the reports of the chunk that are stored already, made by the same program.
func (s *shardRun) held(ctx context.Context) (map[onrecord.ReportID]bool, error) {
	var ids []onrecord.ReportID
	for _, one := range s.chunk.items {
		if one.report != nil {
			ids = append(ids, one.report.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return s.q.store.HoldsOf(ctx, ids, s.Made)
}

// readOne makes the entry of a report. One at which workers die is set aside.
func (s *shardRun) readOne(ctx context.Context, one item) error {
	if s.careful {
		deaths, err := s.suspect(ctx)
		if err != nil {
			return err
		}
		if deaths >= mostDeaths {
			s.setAside(one, fmt.Errorf("the program died %d times while it read this report", deaths))
			return nil
		}
	}
	began := time.Now()
	entry, err := s.Read(ctx, one.report)
	s.metrics.read(time.Since(began))
	switch {
	case ctx.Err() != nil: // not the report's fault
		return ctx.Err()
	case err != nil:
		s.setAside(one, err)
	default:
		page := store.Page{MediaType: one.report.MediaType, Raw: one.report.Raw, DigestOnly: s.NoRaw}
		s.chunk.entries = append(s.chunk.entries, postgres.Item{Entry: entry, Page: page})
	}
	return nil
}

func (s *shardRun) setAside(one item, why error) {
	s.chunk.rejects = append(s.chunk.rejects, reject{s.done + s.chunk.taken(), one.place, why.Error(), one.input})
	s.log.Warn("report set aside", "place", one.place, "reason", why)
	s.metrics.setAside()
}

// suspect notes the report that is read next, and tells how often workers died at it.
func (s *shardRun) suspect(ctx context.Context) (deaths int, err error) {
	err = s.q.pool.QueryRow(ctx, `UPDATE shards SET suspect = $2, begun = CASE WHEN suspect = $2 THEN begun + 1 ELSE 1 END
WHERE id = $1 RETURNING begun - 1`, s.id, s.done+s.chunk.taken()).Scan(&deaths)
	return deaths, err
}

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
