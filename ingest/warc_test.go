package ingest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"onrecord"
)

// warcRecord writes a record as crawls do.
func warcRecord(kind, url, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-03-05T23:59:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"+
		"Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, contentType, len(block), block)
}

// answered is a record of a server's answer.
func answered(url, header, body string) string {
	return warcRecord("response", url, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

const htmlHeader = "Content-Type: text/html; charset=utf-8\r\n"

func words(n int) string { return fmt.Sprintf("<p>The mayor of Varna said no %d times.", n) }

func fromBytes(t *testing.T, raw, name string, opts Options) (reports []*onrecord.Report, faults []string) {
	t.Helper()
	for report, err := range From(t.Context(), strings.NewReader(raw), name, opts) {
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		reports = append(reports, report)
	}
	return reports, faults
}

func urls(reports []*onrecord.Report) (all []string) {
	for _, r := range reports {
		all = append(all, r.URL)
	}
	return all
}

func TestCrawl(t *testing.T) {
	crawl := warcRecord("warcinfo", "", "application/warc-fields", "software: a crawler\r\n") +
		warcRecord("request", "http://a.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n") +
		answered("http://a.example/1", htmlHeader, words(1)) +
		answered("http://a.example/2", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzipped(words(2))) +
		answered("http://a.example/3", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", words(3)) + // decoded by the crawler
		answered("http://a.example/4", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", "4\r\n<p>N\r\n2\r\no.\r\n0\r\n\r\n") +
		answered("http://a.example/5", "Content-Type: image/png\r\n", "\x89PNG") +
		answered("http://a.example/6", htmlHeader, "") +
		warcRecord("response", "http://a.example/7", "application/http", "HTTP/1.1 404 Not Found\r\n"+htmlHeader+"\r\n"+words(7)) +
		warcRecord("revisit", "http://a.example/8", "application/http", "HTTP/1.1 200 OK\r\n\r\n") +
		warcRecord("resource", "http://a.example/9", "text/plain", "He said no.") +
		warcRecord("conversion", "<http://a.example/10>", "text/plain", "She said no.") +
		answered("http://a.example/11", "Content-Type: text/html; charset=iso-8859-2\r\n", "<p>Ko\xb9ice said no.") +
		answered("http://a.example/12", htmlHeader, "<p>S\xe3o Paulo said no.")
	want := []string{"http://a.example/1 text/html utf-8 " + words(1), "http://a.example/2 text/html  " + words(2), "http://a.example/3 text/html  " + words(3),
		"http://a.example/4 text/html  <p>No.", "http://a.example/9 text/plain  He said no.", "http://a.example/10 text/plain  She said no.",
		"http://a.example/11 text/html iso-8859-2 <p>Ko\xb9ice said no.", "http://a.example/12 text/html  <p>S\xe3o Paulo said no."}
	for name, raw := range map[string]string{"crawl.warc": crawl, "stdin": crawl, "crawl.warc.gz": gzipped(crawl), "members.warc.gz": memberwise(crawl),
		"crawl.warc.zst": zstded(t, crawl), "blocks.gz": gzipped(crawl[:700]) + gzipped(crawl[700:])} {
		passed := map[string]int{}
		reports, faults := fromBytes(t, raw, name, Options{PassedOver: func(reason string) { passed[reason]++ }})
		var got []string
		for _, r := range reports {
			got = append(got, fmt.Sprintf("%s %s %s %s", r.URL, r.MediaType, r.Charset, r.Raw))
			if r.Fetched != "2031-03-05" || !strings.HasPrefix(r.Source, name+"@") || r.ID != onrecord.NewReportID(r.URL, r.Raw) {
				t.Errorf("%s: %+v", name, r)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || len(faults) > 0 {
			t.Errorf("%s: faults %q, reports (-want +got):\n%s", name, faults, diff)
		}
		if diff := cmp.Diff(map[string]int{"answers other than 200": 1, "neither HTML nor text": 1, "empty pages": 1, "unchanged since another crawl": 1}, passed); diff != "" {
			t.Errorf("%s: passed over (-want +got):\n%s", name, diff)
		}
	}
}

// memberwise packs each record for itself.
func memberwise(crawl string) string {
	var out strings.Builder
	for _, record := range strings.SplitAfter(crawl, "\r\n\r\nWARC/1.0") {
		out.WriteString(gzipped(record))
	}
	return out.String()
}

func TestBrokenRecordsAreSetAside(t *testing.T) {
	good := func(n int) string { return answered(fmt.Sprintf("http://a.example/%d", n), htmlHeader, words(n)) }
	lying := func(n int, length string) string {
		raw := good(n)
		at := strings.Index(raw, "Content-Length: ")
		end := at + strings.Index(raw[at:], "\r\n")
		return raw[:at] + "Content-Length: " + length + raw[end:]
	}
	damaged := []byte(gzipped(good(2)))
	damaged[len(damaged)/2] ^= 0x55
	sum := []byte(gzipped(good(2)))
	sum[len(sum)-6] ^= 0x55
	for _, c := range []struct {
		name, raw string
		urls      []string
		fault     string
	}{
		{"a.warc", good(1) + lying(2, "none") + good(3), []string{"1", "3"}, "no Content-Length"},
		{"a.warc", good(1) + lying(2, "-5") + good(3), []string{"1", "3"}, "no Content-Length"},
		{"a.warc", good(1) + lying(2, "60") + good(3), []string{"1", "3"}, "does not end where"},
		{"a.warc", good(1) + lying(2, "99999999999999") + good(3), []string{"1"}, "cut off after"},
		{"a.warc", good(1) + "nonsense\nmore nonsense\n" + good(3), []string{"1", "3"}, "no WARC record begins here"},
		{"a.warc", good(1) + "WARC/1.0\r\nX: " + strings.Repeat("x", 200<<10) + "\r\n" + good(3), []string{"1", "3"}, "line without end"},
		{"a.warc", good(1) + "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 20<<10) + "\r\n" + good(3), []string{"1", "3"}, "header is longer"},
		{"a.warc", good(1) + answered("http://a.example/2", htmlHeader, strings.Repeat("long ", 1<<20)) + good(3), []string{"1", "3"}, "report too long"},
		{"a.warc", good(1) + good(2)[:280], []string{"1"}, "cut off"},
		{"a.warc", good(1) + good(2)[:30], []string{"1"}, "cut off in its header"},
		{"a.warc.gz", gzipped(good(1)) + gzipped(lying(2, "99999999999999")) + gzipped(good(3)), []string{"1", "3"}, "cut off after"},
		{"a.warc.gz", gzipped(good(1)) + gzipped(lying(2, "900")) + gzipped(good(3)), []string{"1", "3"}, "cut off after"},
		{"a.warc.gz", gzipped(good(1)) + string(damaged) + gzipped(good(3)), []string{"1", "3"}, "damaged"},
		{"a.warc.gz", gzipped(good(1)) + string(sum) + gzipped(good(3)), []string{"1", "3"}, "damaged"},
		{"a.warc.gz", gzipped(good(1)) + "garbage between" + gzipped(good(3)), []string{"1", "3"}, "damaged"},
		{"a.warc.gz", gzipped(good(1)) + gzipped(good(2))[:100], []string{"1"}, "damaged"},
		{"a.warc.gz", gzipped(good(1)) + strings.Repeat("\x00", 512), []string{"1"}, ""},
		{"a.warc.gz", gzipped(good(1)) + gzipped(answered("http://a.example/2", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzipped(strings.Repeat(" ", 8<<20)))) + gzipped(good(3)), []string{"1", "3"}, "too long"},
	} {
		reports, faults := fromBytes(t, c.raw, c.name, Options{MaxBytes: 1 << 20})
		var want []string
		for _, n := range c.urls {
			want = append(want, "http://a.example/"+n)
		}
		if got := urls(reports); !slices.Equal(got, want) {
			t.Errorf("%s: reports %q, want %q; faults %q", c.fault, got, want, faults)
		}
		if c.fault == "" && len(faults) == 0 {
			continue
		}
		if at := fmt.Sprintf("read %s@%d: ", c.name, len(good(1))); len(faults) != 1 || !strings.Contains(faults[0], c.fault) || !strings.HasPrefix(faults[0], at) {
			t.Errorf("faults %q, want one with %q at %q", faults, c.fault, at)
		}
	}
}

// A page that quotes a crawl's file is one page: nobody can put words into another's mouth so.
func TestPageCannotForgeARecord(t *testing.T) {
	forged := answered("http://big.example/", htmlHeader, words(9))
	crawl := answered("http://a.example/1", htmlHeader, words(1)+"\r\n\r\n"+forged)
	for _, raw := range []string{crawl, gzipped(crawl)} {
		reports, faults := fromBytes(t, raw, "a.warc", Options{})
		if got := urls(reports); !slices.Equal(got, []string{"http://a.example/1"}) || len(faults) > 0 {
			t.Errorf("%q %q", got, faults)
		}
	}
}

func TestZstdDictionary(t *testing.T) {
	crawl := answered("http://a.example/1", htmlHeader, words(1))
	id, history := uint32(7), []byte(strings.Repeat("The mayor of Varna said WARC/1.0 Content-Type: text/html http://a.example/ ", 40))
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: id, Contents: [][]byte{[]byte(crawl), []byte(crawl + words(2)), []byte(words(3) + crawl)}, History: history, Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dict))
	if err != nil {
		t.Fatal(err)
	}
	frame := func(dict []byte) string {
		return "\x5d\x2a\x4d\x18" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(dict)))) + string(dict)
	}
	packed := z.EncodeAll([]byte(crawl), nil)
	for _, raw := range []string{frame(dict) + string(packed), frame([]byte(zstded(t, string(dict)))) + string(packed)} {
		reports, faults := fromBytes(t, raw, "a.warc.zst", Options{})
		if got := urls(reports); !slices.Equal(got, []string{"http://a.example/1"}) || len(faults) > 0 {
			t.Errorf("%q %q", got, faults)
		}
	}
	if _, faults := fromBytes(t, frame(nil)[:6]+"\xff\xff", "a.warc.zst", Options{}); len(faults) != 1 {
		t.Errorf("a dictionary of 4 GB: %q", faults)
	}
}

func TestLinesOfACrawl(t *testing.T) {
	raw := ""
	for n := range 4 {
		raw += warcRecord("metadata", "http://a.example/", "text/plain", "x: y") + answered(fmt.Sprint("http://a.example/", n), htmlHeader, words(n))
	}
	raw += "broken\r\n"
	var whole []Line
	for line, err := range Lines(t.Context(), strings.NewReader(gzipped(raw)), "stdin", Options{}, Resume{}) {
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, line)
	}
	if len(whole) != 5 || whole[4].Err == nil || whole[4].Report != nil || whole[3].Number != 8 || !strings.HasPrefix(raw[whole[1].Start:], "WARC/1.0\r\nWARC-Type: response") || string(whole[2].Raw) != words(2) {
		t.Fatalf("%+v", whole)
	}
	for _, from := range []Resume{{Reports: 2}, {Offset: whole[1].End}} {
		n := 2
		for line, err := range Lines(t.Context(), strings.NewReader(raw), "stdin", Options{}, from) {
			if err != nil || line.Start != whole[n].Start || line.End != whole[n].End || line.Before != n {
				t.Errorf("%+v %v", line, err)
			}
			n++
		}
		if n != 5 {
			t.Errorf("%+v: %d lines", from, n)
		}
	}
}

// A crawl of any length is read in the memory of a few pages.
func TestCrawlIsStreamed(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 100<<10)
	for i := range noise {
		noise[i] = 'a' + byte(chance.IntN(26))
	}
	var raw bytes.Buffer
	for n := range 150 {
		raw.WriteString(gzipped(answered(fmt.Sprint("http://a.example/", n), htmlHeader, words(n)+string(noise))))
	}
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n, most := 0, uint64(0)
	for _, err := range From(t.Context(), &raw, "a.warc.gz", Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%50 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
	}
	if n != 150 || most > before.HeapAlloc+4<<20 {
		t.Errorf("%d reports, %d KB more than before", n, (int64(most)-int64(before.HeapAlloc))>>10)
	}
}
