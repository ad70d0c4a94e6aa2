package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord"
	"onrecord/ingest"
	"onrecord/pipeline"
)

// uneven analyses some reports slower than others, and counts.
type uneven struct {
	plainStation
	read *atomic.Int64
}

func (u uneven) Analyze(ctx context.Context, text *onrecord.Text) (*onrecord.Analysis, []onrecord.Issue, error) {
	if u.read.Add(1)%3 == 1 {
		time.Sleep(2 * time.Millisecond)
	}
	return u.plainStation.Analyze(ctx, text)
}

func unevenPipeline(read *atomic.Int64) *pipeline.Pipeline {
	p := plainPipeline("")
	p.Analyzer = uneven{read: read}
	return p
}

// numbered yields n reports; every seventh cannot be read.
func numbered(n int, given *atomic.Int64) iter.Seq2[*onrecord.Report, error] {
	return func(yield func(*onrecord.Report, error) bool) {
		for i := range n {
			given.Add(1)
			report := &onrecord.Report{ID: onrecord.ReportID(fmt.Sprint(i)), Source: fmt.Sprint(i), MediaType: onrecord.PlainText,
				Raw: []byte(fmt.Sprintf(`Weber said: "This is number %d of the reports." Then there was nothing more.`, i))}
			var err error
			if i%7 == 6 {
				report, err = nil, fmt.Errorf("number %d", i)
			}
			if !yield(report, err) {
				return
			}
		}
	}
}

func TestReadManyKeepsOrder(t *testing.T) {
	var read, given atomic.Int64
	i := 0
	for r := range readMany(t.Context(), unevenPipeline(&read), numbered(200, &given), nil) {
		if i%7 == 6 {
			if fmt.Sprint(r.err) != fmt.Sprintf("number %d", i) {
				t.Errorf("reading %d: error %v", i, r.err)
			}
		} else if r.err != nil || string(r.entry.Report.ID) != fmt.Sprint(i) {
			t.Errorf("reading %d: %v, %v", i, r.entry, r.err)
		}
		i++
	}
	if i != 200 {
		t.Errorf("%d readings of 200 reports", i)
	}
}

func TestReadManyHoldsFewReports(t *testing.T) {
	var read, given atomic.Int64
	taken := int64(0)
	for range readMany(t.Context(), unevenPipeline(&read), numbered(500, &given), nil) {
		time.Sleep(100 * time.Microsecond)
		taken++
		if ahead, most := given.Load()-taken, int64(4*runtime.GOMAXPROCS(0)+2); ahead > most {
			t.Fatalf("%d reports ahead of the taker, want at most %d", ahead, most)
		}
	}
}

func TestReadManyStopsWithItsTaker(t *testing.T) {
	var read, given atomic.Int64
	before := runtime.NumGoroutine()
	for range readMany(t.Context(), unevenPipeline(&read), numbered(1_000_000, &given), nil) {
		break
	}
	if given.Load() > 1000 {
		t.Errorf("went on to read %d reports", given.Load())
	}
	for i := 0; runtime.NumGoroutine() > before && i < 100; i++ {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}

func TestReadManyStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var read, given atomic.Int64
	n := 0
	for range readMany(ctx, unevenPipeline(&read), numbered(1_000_000, &given), nil) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n > 1000 {
		t.Errorf("%d readings after cancelling at 10", n)
	}
}

func TestReadManySkips(t *testing.T) {
	var read, given atomic.Int64
	broken := errors.New("store is broken")
	skip := func(r *onrecord.Report) (bool, error) {
		if r.ID == "3" {
			return false, broken
		}
		return r.ID != "2", nil
	}
	for r := range readMany(t.Context(), unevenPipeline(&read), numbered(6, &given), skip) {
		switch {
		case r.report.ID == "3":
			if !errors.Is(r.err, broken) {
				t.Errorf("report 3: %v", r.err)
			}
		case r.err != nil || (r.entry != nil) != (r.report.ID == "2"):
			t.Errorf("report %s: %v, %v", r.report.ID, r.entry, r.err)
		}
	}
	if read.Load() != 1 {
		t.Errorf("%d reports were read, want only number 2", read.Load())
	}
}

func BenchmarkReadMany(b *testing.B) {
	text := strings.Repeat(`Weber said: "This is one of the reports." Then there was nothing more. `, 50)
	for b.Loop() {
		for r := range readMany(b.Context(), plainPipeline(""), ingest.From(b.Context(), strings.NewReader(text), "x.txt", ingest.Options{}), nil) {
			if r.err != nil {
				b.Fatal(r.err)
			}
		}
	}
}
