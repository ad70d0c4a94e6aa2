package ingest_test

import (
	"io"
	"testing"
	"time"

	"onrecord/ingest"
)

// TestLinesComeAsTheyAreWritten reads from a writer that goes on only when its line was read.
func TestLinesComeAsTheyAreWritten(t *testing.T) {
	r, w := io.Pipe()
	read := make(chan struct{})
	go func() {
		for range 2 {
			io.WriteString(w, `{"text": "The mayor said no."}`+"\n")
			select {
			case <-read:
			case <-time.After(10 * time.Second):
				w.CloseWithError(io.ErrNoProgress)
			}
		}
		w.Close()
	}()
	n := 0
	for line, err := range ingest.Lines(t.Context(), r, "stdin", ingest.Options{}, ingest.Resume{}) {
		if err != nil || line.Report == nil {
			t.Fatalf("line %d: %v, %v", n+1, line.Err, err)
		}
		n++
		read <- struct{}{}
	}
	if n != 2 {
		t.Errorf("%d lines read, want 2", n)
	}
}
