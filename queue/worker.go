package queue

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"runtime"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"onrecord"
)

// Worker reads shards into the record until it is stopped.
type Worker struct {
	Queue     *Queue
	Read      func(context.Context, *onrecord.Report) (*onrecord.Entry, error)
	Made      onrecord.Provenance // of the entries that Read makes: what is stored so is not read again
	Workers   int                 // shards at a time; 0: as many as there are cores
	NoRaw     bool                // keep only the digest of pages
	UntilDone bool                // end once no shard waits
	Patience  time.Duration       // until a silent worker counts as dead; 0: 30 s
	Metrics   *Metrics            // may be nil
	Log       *slog.Logger        // nil: the default one

	clock rivertype.TimeGenerator // nil: the machine's; a test's may be wrong
}

const (
	usualPatience = 30 * time.Second
	// longestPause bounds the pauses before a shard is tried again.
	longestPause = 10 * time.Minute
	// grace is how long reports in work may take when the worker is stopped.
	grace = time.Minute
)

// Run works until ctx ends; then it finishes the reports in work, hands back the rest of their
// shards, and gives no error.
func (w *Worker) Run(ctx context.Context) error {
	r := &running{Worker: w, q: w.Queue, log: cmp.Or(w.Log, slog.Default()), stopping: ctx, metrics: w.Metrics}
	if r.metrics == nil {
		r.metrics = NewMetrics(nil)
	}
	r.patience = cmp.Or(w.Patience, usualPatience)
	workers := river.NewWorkers()
	river.AddWorker(workers, &shardWorker{running: r})
	var err error
	r.client, err = river.NewClient(riverpgxv5.New(r.q.pool), r.config(workers))
	if err != nil {
		return r.q.fault("work on", err)
	}
	return r.q.fault("work on", r.run(ctx))
}

// config bounds no job's time: a shard is bounded, and who died at one is found by its silence.
func (r *running) config(workers *river.Workers) *river.Config {
	return &river.Config{
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: cmp.Or(r.Workers, runtime.GOMAXPROCS(0))}},
		Workers:                     workers,
		JobTimeout:                  -1,
		RescueStuckJobsAfter:        10 * 365 * 24 * time.Hour,
		DiscardedJobRetentionPeriod: -1,
		CancelledJobRetentionPeriod: -1,
		RetryPolicy:                 backoff{r.clock},
		Test:                        river.TestConfig{Time: r.clock},
		Logger:                      slog.New(warnings{r.log.Handler()}),
	}
}

// backoff waits 1, 4, 9, ... seconds: a shard that cannot be read is dead within minutes, while a
// server has them to come back.
type backoff struct{ clock rivertype.TimeGenerator }

func (b backoff) NextRetry(j *rivertype.JobRow) time.Time {
	now := time.Now()
	if b.clock != nil {
		now = b.clock.Now()
	}
	tried := len(j.Errors) + 1
	return now.Add(min(time.Duration(tried*tried)*time.Second, longestPause))
}

// warnings hands on what is worth a warning: River tells much that only it understands.
type warnings struct{ slog.Handler }

func (h warnings) Enabled(_ context.Context, l slog.Level) bool { return l >= slog.LevelWarn }

// running is a worker that runs.
type running struct {
	*Worker
	q        *Queue
	client   *river.Client[pgx.Tx]
	log      *slog.Logger
	metrics  *Metrics
	patience time.Duration
	stopping context.Context // ended: no more reports are begun
	jobs     inWork
}

func (r *running) run(ctx context.Context) error {
	lasting := context.WithoutCancel(ctx)
	if err := r.show(lasting); err != nil {
		return err
	}
	if err := r.client.Start(lasting); err != nil {
		return err
	}
	r.log.Info("worker begun", "worker", r.client.ID())
	r.wait(ctx)
	bounded, cancel := context.WithTimeout(lasting, grace)
	defer cancel()
	err := r.client.Stop(bounded)
	if errors.Is(err, context.DeadlineExceeded) {
		err = r.client.StopAndCancel(lasting)
	}
	_, gone := r.q.pool.Exec(lasting, "DELETE FROM workers WHERE id = $1", r.client.ID())
	r.log.Info("worker ended", "worker", r.client.ID())
	return errors.Join(err, gone)
}

// wait shows that this worker lives and looks after dead ones, until ctx ends or all is done. A
// database that is away is waited for.
func (r *running) wait(ctx context.Context) {
	beat := time.NewTicker(r.patience / 6)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
		}
		done, err := r.look(ctx)
		if err != nil && ctx.Err() == nil {
			r.log.Warn("the queue cannot be looked after", "error", err)
		}
		if done {
			return
		}
	}
}

func (r *running) look(ctx context.Context) (done bool, err error) {
	if err := r.show(ctx); err != nil {
		return false, err
	}
	if err := r.takeFromDead(ctx); err != nil {
		return false, err
	}
	if err := r.wake(ctx); err != nil {
		return false, err
	}
	if !r.UntilDone {
		return false, nil
	}
	err = r.q.pool.QueryRow(ctx, `SELECT NOT EXISTS (SELECT FROM river_job WHERE kind = 'shard'
AND state IN ('available', 'pending', 'retryable', 'running', 'scheduled'))`).Scan(&done)
	return done, err
}
