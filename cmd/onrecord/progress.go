package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"

	"onrecord/ingest"
)

// progress shows a person how far a long command has come. It is silent where
// standard error is not a terminal.
type progress struct{ bar *progressbar.ProgressBar }

func (a *app) newProgress(paths []string) *progress {
	if !a.isWatched() {
		return &progress{}
	}
	return a.newBar("reading", countReports(paths))
}

// renewing tells how far a database is that another version of the program has left.
func (a *app) renewing() func(done, all int) {
	p := &progress{}
	return func(done, all int) {
		if all == 0 || !a.isWatched() {
			return
		}
		if p.bar == nil {
			p = a.newBar("bringing the database up to this version", all)
		}
		if p.step(); done == all {
			p.finish()
		}
	}
}

func (a *app) newBar(does string, n int) *progress {
	return &progress{progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(does),
		progressbar.OptionSetItsString("reports"),
		progressbar.OptionShowIts(),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
	)}
}

// A bar that cannot be drawn must not stop the work: errors are dropped.

func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// clear makes the line free for a message.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Clear()
		_ = p.bar.Close()
	}
}

// countReports guesses how many reports lie in the paths; -1 if that could only be
// told by reading them.
func countReports(paths []string) int {
	total := 0
	for _, path := range paths {
		n := countInPath(path)
		if n < 0 {
			return -1
		}
		total += n
	}
	return total
}

func countInPath(path string) (total int) {
	if path == ingest.Stdin {
		return -1
	}
	if _, err := os.Stat(path); err != nil {
		return 1 // the complaint counts
	}
	err := filepath.WalkDir(path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		n := countInFile(path)
		if n < 0 {
			total = -1
			return fs.SkipAll
		}
		total += n
		return nil
	})
	if err != nil {
		return -1
	}
	return total
}

func countInFile(path string) int {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".ndjson":
		return countLines(path)
	case ".gz", ".zst", ".warc", ".wet":
		return -1
	}
	return 1
}

func countLines(path string) (n int) {
	f, err := os.Open(path)
	if err != nil {
		return -1
	}
	defer f.Close()
	for buffer := make([]byte, 256<<10); ; {
		read, err := f.Read(buffer)
		n += bytes.Count(buffer[:read], []byte{'\n'})
		if err != nil {
			return orUnknown(n, err)
		}
	}
}

func orUnknown(n int, err error) int {
	if !errors.Is(err, io.EOF) {
		return -1
	}
	return n
}

// counted words a number: "1 report", "2,400 reports".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return number(n) + " " + what + "s"
}

// number sets commas between thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
