package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"onrecord/work"
)

// codeBar shows a person how much of a stream is read: its bytes are known beforehand,
// its reports are not. It is silent where standard error is not a terminal.
type codeBar struct {
	bar   *progressbar.ProgressBar
	start time.Time
	read  atomic.Int64
}

func (a *app) newCodeBar(in io.Reader) *codeBar {
	b := &codeBar{start: time.Now()}
	if !a.isWatched() {
		return b
	}
	size := int64(-1)
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	b.bar = progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
	)
	return b
}

// reader counts what is read of the stream as it came, packed or not.
func (b *codeBar) reader(in io.Reader) io.Reader { return countingReader{in, &b.read} }

type countingReader struct {
	io.Reader
	n *atomic.Int64
}

func (r countingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.n.Add(int64(n))
	return n, err
}

// A bar that cannot be drawn must not stop the work: errors are dropped.

func (b *codeBar) show(sum work.Summary) {
	if b.bar == nil {
		return
	}
	done := sum.Entries + sum.Rejects
	b.bar.Describe(fmt.Sprintf("%s, %.1f/s", counted(done, "report"), float64(done)/time.Since(b.start).Seconds()))
	_ = b.bar.Set64(b.read.Load())
}

// clear makes the line free for a message.
func (b *codeBar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}

func (b *codeBar) finish() {
	if b.bar != nil {
		_ = b.bar.Clear()
		_ = b.bar.Close()
	}
}
