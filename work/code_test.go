package work_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord"
	"onrecord/ingest"
	"onrecord/work"
)

// stream is n lines of which some are bad and some blank; a report's number is its text.
func stream(n int) string {
	var lines strings.Builder
	for i := range n {
		switch {
		case i%7 == 6:
			fmt.Fprintf(&lines, "{\"text\": broken %d\n", i)
		case i%11 == 10:
			fmt.Fprintf(&lines, "\n{\"text\":\"refuse %d\"}\n", i)
		default:
			fmt.Fprintf(&lines, "{\"text\":\"report %d\"}\n", i)
		}
	}
	return lines.String()
}

// newCoding makes entries that hold only the text; the time that one takes depends on it,
// so that workers overtake each other.
func newCoding(entries io.Writer, rejects *[]work.Reject) *work.Coding {
	return &work.Coding{
		Read: func(_ context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
			if strings.HasPrefix(string(r.Raw), "refuse") {
				return nil, errors.New("refused")
			}
			time.Sleep(time.Duration(len(r.Raw)%3) * 100 * time.Microsecond)
			return &onrecord.Entry{Report: onrecord.Masthead{Source: r.Source}, Text: string(r.Raw)}, nil
		},
		Form: func(w io.Writer, e *onrecord.Entry) error {
			_, err := fmt.Fprintf(w, "%s %s\n", e.Report.Source, e.Text)
			return err
		},
		Entries: entries,
		Reject:  func(r work.Reject) error { *rejects = append(*rejects, r); return nil },
	}
}

func code(t *testing.T, workers int, in string, from ingest.Resume) (string, []work.Reject, work.Summary) {
	t.Helper()
	var out bytes.Buffer
	var rejects []work.Reject
	c := newCoding(&out, &rejects)
	c.Workers, c.From = workers, from
	sum, err := c.Run(t.Context(), strings.NewReader(in), "in")
	if err != nil || !sum.Complete {
		t.Fatalf("Run = %+v, %v", sum, err)
	}
	return out.String(), rejects, sum
}

func TestOutputIsEqualForAnyNumberOfWorkers(t *testing.T) {
	in := stream(200)
	want, wantRejects, sum := code(t, 1, in, ingest.Resume{})
	if sum.Entries+sum.Rejects != 200 || sum.Rejects != len(wantRejects) || sum.Rejects < 30 || sum.Offset != int64(len(in)) {
		t.Fatalf("%+v, %d rejects", sum, len(wantRejects))
	}
	for _, workers := range []int{0, 2, 7, 64} {
		if got, rejects, _ := code(t, workers, in, ingest.Resume{}); got != want || !slices.Equal(rejects, wantRejects) {
			t.Errorf("%d workers give another output", workers)
		}
	}
}

func TestRejectsTellWhereAndWhy(t *testing.T) {
	in := "\n{\"text\":\"ok\"}\n{\"text\":\"refuse\"}\n" + strings.Repeat("x", 3000) + "\n  {broken}  \n"
	var out bytes.Buffer
	var rejects []work.Reject
	c := newCoding(&out, &rejects)
	c.MaxBytes = 1000
	if _, err := c.Run(t.Context(), strings.NewReader(in), "in"); err != nil || out.String() != "in:2 ok\n" {
		t.Fatalf("%v, %q", err, out.String())
	}
	for i, want := range []work.Reject{
		{Line: 3, Offset: 15, Reason: "refused", Input: `{"text":"refuse"}`},
		{Line: 4, Offset: 33, Reason: "report too long"},
		{Line: 5, Offset: 3034, Reason: "not a report", Input: "{broken}"},
	} {
		got := rejects[i]
		if !strings.Contains(got.Reason, want.Reason) {
			t.Errorf("reason %q, want %q", got.Reason, want.Reason)
		}
		if got.Reason = want.Reason; got != want {
			t.Errorf("reject %+v, want %+v", got, want)
		}
	}
}

// TestResumeGivesTheRest stops everywhere and goes on from there.
func TestResumeGivesTheRest(t *testing.T) {
	in := stream(40)
	whole, rejects, _ := code(t, 2, in, ingest.Resume{})
	type place struct{ skip, offset, out, rejects int }
	places := []place{{}}
	var out bytes.Buffer
	var kept []work.Reject
	c := newCoding(&out, &kept)
	c.Watch = func(s work.Summary) {
		places = append(places, place{s.Skip, int(s.Offset), out.Len(), len(kept)})
	}
	if _, err := c.Run(t.Context(), strings.NewReader(in), "in"); err != nil {
		t.Fatal(err)
	}
	for i, p := range places {
		if p.skip != i {
			t.Fatalf("after %d reports --skip %d goes on", i, p.skip)
		}
		for _, from := range []ingest.Resume{{Reports: p.skip}, {Offset: int64(p.offset)}} {
			rest, more, sum := code(t, 3, in, from)
			if whole[:p.out]+rest != whole || !slices.Equal(more, rejects[p.rejects:]) || (sum.Skip != 40 && i < 40) {
				t.Errorf("from %+v: another output", from)
			}
		}
	}
}

// TestEndFinishesWhatIsBegun ends the context in the middle, with an input that hangs.
func TestEndFinishesWhatIsBegun(t *testing.T) {
	whole, _, _ := code(t, 1, stream(50), ingest.Resume{})
	ctx, cancel := context.WithCancel(t.Context())
	hangs, w := io.Pipe()
	defer w.Close()
	go io.WriteString(w, stream(50))
	var out bytes.Buffer
	var rejects []work.Reject
	var begun atomic.Int64
	c := newCoding(&out, &rejects)
	c.Workers = 4
	read := c.Read
	c.Read = func(ctx context.Context, r *onrecord.Report) (*onrecord.Entry, error) {
		if begun.Add(1) == 12 {
			cancel()
		}
		e, err := read(ctx, r)
		return e, errors.Join(err, ctx.Err())
	}
	sum, err := c.Run(ctx, hangs, "in")
	if !errors.Is(err, context.Canceled) || sum.Complete {
		t.Errorf("Run = %+v, %v", sum, err)
	}
	if !strings.HasPrefix(whole, out.String()) || int64(strings.Count(out.String(), "\n")) < begun.Load()-int64(len(rejects)) {
		t.Errorf("%d begun, %d rejects, written %q", begun.Load(), len(rejects), out.String())
	}
}

// fewBytes is a disk that takes n bytes.
type fewBytes struct{ n int }

func (f *fewBytes) Write(p []byte) (int, error) {
	if n := f.n; n < len(p) {
		f.n = 0
		return n, errors.New("no space left")
	}
	f.n -= len(p)
	return len(p), nil
}

func TestFullDiskStopsTheRun(t *testing.T) {
	var rejects []work.Reject
	c := newCoding(&fewBytes{100}, &rejects)
	sum, err := c.Run(t.Context(), strings.NewReader(stream(100_000)), "in")
	if err == nil || err.Error() != "no space left" || sum.Complete || sum.Entries == 0 || sum.Entries > 10 {
		t.Errorf("Run = %+v, %v", sum, err)
	}
}

func TestBrokenStreamIsAnErrorBehindItsGoodLines(t *testing.T) {
	var out bytes.Buffer
	var rejects []work.Reject
	in := io.MultiReader(strings.NewReader(stream(3)), iotestErr{})
	sum, err := newCoding(&out, &rejects).Run(t.Context(), in, "in")
	if err == nil || !strings.Contains(err.Error(), "read in:4: broken pipe") || sum.Entries != 3 {
		t.Errorf("Run = %+v, %v", sum, err)
	}
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestOutputGoesOnBehindACutLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	write := func(name, content string) {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(path+".rejects", "of another run\n")
	o, err := work.OpenOutput(path, path+".rejects")
	if err != nil || o.Done != 0 {
		t.Fatalf("a new file: %+v, %v", o, err)
	}
	o.Pause()
	write(path+".part", "one\ntwo\nthr")
	write(path+".rejects", "bad\nhalf")
	if o, err = work.OpenOutput(path, path+".rejects"); err != nil || o.Done != 3 {
		t.Fatalf("gone on with: %+v, %v", o, err)
	}
	io.WriteString(o.Entries, "three\n")
	if err := o.Finish(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one\ntwo\nthree\n" {
		t.Errorf("%q", got)
	}
	if got, _ := os.ReadFile(path + ".rejects"); string(got) != "bad\n" {
		t.Errorf("rejects %q", got)
	}
	if _, err := work.OpenOutput(path, path+".rejects"); !errors.Is(err, work.ErrFinished) {
		t.Errorf("opened again: %v", err)
	}
}

func TestPoolHoldsFewThings(t *testing.T) {
	var given, taken atomic.Int64
	numbers := func(yield func(int64) bool) {
		for i := int64(0); yield(i); i++ {
			given.Add(1)
		}
	}
	for got := range work.InOrder(t.Context(), 3, numbers, func(n int64) int64 { return n }) {
		if got != taken.Load() {
			t.Fatalf("%d came as number %d", got, taken.Load())
		}
		time.Sleep(100 * time.Microsecond)
		if ahead := given.Load() - taken.Add(1); ahead > 3*3+2 {
			t.Fatalf("%d ahead of the taker", ahead)
		}
		if got == 300 {
			break
		}
	}
}
