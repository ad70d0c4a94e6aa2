package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/queue"
	"onrecord/work"
)

// workFlags are what a caller of "onrecord work" chose.
type workFlags struct {
	workers          int
	noRaw, untilDone bool
	metrics          string
}

func (a *app) workCommand() *cobra.Command {
	var f workFlags
	c := &cobra.Command{
		Use:   "work",
		Short: "Read queued files into the record, on as many machines as there are",
		Long: `Read the shards that "onrecord enqueue" queued in the PostgreSQL database, and keep their entries
there. Run it on as many machines as there are; each takes what is next. It ends by Ctrl-C or
SIGTERM: the reports in work are finished and stored, the rest of their shards is handed back.

Reports are stored a chunk at a time, together with how far the shard is. Whatever is killed, and
whenever: nothing is lost, nothing stored twice. A shard that cannot be read is tried again, after
longer and longer pauses; at last it is dead, and kept with its error ("onrecord status"). A report
of which no entry can be made is set aside with the reason, as is one at which the program dies
three times. "onrecord derive" compares the reports with each other afterwards.

Logs go to standard error, as lines of JSON unless it is a terminal. With --metrics, /metrics tells
Prometheus how the work goes, /livez that the program lives, /readyz that it reaches the database.`,
		Example: `  onrecord --db postgres://onrecord@db.example.org/news work
  onrecord work --metrics :9464
  onrecord work --until-done`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.work(c.Context(), f) }),
	}
	c.Flags().IntVar(&f.workers, "workers", 0, "shards to work at at a time; 0 for as many as there are cores")
	c.Flags().BoolVar(&f.noRaw, "no-raw", false, "keep only the digest of raw pages")
	c.Flags().BoolVar(&f.untilDone, "until-done", false, "end once no shard waits")
	c.Flags().StringVar(&f.metrics, "metrics", "", "serve metrics and health at `address`; \":9464\" is seen by this machine alone")
	a.dictionaryFlags(c)
	return c
}

func (a *app) work(ctx context.Context, f workFlags) error {
	if f.workers < 0 {
		return &usageError{errors.New("--workers is 0 or more")}
	}
	q, store, err := a.openQueue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	stations, err := a.loadStations()
	if err != nil {
		return err
	}
	log := a.logger()
	metrics, stop, err := serveMetrics(ctx, f.metrics, q, log)
	if err != nil {
		return err
	}
	defer stop()
	worker := queue.Worker{
		Queue: q,
		Read: func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
			return work.Read(ctx, stations, r)
		},
		Made: stations.Made, Workers: f.workers, NoRaw: f.noRaw, UntilDone: f.untilDone, Metrics: metrics, Log: log,
	}
	return worker.Run(ctx)
}

// logger writes for people where they watch, else for programs.
func (a *app) logger() *slog.Logger {
	if a.isWatched() {
		return slog.New(slog.NewTextHandler(a.stderr, nil))
	}
	return slog.New(slog.NewJSONHandler(a.stderr, nil))
}
