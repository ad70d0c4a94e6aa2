package across

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"onrecord"
	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/pack"
	"onrecord/store/sqlite"
)

// TestScale measures what adding and searching cost while a record grows. It takes long, so it runs only
// when told the sizes to stop at and where entries of real reports lie (JSONL, as "onrecord read --json"
// prints them):
//
//	SCALE=1000,100000 ENTRIES=/tmp/entries.jsonl go test ./lab/across -run Scale -v -timeout 3h
//
// RECORD names a database to keep; one that is there grows on. HELD names reports (JSONL) that it does not hold, to be
// added where costs are measured; else the record's next variations are. PROFILE names a folder for what the
// processor did at each size.
func TestScale(t *testing.T) {
	sizes, entries := os.Getenv("SCALE"), os.Getenv("ENTRIES")
	if sizes == "" || entries == "" {
		t.Skip("skipped: set SCALE and ENTRIES to measure growth")
	}
	path := cmp.Or(os.Getenv("RECORD"), filepath.Join(t.TempDir(), "scale.db"))
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	g := newGrower(t, s, readEntries(t, entries))
	if held := os.Getenv("HELD"); held != "" {
		g.held = readEntries(t, held)
	}
	for size := range slices.Values(splitSizes(t, sizes)) {
		g.growTo(size)
		g.measure(path)
	}
}

func splitSizes(t *testing.T, list string) (sizes []int) {
	var n int
	for _, field := range strings.Split(list, ",") {
		if n, _ = strconv.Atoi(field); n <= 0 {
			t.Fatalf("SCALE=%q is not a list of numbers", list)
		}
		sizes = append(sizes, n)
	}
	return sizes
}

// basis is the reports that a record grows by, packed: the collector would look through as many live ones again and
// again, and blur what is measured.
type basis [][]byte

var packer = pack.New()

func readEntries(t *testing.T, path string) (all basis) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		all = append(all, packer.Raw(lines.Bytes()))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// all unpacks one report after the other.
func (b basis) all(t testing.TB) iter.Seq[*onrecord.Entry] {
	return func(yield func(*onrecord.Entry) bool) {
		for i := range b {
			e, err := packer.OpenEntry(b[i])
			if err != nil {
				t.Fatal(err)
			}
			if !yield(e) {
				return
			}
		}
	}
}

// grower fills a record with variations of entries.
type grower struct {
	testing.TB
	store       *sqlite.Store
	deriver     *across.Deriver
	basis       basis
	held        basis // that are added where costs are measured, once each
	lexicon     *lexicon
	cast        *cast
	size        int
	put, derive time.Duration // processor time of the reports that were added one by one
}

func newGrower(t *testing.T, s *sqlite.Store, basis basis) *grower {
	counts, err := s.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	g := &grower{TB: t, store: s, deriver: across.NewDeriver(s), basis: basis, lexicon: readLexicon(basis.all(t)), cast: readCast(basis.all(t)), size: counts.Reports}
	if err := g.deriver.CatchUp(t.Context(), func() {}); err != nil { // with what an ended run left
		t.Fatal(err)
	}
	return g
}

// next makes the report that is added next.
func (g *grower) next() (*onrecord.Entry, error) {
	n := g.size / len(g.basis)
	e, err := packer.OpenEntry(g.basis[g.size%len(g.basis)])
	if err != nil {
		return nil, err
	}
	if e, err = g.cast.recast(e, worldOf(n)); err != nil {
		return nil, err
	}
	g.size++
	return g.lexicon.grow(e, n), nil
}

// nextMeasured gives the report that is added next where costs are measured.
func (g *grower) nextMeasured() (*onrecord.Entry, error) {
	if len(g.held) == 0 {
		return g.next()
	}
	packed := g.held[0]
	g.held = g.held[1:]
	return packer.OpenEntry(packed)
}

// atOnce is how many reports are made, put and derived together while a record grows.
const atOnce = 32

// growTo adds reports, made, put and derived side by side.
func (g *grower) growTo(size int) {
	made, stored := make(chan []store.Item, 2), make(chan []onrecord.ReportID, 2)
	todo, ctx := errgroup.WithContext(g.Context())
	todo.Go(func() error { return g.makeTo(ctx, size, made) })
	todo.Go(func() error { return g.putAll(ctx, made, stored) })
	todo.Go(func() error {
		for ids := range stored {
			if err := g.deriver.Add(ctx, ids...); err != nil {
				return err
			}
		}
		return nil
	})
	if err := todo.Wait(); err != nil {
		g.Fatal(err)
	}
}

func (g *grower) makeTo(ctx context.Context, size int, made chan<- []store.Item) error {
	defer close(made)
	for g.size < size {
		var items []store.Item
		for g.size < size && len(items) < atOnce {
			e, err := g.next()
			if err != nil {
				return err
			}
			items = append(items, store.Item{Entry: e, Page: store.Page{DigestOnly: true}})
		}
		if g.size%1024 < atOnce {
			fmt.Fprintf(os.Stderr, "%d reports, %s\n", g.size, time.Now().Format(time.TimeOnly))
		}
		select {
		case made <- items:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (g *grower) putAll(ctx context.Context, made <-chan []store.Item, stored chan<- []onrecord.ReportID) error {
	defer close(stored)
	for items := range made {
		if _, err := g.store.PutAll(ctx, items); err != nil {
			return err
		}
		select {
		case stored <- idsOf(items):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func idsOf(items []store.Item) (ids []onrecord.ReportID) {
	for _, item := range items {
		ids = append(ids, item.Entry.Report.ID)
	}
	return ids
}

// addOne adds a report by itself and notes what it cost.
func (g *grower) addOne() {
	e, err := g.nextMeasured()
	if err != nil {
		g.Fatal(err)
	}
	start := processorTime(g)
	if _, err := g.store.Put(g.Context(), e, store.Page{DigestOnly: true}); err != nil {
		g.Fatal(err)
	}
	stored := processorTime(g)
	if err := g.deriver.Add(g.Context(), e.Report.ID); err != nil {
		g.Fatal(err)
	}
	g.put, g.derive = g.put+stored-start, g.derive+processorTime(g)-stored
}

// measure adds some reports more, one by one, and asks.
func (g *grower) measure(path string) {
	measured, size := 500, g.size
	if len(g.held) > 0 {
		measured = min(measured, len(g.held))
	}
	g.put, g.derive = 0, 0
	stop := profile(g, size)
	for range measured {
		g.addOne()
	}
	stop()
	info, err := os.Stat(path)
	if err != nil {
		g.Fatal(err)
	}
	fmt.Fprintf(os.Stderr, "%d reports: put %v, derive %v of processor time a report; %.1f KB a report\n", size,
		g.put/time.Duration(measured), g.derive/time.Duration(measured), float64(info.Size())/1024/float64(size+measured))
	measureSearch(g, g.store)
}

// profile notes what the processor does until it is told to stop, if anybody wants to know.
func profile(t testing.TB, size int) (stop func()) {
	dir := os.Getenv("PROFILE")
	if dir == "" {
		return func() {}
	}
	f, err := os.Create(filepath.Join(dir, fmt.Sprintf("cpu%d.prof", size)))
	if err == nil {
		err = pprof.StartCPUProfile(f)
	}
	if err != nil {
		t.Fatal(err)
	}
	return pprof.StopCPUProfile
}

// queries are of the kinds that people ask.
var queries = []string{
	"by:obama", "by:russia kind:deny", "about:china since:2015", `"health care"`, "kind:demand about:congress", "type:assault", "issue:tax", "by:trump about:iran -kind:assert",
	"named:no about:israel", "place:washington", "status:planned actor:russia", "by:clinton OR by:sanders", "toward:iran", "immigration since:2017", "via:reuters", "outlet:cnn kind:accuse", "date:2016-03", "nuclear deal",
}

// processorTime is what the program has used so far: other programs do not blur it.
func processorTime(t testing.TB) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func measureSearch(t testing.TB, s *sqlite.Store) {
	var took []time.Duration
	for range 3 {
		for _, text := range queries {
			where, err := search.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			start := processorTime(t)
			for _, err := range s.Search(t.Context(), store.Query{Where: where, Limit: 50}) {
				if err != nil {
					t.Fatal(err)
				}
			}
			took = append(took, processorTime(t)-start)
			t.Logf("%-40s %v", text, took[len(took)-1])
		}
	}
	took = took[len(queries):] // warm
	slices.Sort(took)
	fmt.Fprintf(os.Stderr, "search, warm: median %v, p95 %v\n", took[len(took)/2], took[len(took)*95/100])
}
