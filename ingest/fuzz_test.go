package ingest

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"onrecord"
)

// fuzzAs reads bytes under a name and tests what holds of every reading.
func fuzzAs(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := 0
		for report, err := range From(t.Context(), bytes.NewReader(raw), name, Options{MaxBytes: 1 << 12}) {
			if (report == nil) == (err == nil) {
				t.Fatalf("report %v and error %v", report, err)
			}
			if err == nil && (len(report.Raw) == 0 || len(report.Raw) > 1<<12 || report.ID == "" || report.Source == "") {
				t.Fatalf("report %+v", report)
			}
			if n++; n > len(raw)+1 {
				t.Fatal("more results than bytes")
			}
		}
		fuzzLines(t, raw, name)
	})
}

// fuzzLines reads the same bytes as those do who want the places.
func fuzzLines(t *testing.T, raw []byte, name string) {
	end := int64(0)
	for line, err := range Lines(t.Context(), bytes.NewReader(raw), name, Options{MaxBytes: 1 << 12}, Resume{}) {
		if err == nil && ((line.Report == nil) == (line.Err == nil) || line.Start < end || line.End < line.Start) {
			t.Fatalf("%+v behind %d", line, end)
		}
		end = line.End
	}
}

func FuzzSniffed(f *testing.F) {
	fuzzAs(f, "stdin", "He said no.", "<p>No.", `{"text":"No."}`, `[{"text":"No."}]`, gzipped("No."), string(zstd.EncodeTo(nil, []byte("No."))), "-- report.txt --\nNo.\n")
}
func FuzzLines(f *testing.F) {
	fuzzAs(f, "in.jsonl", `{"id":1,"text":"No."}`+"\n"+`{"text":`, strings.Repeat("x", 9000)+"\n{}\n")
}
func FuzzObjects(f *testing.F) {
	fuzzAs(f, "in.json", `[{"id":1,"text":"No."},{"html":"<p>"}]`, `{"date":"2019-12-23","text":"No."} {`)
}
func FuzzArchive(f *testing.F) {
	fuzzAs(f, "in.txtar", "x\n-- report.txt --\nNo.\n-- report.jsonl --\n{}\n-- --\n")
}

func BenchmarkLines(b *testing.B) {
	raw := []byte(strings.Repeat(`{"id":"x","url":"https://example.org/a","date":"2019-12-23","title":"Talks fail","text":"`+strings.Repeat("He said that he would not come. ", 100)+`"}`+"\n", 200))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		var last *onrecord.Report
		for report, err := range From(context.Background(), bytes.NewReader(raw), "in.jsonl", Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			last = report
		}
		_ = last
	}
}

func FuzzCrawl(f *testing.F) {
	good := answered("http://a.example/1", htmlHeader, words(1))
	chunked := answered("http://a.example/4", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", "4\r\n<p>N\r\n2\r\no.\r\n0\r\n\r\n")
	deflated := answered("http://a.example/5", "Content-Type: text/html\r\nContent-Encoding: deflate\r\n", "\x01\x03\x00\xfc\xffNo.")
	fuzzAs(f, "in.warc", good+chunked+deflated, good+"nonsense\n"+good, gzipped(good)+gzipped(chunked)[:100]+gzipped(good), gzipped(good)+"x"+gzipped(good))
}

func FuzzNewsXML(f *testing.F) {
	fuzzAs(f, "in.xml", nitf, newsML, "<nitf><body.content><p>&nbsp;<p>No.", `{"uri":"x"}`)
}

func FuzzMailbox(f *testing.F) {
	fuzzAs(f, "in.mbox", "From a 2031\n"+twoParts+"\n\nFrom b 2031\n"+letterHead+"\nNo.\n", twoParts, "From x\n>From y\n\nFrom ")
}

func BenchmarkCrawl(b *testing.B) {
	var raw bytes.Buffer
	size := 0
	for n := range 100 {
		record := answered("http://a.example/", htmlHeader, strings.Repeat(words(n), 2000))
		size += len(record)
		raw.WriteString(gzipped(record))
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, err := range From(context.Background(), bytes.NewReader(raw.Bytes()), "a.warc.gz", Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
