package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/ingest"
	"onrecord/work"
)

const codeHelp = `Read a stream of reports, one JSON object a line, and write a stream of entries, one a line, in
the same order. Nothing is stored. It is the command for many machines: whatever cuts the
reports into parts and starts a program for each can run it (docs/operating.md shows GNU
parallel, SLURM, Kubernetes and Spark). The output is the same for any number of workers.

A report is {"id","url","outlet","date","title","text" or "html"}; the stream may be packed with
gzip or zstd. A web crawl (WARC) is taken as well: what is said of lines holds of its pages. Without FILE it is standard input. Reports without an id are named by their line.

A line of which no entry can be made does not stop the run. With --rejects it is set aside with
its number and the reason, and the status is 0; without, it is told and the status is 1.

Every line that is not blank gives one line, among the entries or among the rejects. So a run
that ended early is gone on with by --skip and the number of both. --out does that by itself:
the entries grow in OUT.part, the rejects in OUT.rejects unless --rejects names another file,
and OUT is there once all is done; run again, it goes on, or ends at once if OUT is there.
Ctrl-C finishes the reports in work.`

// codeFlags are what a caller chose.
type codeFlags struct {
	out, rejects string
	from         ingest.Resume
	workers      int
	maxBytes     int
	asJSON       bool
}

func (a *app) codeCommand() *cobra.Command {
	var f codeFlags
	c := &cobra.Command{
		Use:   "code [FILE]",
		Short: "Turn a stream of reports into a stream of entries",
		Long:  codeHelp,
		Example: `  onrecord code < reports.jsonl > entries.jsonl
  onrecord code --rejects bad.jsonl reports.jsonl.gz | zstd > entries.jsonl.zst
  onrecord code --out entries.jsonl reports.jsonl
  onrecord code --skip 120000 reports.jsonl >> entries.jsonl`,
		Args: cobra.MaximumNArgs(1),
		RunE: command(func(c *cobra.Command, paths []string) error { return a.code(c.Context(), paths, f) }),
	}
	c.Flags().StringVar(&f.out, "out", "", "write entries to `OUT`, in as many runs as it takes")
	c.Flags().StringVar(&f.rejects, "rejects", "", "set bad lines aside in `file`, as JSONL")
	c.Flags().IntVar(&f.from.Reports, "skip", 0, "pass over so many reports")
	c.Flags().Int64Var(&f.from.Offset, "from-offset", 0, "pass over the lines that begin before this byte of the unpacked stream")
	c.Flags().IntVar(&f.workers, "workers", 0, "reports to work at at a time; 0 for as many as there are cores")
	c.Flags().IntVar(&f.maxBytes, "max-bytes", ingest.DefaultMaxBytes, "longest line")
	c.Flags().BoolVar(&f.asJSON, "json", false, "tell what was done as one line of JSON on standard error")
	a.dictionaryFlags(c)
	c.MarkFlagsMutuallyExclusive("out", "skip")
	c.MarkFlagsMutuallyExclusive("out", "from-offset")
	return c
}

func (a *app) code(ctx context.Context, paths []string, f codeFlags) error {
	if f.from.Reports < 0 || f.from.Offset < 0 || f.workers < 0 || f.maxBytes < 1 {
		return &usageError{errors.New("--skip, --from-offset and --workers are 0 or more, --max-bytes 1 or more")}
	}
	name, in, err := a.codeInput(paths)
	if err != nil {
		return err
	}
	defer in.Close()
	to, err := a.openCodeOutput(f)
	if errors.Is(err, work.ErrFinished) {
		_, err = fmt.Fprintf(a.stderr, "%v\n", err)
		return err
	} else if err != nil {
		return err
	}
	stations, err := a.loadStations()
	if err != nil {
		return err
	}
	bar, start := a.newCodeBar(in), time.Now()
	coding := work.Coding{
		Read: func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
			return work.Read(ctx, stations, r)
		},
		Form: export.WriteEntry, Entries: to.entries,
		Reject:  func(r work.Reject) error { bar.clear(); return to.reject(r) },
		Watch:   bar.show,
		Workers: f.workers, MaxBytes: f.maxBytes, From: f.from,
	}
	coding.From.Reports += to.done
	sum, err := coding.Run(ctx, bar.reader(in), name)
	bar.finish()
	a.tellCoded(sum, time.Since(start), f.asJSON)
	if err = firstOf(err, to.close(sum.Complete)); err == nil && !to.aside && sum.Rejects > 0 {
		return errSomeFailed
	}
	return err
}

// codeInput is the file that is named, else standard input.
func (a *app) codeInput(paths []string) (name string, in io.ReadCloser, err error) {
	if len(paths) == 0 || paths[0] == ingest.Stdin {
		if f, ok := a.stdin.(*os.File); ok {
			return "stdin", f, nil
		}
		return "stdin", io.NopCloser(a.stdin), nil
	}
	f, err := os.Open(paths[0])
	return paths[0], f, err
}

// tellCoded says what was done: to programs as JSON, to people who watch in words, and to
// all where to go on.
func (a *app) tellCoded(sum work.Summary, took time.Duration, asJSON bool) {
	done := sum.Entries + sum.Rejects
	rate := float64(done) / max(took.Seconds(), 1e-9)
	switch {
	case asJSON:
		form, err := json.Marshal(struct {
			work.Summary
			Seconds float64 `json:"seconds"`
			Rate    float64 `json:"reports_per_second"`
		}{sum, took.Seconds(), rate})
		if err == nil {
			fmt.Fprintf(a.stderr, "%s\n", form)
		}
	case a.isWatched():
		fmt.Fprintf(a.stderr, "%s, %s rejected: %s, %s in %s (%.1f reports/s)\n", counted(done, "report"), number(sum.Rejects),
			counted(sum.Statements, "statement"), counted(sum.Events, "event"), took.Round(time.Second), rate)
	}
	if !sum.Complete && !asJSON {
		fmt.Fprintf(a.stderr, "ended early: --skip %d or --from-offset %d goes on\n", sum.Skip, sum.Offset)
	}
}
