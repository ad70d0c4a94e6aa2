package main

import (
	"context"
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"onrecord/queue"
)

func (a *app) statusCommand() *cobra.Command {
	var asJSON, rejects bool
	c := &cobra.Command{
		Use:   "status",
		Short: "How far the queue of files is",
		Long: `Tell how many shards of the queue wait, are worked at, done and dead; how many reports were read,
at which rate in the last quarter of an hour, and when the rest will be done at this rate. Dead
shards are named with the error of their last attempt.

--rejects writes the reports that were set aside instead, one JSON object a line: "place", "reason",
and "input", the line it came from.`,
		Example: `  onrecord --db postgres://onrecord@db.example.org/news status
  onrecord status --json | jq .seconds_left
  onrecord status --rejects | jq -r .input > mended.jsonl`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.status(c.Context(), asJSON, rejects) }),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print it as one line of JSON")
	c.Flags().BoolVar(&rejects, "rejects", false, "print the reports that were set aside")
	return c
}

func (a *app) status(ctx context.Context, asJSON, rejects bool) error {
	q, store, err := a.openQueue(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if rejects {
		return a.printRejects(ctx, q)
	}
	s, err := q.Status(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(a.stdout).Encode(s)
	}
	return a.printStatus(s)
}

func (a *app) printRejects(ctx context.Context, q *queue.Queue) error {
	to := json.NewEncoder(a.stdout)
	to.SetEscapeHTML(false)
	for r, err := range q.Rejects(ctx) {
		if err != nil {
			return err
		}
		if err := to.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) printStatus(s queue.Status) error {
	err := a.print("shards    %s waiting, %s in work, %s done, %s dead\nreports   %s read, %s of them set aside, %s left\nworkers   %d\n",
		number(int(s.Waiting)), number(int(s.Running)), number(int(s.Done)), number(int(s.Dead)),
		number(int(s.Read)), number(int(s.SetAside)), number(int(s.Left)), len(s.Workers))
	if s.Rate > 0 {
		err = firstOf(err, a.print("rate      %.1f reports/s\n", s.Rate))
	}
	if s.Seconds > 0 {
		left := time.Duration(s.Seconds * float64(time.Second)).Round(time.Second)
		err = firstOf(err, a.print("left      about %s\n", left))
	}
	for _, d := range s.Corpses {
		err = firstOf(err, a.print("dead      %s from line %d, after %d attempts: %s\n", d.Path, d.Line+1, d.Attempts, d.Error))
	}
	return err
}
