package queue_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestPackedFileIsOneShard queues lines and crawls in both packings.
func TestPackedFileIsOneShard(t *testing.T) {
	folder, p := t.TempDir(), newPlace(t)
	lines, crawl := filepath.Join(folder, "lines.jsonl"), "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/%d\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nHe said no.\r\n\r\n"
	writeReports(t, lines, 150)
	plain, err := os.ReadFile(lines)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(lines); err != nil {
		t.Fatal(err)
	}
	for i, raw := range [][]byte{plain, fmt.Appendf(nil, crawl+crawl, 1, 2)} {
		name := filepath.Join(folder, []string{"lines.jsonl", "crawl.warc"}[i])
		for ending, packed := range map[string][]byte{".gz": gzipped(t, raw), ".zst": zstded(t, raw)} {
			if err := os.WriteFile(name+ending, packed, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if e := p.enqueue(t, false, 10, folder); e.Shards != 4 {
		t.Errorf("enqueued %+v", e)
	}
	if err := p.worker().Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := p.status(t); s.Done != 4 || s.Read != 2*150+2*2 || s.SetAside != 2*5 {
		t.Errorf("%+v", s)
	}
	if c, err := p.store.Count(t.Context()); err != nil || c.Reports != 145+2 { // the packing makes no other report of it
		t.Errorf("stored %+v, %v", c, err)
	}
}

func gzipped(t *testing.T, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstded(t *testing.T, raw []byte) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll(raw, nil)
}
