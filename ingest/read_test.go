package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"onrecord"
)

// readAll gathers the reports and the errors of a reading.
func readAll(t *testing.T, paths []string, opts Options) (reports []*onrecord.Report, faults []string) {
	t.Helper()
	for report, err := range Read(t.Context(), paths, opts) {
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		if report.ID == "" || report.Source == "" || report.MediaType == "" || len(report.Raw) == 0 {
			t.Errorf("report is not filled: %+v", report)
		}
		reports = append(reports, report)
	}
	return reports, faults
}

func writeFile(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// sources lists what was read: source, media type, raw bytes.
func sources(reports []*onrecord.Report, dir string) []string {
	var list []string
	for _, r := range reports {
		list = append(list, fmt.Sprintf("%s %s %s", strings.TrimPrefix(r.Source, dir+"/"), r.MediaType, r.Raw))
	}
	return list
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func zstded(t *testing.T, s string) string {
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.txt":           "He said no.",
		"bb.txt":          "<!DOCTYPE html><p>He said no.",
		"a.html":          "<p>She said yes.",
		"deep/c.jsonl":    `{"id":"one","text":"One."}` + "\n\n" + `{"id":2,"html":"<p>Two."}` + "\n",
		"deep/d.json":     `[{"text":"Three."},{"text":"Four."}]`,
		"e.txt.gz":        gzipped("Five."),
		"f.jsonl.zst":     zstded(t, `{"id":"six","text":"Six."}`),
		"g.txtar":         "about it\n-- report.txt --\nSeven.\n-- want.json --\n{}\n-- sub/report.html --\n<p>Eight.\n",
		"README.md":       "no report",
		".hidden.txt":     "no report",
		".git/config.txt": "no report",
	} {
		writeFile(t, dir, name, content)
	}
	reports, faults := readAll(t, []string{dir}, Options{})
	want := []string{
		"a.html text/html <p>She said yes.", "b.txt text/plain He said no.", "bb.txt text/html <!DOCTYPE html><p>He said no.", "one text/plain One.", "2 text/html <p>Two.",
		"deep/d.json#1 text/plain Three.", "deep/d.json#2 text/plain Four.", "e.txt.gz text/plain Five.", "six text/plain Six.",
		"g.txtar text/plain Seven.\n", "g.txtar text/html <p>Eight.\n",
	}
	if diff := cmp.Diff(want, sources(reports, dir)); diff != "" || len(faults) > 0 {
		t.Errorf("faults %q, reports (-want +got):\n%s", faults, diff)
	}
}

func TestReadCarriersFields(t *testing.T) {
	line := `{"id":"x","url":"https://example.org/a","outlet":" The Lamp ","date":"2019-12-23T10:00:00Z","title":"Talks fail","text":"They failed.","extra":{"deep":[1]}}`
	reports, faults := readAll(t, []string{"-"}, Options{Stdin: strings.NewReader(line)})
	if len(faults) > 0 || len(reports) != 1 {
		t.Fatalf("%v %v", reports, faults)
	}
	want := &onrecord.Report{Source: "x", URL: "https://example.org/a", Outlet: "The Lamp", Published: "2019-12-23", Title: "Talks fail", MediaType: onrecord.PlainText, Raw: []byte("They failed.")}
	want.ID = onrecord.NewReportID(want.URL, want.Raw)
	if diff := cmp.Diff(want, reports[0]); diff != "" {
		t.Error(diff)
	}
}

func TestBadLinesDoNotStopTheOthers(t *testing.T) {
	dir := t.TempDir()
	path := writeFile(t, dir, "in.jsonl", strings.Join([]string{
		`{"id":"a","text":"A."}`,
		`{"id":"b","text":`,
		`{"id":["b"],"text":"B."}`,
		`{"id":"c"}`,
		`{"id":"d","text":"` + strings.Repeat("d", 300) + `"}`,
		`{"id":"e","text":"E."}`,
		`{"id":"f","text":"a` + `\u0000\u0001` + `b"}`,
		`[1]`,
		`{"id":"g","text":"cut o`,
	}, "\n"))
	reports, faults := readAll(t, []string{filepath.Join(dir, "none.txt"), path}, Options{MaxBytes: 200})
	if got := sources(reports, dir); !slices.Equal(got, []string{"a text/plain A.", "e text/plain E."}) {
		t.Errorf("reports are %q", got)
	}
	for i, want := range []string{"none.txt: no such file", "in.jsonl:2: not a report", "in.jsonl:3: not a report", "in.jsonl:4: neither", "in.jsonl:5: report too long: more than 200 bytes", "in.jsonl:7: neither text nor HTML", "in.jsonl:8: not a report", "in.jsonl:9: the last line is cut off"} {
		if i >= len(faults) || !strings.Contains(faults[i], want) {
			t.Errorf("fault %d: want %q in %q", i, want, faults)
		}
	}
	if len(faults) != 8 {
		t.Errorf("%d faults: %q", len(faults), faults)
	}
}

func TestRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name, content string
		want          error
	}{
		{"empty.txt", "", ErrEmpty},
		{"blank.txt", " \n\t\r\n", ErrEmpty},
		{"empty.json", "", ErrEmpty},
		{"nul.txt", "a\x00b", ErrBinary},
		{"control.txt", strings.Repeat("\x01\x02a", 50), ErrBinary},
		{"paper.txt", "%PDF-1.4\nwords", ErrBinary},
		{"image.html", "\x89PNG\r\n\x1a\n", ErrBinary},
		{"packed.txt", "PK\x03\x04 words", ErrBinary},
		{"long.txt", strings.Repeat("long ", 1000), ErrTooLong},
		{"bomb.txt.gz", gzipped(strings.Repeat("\n", 1<<20) + "words"), ErrTooLong},
		{"long.json", `{"text":"` + strings.Repeat("long ", 10000) + `"}`, ErrTooLong},
		{"cut.txt.gz", gzipped("He said that he would not come.")[:30], errPacked},
		{"broken.txt.gz", "\x1f\x8bnonsense and more nonsense", errPacked},
		{"none.txtar", "-- other.txt --\nwords\n", ErrEmpty},
	} {
		path := writeFile(t, dir, c.name, c.content)
		n := 0
		for report, err := range Read(t.Context(), []string{path}, Options{MaxBytes: 2000}) {
			n++
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.name) {
				t.Errorf("%s: got %v, %v; want %v", c.name, report, err, c.want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d results", c.name, n)
		}
	}
	if _, faults := readAll(t, []string{t.TempDir()}, Options{}); len(faults) != 1 || !strings.Contains(faults[0], "no file in the folder") {
		t.Errorf("empty folder: %q", faults)
	}
}

func TestSniffStdin(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He said no.\nShe said yes.", "stdin text/plain He said no.\nShe said yes."},
		{"<!DOCTYPE html><p>No.", "stdin text/html <!DOCTYPE html><p>No."},
		{"\xef\xbb\xbf <html><p>No.", "stdin text/html \xef\xbb\xbf <html><p>No."},
		{"<?xml version=\"1.0\"?>\n<!-- x --><html><p>No.", "stdin text/html <?xml version=\"1.0\"?>\n<!-- x --><html><p>No."},
		{`{"text":"One."}`, "stdin:1 text/plain One."},
		{"{\n \"text\": \"One.\"\n}", "stdin text/plain One."},
		{` [ {"text":"One."} ]`, "stdin#1 text/plain One."},
		{"From our correspondent\nVARNA: The mayor said no.", "stdin text/plain From our correspondent\nVARNA: The mayor said no."},
		{"{This is no JSON}", "stdin text/plain {This is no JSON}"},
		{"< 5 per cent of voters came.", "stdin text/plain < 5 per cent of voters came."},
		{gzipped(`{"text":"One."}`), "stdin:1 text/plain One."},
		{"\xff\xfeN\x00o\x00.\x00", "stdin text/plain \xff\xfeN\x00o\x00.\x00"},
	} {
		reports, faults := readAll(t, []string{Stdin}, Options{Stdin: strings.NewReader(c.in)})
		if got := sources(reports, ""); len(got) != 1 || got[0] != c.want || len(faults) > 0 {
			t.Errorf("%q: got %q, %q", c.in, got, faults)
		}
	}
}

func TestReadStops(t *testing.T) {
	path := writeFile(t, t.TempDir(), "in.jsonl", strings.Repeat(`{"text":"One."}`+"\n", 10))
	n := 0
	for range Read(t.Context(), []string{path, path}, Options{}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range Read(ctx, []string{path, path}, Options{}) {
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("after the end of its context: %v", last)
	}
}

func TestHugeFile(t *testing.T) {
	path := writeFile(t, t.TempDir(), "huge.txt", strings.Repeat("He said that he would not come. ", 50<<20/32))
	for _, err := range Read(t.Context(), []string{path}, Options{}) {
		if !errors.Is(err, ErrTooLong) || !strings.Contains(err.Error(), "more than 20 MB") {
			t.Errorf("got %v", err)
		}
	}
}

func TestSameReportSameID(t *testing.T) {
	line := `{"id":"x","url":"https://example.org/a","text":"They failed."}`
	read := func(in string) onrecord.ReportID {
		reports, _ := readAll(t, []string{Stdin}, Options{Stdin: strings.NewReader(in)})
		return reports[0].ID
	}
	if a, b := read(line), read(strings.Replace(line, `"x"`, `"y"`, 1)); a != b {
		t.Errorf("one page, two names: %s, %s", a, b)
	}
}
