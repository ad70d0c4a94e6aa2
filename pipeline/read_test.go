package pipeline_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"onrecord"
	"onrecord/ingest"
	"onrecord/pipeline"
)

// newsReports takes every nth report of the raw news until it has the number asked
// for. Without the corpora the test skips; in CI it fails.
func newsReports(tb testing.TB, number, nth int) []*onrecord.Report {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "corpora", "news-raw", "news.jsonl.zst"))
	if err != nil {
		if os.Getenv("CI") != "" {
			tb.Fatalf("the raw news is missing: %v", err)
		}
		tb.Skipf("skipped: no raw news beside the checkout (%v)", err)
	}
	defer f.Close()
	unpacked, err := zstd.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	defer unpacked.Close()
	var reports []*onrecord.Report
	lines := bufio.NewReaderSize(unpacked, 1<<20)
	for i := 0; len(reports) < number; i++ {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		} else if err != nil {
			tb.Fatal(err)
		}
		if i%nth == 0 {
			reports = append(reports, rawReport(tb, line))
		}
	}
	return reports
}

func rawReport(tb testing.TB, line []byte) *onrecord.Report {
	tb.Helper()
	var raw struct{ ID, Date, Outlet, Title, Text string }
	if err := json.Unmarshal(line, &raw); err != nil {
		tb.Fatal(err)
	}
	date, _ := onrecord.ParseDate(raw.Date)
	return &onrecord.Report{
		ID: onrecord.NewReportID(raw.ID, []byte(raw.Text)), Source: raw.ID, Outlet: raw.Outlet, Title: raw.Title,
		Published: date, MediaType: onrecord.PlainText, Raw: []byte(raw.Text),
	}
}

// TestRealNewsIsReadWhole reads news of many years and outlets. Read itself checks
// every span and reference.
func TestRealNewsIsReadWhole(t *testing.T) {
	p := standard(t)
	statements := 0
	for _, report := range newsReports(t, 40, 701) {
		entry, err := p.Read(t.Context(), report)
		if err != nil {
			t.Errorf("%s: %v", report.Source, err)
			continue
		}
		statements += len(entry.Statements)
	}
	if statements < 100 {
		t.Errorf("only %d statements in 40 reports", statements)
	}
}

func TestHostileReportsNeverPanic(t *testing.T) {
	p := standard(t)
	for name, words := range map[string]string{
		"open quotes":    strings.Repeat("“ he said ", 600),
		"no spaces":      strings.Repeat("a", 300_000),
		"one long line":  strings.Repeat("The minister said that the army of the north had denied it, ", 500),
		"only marks":     strings.Repeat(".,;:!?—…\"'()[]", 3000),
		"said said said": strings.Repeat("said ", 3000),
		"scripts":        strings.Repeat("Он сказал 说 قال הוא ", 2000),
		"joiners":        strings.Repeat("a\u200d\u0301 said ", 1000),
		"nested":         strings.Repeat("A said that B said that ", 500),
	} {
		report := &onrecord.Report{ID: "x", Source: name, MediaType: onrecord.PlainText, Raw: []byte(words)}
		start := time.Now()
		_, err := p.Read(t.Context(), report)
		t.Logf("%s: %d bytes in %s, error %v", name, len(words), time.Since(start).Round(time.Millisecond), err)
	}
}

func standard(tb testing.TB) *pipeline.Pipeline {
	tb.Helper()
	p, err := pipeline.Standard()
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// BenchmarkRead measures the whole path of one report, without the store, on the
// bundled reports.
func BenchmarkRead(b *testing.B) {
	p := standard(b)
	var reports []*onrecord.Report
	words := 0
	for r, err := range ingest.Read(b.Context(), []string{filepath.Join("..", "testdata", "reports")}, ingest.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, r)
		words += len(strings.Fields(string(r.Raw)))
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		if _, err := p.Read(b.Context(), reports[n%len(reports)]); err != nil {
			b.Fatal(err)
		}
		n++
	}
	perReport := float64(words) / float64(len(reports))
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(n)*perReport/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkReadNews does the same on real news.
func BenchmarkReadNews(b *testing.B) {
	p, reports := standard(b), newsReports(b, 50, 701)
	n, words := 0, 0
	for b.Loop() {
		report := reports[n%len(reports)]
		if _, err := p.Read(b.Context(), report); err != nil {
			b.Fatal(err)
		}
		words += len(strings.Fields(string(report.Raw)))
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
