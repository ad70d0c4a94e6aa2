package ingest

import (
	"context"
	"errors"
	"io"
	"runtime"
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

// endless gives a line of so many bytes, and another behind it.
type endless struct {
	left int64
	rest string
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left > 0 {
		n := int(min(int64(len(p)), e.left))
		for i := range p[:n] {
			p[i] = 'x'
		}
		e.left -= int64(n)
		return n, nil
	}
	n := copy(p, e.rest)
	if e.rest = e.rest[n:]; n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// TestGigabyteLine reads on behind a line of a gigabyte, and holds no more than the longest report.
func TestGigabyteLine(t *testing.T) {
	const allowed = 200 << 20 // of what is given away meanwhile, too
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	in := &endless{1 << 30, "\n{\"text\":\"He said no.\"}\n"}
	var words, faults []string
	for line, err := range Lines(t.Context(), in, "in.jsonl", Options{}, Resume{}) {
		switch {
		case err != nil:
			t.Fatal(err)
		case line.Err != nil:
			faults = append(faults, line.Err.Error())
		default:
			words = append(words, string(line.Report.Raw))
		}
	}
	runtime.ReadMemStats(&after)
	if len(words) != 1 || len(faults) != 1 || !strings.Contains(faults[0], "too long") {
		t.Errorf("%q, %q", words, faults)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > allowed {
		t.Errorf("%d MB were asked for", took>>20)
	}
}
