package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"onrecord/queue"
)

func (a *app) enqueueCommand() *cobra.Command {
	var sizes queue.Sizes
	var again bool
	c := &cobra.Command{
		Use:   "enqueue PATH...",
		Short: "Queue files to be read by many machines",
		Long: `Cut files, and the files of folders, into shards and queue them in the PostgreSQL database for
"onrecord work". A shard is a file, or a part of a JSONL file that is not packed. Only the place of
a shard is queued: workers open the files by their absolute paths, so these must be the same on
every machine.

What was queued before is not queued again unless the file has changed, so a command that was
stopped is simply run again. --again queues shards once more that are finished or dead, as after
a new version of the program; reports whose entries would come out the same are passed over.`,
		Example: `  onrecord --db postgres://onrecord@db.example.org/news enqueue /data/reports/
  onrecord enqueue --lines 200 /data/2031-03.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: command(func(c *cobra.Command, paths []string) error { return a.enqueue(c.Context(), paths, sizes, again) }),
	}
	c.Flags().IntVar(&sizes.Lines, "lines", queue.UsualLines, "most lines of a shard")
	c.Flags().Int64Var(&sizes.Bytes, "bytes", queue.UsualBytes, "bytes behind which no more lines come into a shard")
	c.Flags().BoolVar(&again, "again", false, "queue finished and dead shards once more")
	return c
}

func (a *app) enqueue(ctx context.Context, paths []string, sizes queue.Sizes, again bool) error {
	if sizes.Lines < 1 || sizes.Bytes < 1 {
		return &usageError{errors.New("--lines and --bytes are 1 or more")}
	}
	q, store, err := a.openQueue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	failed := 0
	sum, err := q.Enqueue(ctx, paths, sizes, again, func(err error) { failed++; a.complain(err) })
	if err != nil {
		return err
	}
	return firstOf(a.print("%s queued, %s queued before: in %s\n", counted(sum.Shards, "shard"), number(sum.Known), store.Name()), someFailed(failed))
}
