package queue

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
)

// errOvertaken says that a shard is further than this worker believes: another one has it.
var errOvertaken = errors.New("another worker has gone on with it")

// shardWorker does River's jobs.
type shardWorker struct {
	river.WorkerDefaults[job]
	*running
}

// Work reads one shard, from where an earlier attempt came to.
func (w *shardWorker) Work(ctx context.Context, j *river.Job[job]) error {
	w.jobs.begin(j.ID)
	defer w.jobs.end(j.ID)
	s := &shardRun{running: w.running, job: j, began: time.Now()}
	err := s.load(ctx)
	if err == nil && !s.finished {
		s.log = w.log.With("shard", s.id, "path", s.path, "line", s.line, "attempt", j.Attempt)
		err = s.work(ctx)
	}
	return s.tell(err)
}

// shardRun is one attempt at a shard.
type shardRun struct {
	*running
	shard
	job      *river.Job[job]
	log      *slog.Logger
	began    time.Time
	finished bool
	done     int64 // reports of it that are stored or set aside
	careful  bool  // a worker died at it: report by report
	chunk    chunk
}

func (s *shardRun) load(ctx context.Context) error {
	var deaths int64
	err := s.q.pool.QueryRow(ctx, `SELECT id, path, modified, start, "end", line, expected, done, deaths, finished IS NOT NULL
FROM shards WHERE id = $1`, s.job.Args.Shard).
		Scan(&s.id, &s.path, &s.modified, &s.start, &s.end, &s.line, &s.expected, &s.done, &deaths, &s.finished)
	s.careful = deaths > 0
	return err
}

// work reads the reports that are left, a chunk at a time, until a stop is asked for.
func (s *shardRun) work(ctx context.Context) error {
	s.log.Info("shard begun", "done", s.done)
	number := int64(0)
	for one, err := range s.items(ctx) {
		if err != nil {
			return err
		}
		if number++; number <= s.done {
			continue
		}
		s.chunk.add(one)
		if s.careful || s.chunk.isFull() {
			if err := s.flush(ctx, false); err != nil {
				return err
			}
		}
	}
	return s.flush(ctx, true)
}

// flush makes entries of what is gathered and stores them. When a stop is asked for it stores
// what is made, and hands back the rest.
func (s *shardRun) flush(ctx context.Context, last bool) error {
	if err := s.read(ctx); err != nil {
		return err
	}
	stopped := len(s.chunk.items) > 0
	if err := s.put(ctx, last && !stopped); err != nil {
		return err
	}
	if stopped {
		return river.JobSnooze(0)
	}
	return nil
}

// tell says what became of the attempt, and gives River the error.
func (s *shardRun) tell(err error) error {
	var snooze *river.JobSnoozeError
	log := s.log
	if log == nil { // it was not even loaded
		log = s.running.log
	}
	log = log.With("done", s.done, "seconds", time.Since(s.began).Seconds())
	switch {
	case err == nil:
		log.Info("shard done")
		s.metrics.shard("done")
	case errors.As(err, &snooze):
		log.Info("shard handed back")
		s.metrics.shard("handed back")
	case errors.Is(err, errChanged):
		log.Error("shard dead", "error", err)
		s.metrics.shard("dead")
		return river.JobCancel(err)
	default:
		log.Warn("shard failed", "error", err)
		s.metrics.shard("failed")
	}
	return err
}
