// Package queue answers: which parts of a collection wait to be read, who reads them, and what
// became of them? Start at [Queue.Enqueue], which cuts inputs into shards, and [Worker.Run],
// which reads them into the record; [Queue.Status] tells how far all is.
//
// A shard is a job of River in the database that holds the record. A worker stores the reports
// of a shard a chunk at a time, each chunk in one transaction with how far the shard is, the
// last one with the end of the job. So whatever dies, and whenever, no report is lost, counted
// twice, or half stored.
package queue

import (
	"context"
	_ "embed"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"onrecord/store/postgres"
)

//go:embed schema.sql
var schema string

// schemaLock keeps programs that start together from making the tables together: "onrq" in
// ASCII.
const schemaLock = 0x6f6e7271

// attempts is how often a shard is tried without getting on before it counts as dead.
const attempts = 12

// Queue is the queue in an open database.
type Queue struct {
	store  *postgres.Store
	pool   *pgxpool.Pool
	insert *river.Client[pgx.Tx] // inserts jobs and works none
}

// job is what River keeps of a shard.
type job struct {
	Shard int64 `json:"shard"`
}

// Kind names such jobs for River.
func (job) Kind() string { return "shard" }

// Open opens the queue of a database and makes its tables where they are missing.
func Open(ctx context.Context, store *postgres.Store) (*Queue, error) {
	q := &Queue{store: store, pool: store.Pool()}
	var err error
	if q.insert, err = river.NewClient(riverpgxv5.New(q.pool), &river.Config{}); err == nil {
		err = q.prepare(ctx)
	}
	return q, q.fault("open the queue of", err)
}

func (q *Queue) fault(deed string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %s: %w", deed, q.store.Name(), err)
}

// prepare makes the tables under a lock: River's steps are transactions of their own.
func (q *Queue) prepare(ctx context.Context) error {
	return q.pool.AcquireFunc(ctx, func(c *pgxpool.Conn) error {
		if _, err := c.Exec(ctx, "SELECT pg_advisory_lock($1)", schemaLock); err != nil {
			return err
		}
		defer c.Exec(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", schemaLock) //nolint:errcheck // a broken connection holds no lock
		migrator, err := rivermigrate.New(riverpgxv5.New(q.pool), nil)
		if err != nil {
			return err
		}
		if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
			return err
		}
		var there bool // the last table of the schema: to make indexes waits for those who write
		if err := c.QueryRow(ctx, "SELECT to_regclass('workers') IS NOT NULL").Scan(&there); err != nil || there {
			return err
		}
		_, err = c.Exec(ctx, schema)
		return err
	})
}

// Ping reports whether the database answers.
func (q *Queue) Ping(ctx context.Context) error { return q.fault("reach", q.pool.Ping(ctx)) }
