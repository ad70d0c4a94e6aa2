package ingest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestBombsAreBounded unpacks what holds next to nothing and much of it, in every form that goes on
// behind a bad report: each ends at the bound of the stream, and when it is told to.
func TestBombsAreBounded(t *testing.T) {
	const much = 8 << 20
	metadata := warcRecord("metadata", "http://a.example/", "text/plain", strings.Repeat("x", 1<<10))
	for name, raw := range map[string]string{
		"blank.jsonl":  strings.Repeat("\n", much),
		"line.jsonl":   `{"text":"` + strings.Repeat(" ", much),
		"tokens.json":  "[" + strings.Repeat(" ", much),
		"void.warc":    strings.Repeat(metadata, much/len(metadata)),
		"garbage.warc": "WARC/1.0\r\n" + strings.Repeat("x\n", much/2),
		"letters.mbox": "From a\n\n" + strings.Repeat("x\n", much/2),
		"text.txt":     strings.Repeat("a ", much/2),
		"page.html":    "<p>" + strings.Repeat("a ", much/2),
	} {
		for _, packed := range []string{gzipped(raw), zstded(t, raw)} {
			start, most := time.Now(), Options{MaxBytes: 1 << 20, MaxStream: 4 << 20}
			n, tooLong := 0, false
			for report, err := range From(t.Context(), strings.NewReader(packed), name+".gz", most) {
				if n++; report != nil || n > 10 {
					t.Fatalf("%s: report %v, %v", name, report, err)
				}
				tooLong = errors.Is(err, ErrTooLong) || errors.Is(err, errTooMuch)
			}
			if !tooLong || time.Since(start) > 20*time.Second {
				t.Errorf("%s: told too long: %v, after %v", name, tooLong, time.Since(start))
			}
		}
		ctx, stop := context.WithCancel(t.Context())
		stop()
		for _, err := range From(ctx, strings.NewReader(gzipped(raw)), name+".gz", Options{}) {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: told to stop: %v", name, err)
			}
		}
	}
}
