package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/mcp"
	"onrecord/pipeline"
	"onrecord/work"
)

func (a *app) mcpCommand() *cobra.Command {
	var sample bool
	c := &cobra.Command{
		Use:   "mcp",
		Short: "Let an assistant ask the record, by the Model Context Protocol",
		Long: `Answer an assistant on standard input and output, by the Model Context Protocol: search, statements,
timeline, positions, compare, denials, actor, report_text, and read_text, which reads a text without keeping
it. Every answer has the exact words, their bytes and the report. Nothing is written.

"onrecord serve" answers the same over HTTP, at /mcp. docs/assistant.md shows how assistants are told
of it.`,
		Example: `  onrecord mcp --sample
  onrecord mcp --db talks.db        # the command that an assistant's settings name`,
		Args: cobra.NoArgs,
		RunE: command(func(c *cobra.Command, _ []string) error { return a.mcp(c.Context(), sample) }),
	}
	c.Flags().BoolVar(&sample, "sample", false, "answer from the bundled sample record")
	return c
}

func (a *app) mcp(ctx context.Context, isSample bool) error {
	record, _, err := a.openToShow(ctx, isSample, false)
	if err != nil {
		return err
	}
	issues, err := a.issues("")
	if err != nil {
		return errors.Join(err, record.Close())
	}
	server := mcp.New(mcp.Options{Record: record, Issues: issues, Version: pipeline.Version(), Read: a.reader(), Log: slog.New(slog.NewTextHandler(a.stderr, nil))})
	err = mcp.Serve(ctx, server)
	if ctx.Err() != nil { // it was told to end
		err = nil
	}
	return errors.Join(err, record.Close())
}

// reader reads single reports; the models are opened when the first comes.
func (a *app) reader() func(context.Context, *onrecord.Report) (*onrecord.Entry, error) {
	stations := sync.OnceValues(a.load)
	return func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		p, err := stations()
		if err != nil {
			return nil, err
		}
		return work.Read(ctx, p, r)
	}
}
