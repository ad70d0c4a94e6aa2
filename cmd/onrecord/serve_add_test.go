package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/feeds"
	"onrecord/store"
)

// TestVisitorsAddReports brings reports by paste, by upload and by the API; they are there at once, and
// compared with each other.
func TestVisitorsAddReports(t *testing.T) {
	site, db := writableSite(t, &feeds.Fetcher{})

	const claim = "KABUL, May 15, 2018 - General Mark Ellison said on Tuesday that Russia had sent weapons to the Taliban.\n"
	const denial = "MOSCOW, May 16, 2018 - Russia denied on Wednesday that it had sent weapons to the Taliban.\n"
	if page := bring(t, site, "text", "", claim); !strings.Contains(page, "1 statement") {
		t.Errorf("pasted:\n%s", page)
	}
	if page := bring(t, site, "file", "../../etc/denial.txt", denial); !strings.Contains(page, "15 May 2018") && !strings.Contains(page, "16 May 2018") {
		t.Errorf("uploaded:\n%s", page)
	}
	if page := bring(t, site, "file", "bomb.gz", "\x1f\x8b\x08 no archive"); !strings.Contains(page, "Not added") {
		t.Errorf("a broken archive:\n%s", page)
	}
	if page := body(t, site, "/"); !strings.Contains(page, "<b>2</b> reports") {
		t.Errorf("the start page does not tell of both:\n%s", page)
	}
	if pairs, err := db.Pairs(t.Context(), store.PairQuery{Sort: store.StatementLine}); err != nil || len(pairs) == 0 {
		t.Errorf("they were not compared: %v, %v", pairs, err)
	}
	answer, err := http.Post(site.URL+"/api/v1/reports", "application/json", strings.NewReader(`{"text": "VARNA, May 17, 2018 - The mayor said on Thursday that the bridge would be mended."}`))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusCreated {
		t.Errorf("by the API: %s", answer.Status)
	}
}

// writableSite serves an empty record, to add to.
func writableSite(t *testing.T, fetcher *feeds.Fetcher) (*httptest.Server, database) {
	t.Helper()
	a := newApp()
	a.load, a.database = standardOnce, filepath.Join(t.TempDir(), "a.db")
	db, name, err := a.openToShow(t.Context(), false, true)
	if err != nil {
		t.Fatal(err)
	}
	s := &served{database: db, name: name, read: a.reader(), log: slog.New(slog.DiscardHandler)}
	s.adder = newAdder(db, s.read, fetcher)
	site := httptest.NewServer(s.gated(""))
	t.Cleanup(func() { site.Close(); s.adder.end(); db.Close() })
	return site, db
}

// bring sends a form with one field, or one file, and gives the page that tells what came of it.
func bring(t *testing.T, site *httptest.Server, field, file, words string) string {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	part, err := w.CreateFormField(field)
	if file != "" {
		part, err = w.CreateFormFile(field, file)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, words); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post(site.URL+"/add", w.FormDataContentType(), &form)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	for err == nil && strings.Contains(string(page), "Look again") {
		time.Sleep(50 * time.Millisecond)
		page = []byte(body(t, site, answer.Request.URL.Path))
	}
	if err != nil {
		t.Error(err)
	}
	return string(page)
}

// TestVisitorsNameAPage has a page fetched, by the form and by the API; one that its host keeps from
// robots is not.
func TestVisitorsNameAPage(t *testing.T) {
	site, _ := writableSite(t, &feeds.Fetcher{AllowPrivate: true, Delay: time.Millisecond})
	news := newsSite(t)
	if page := bring(t, site, "url", "", news+"/a"); !strings.Contains(page, "1 statement") {
		t.Errorf("fetched:\n%s", page)
	}
	for at, want := range map[string]string{"/paid/b": "not allowed by robots.txt", "/none": "answers 404", "/feed": "neither HTML nor text"} {
		if page := bring(t, site, "url", "", news+at); !strings.Contains(page, "Not added:") || !strings.Contains(page, want) {
			t.Errorf("%s:\n%s", at, page)
		}
	}
	if status, answer := postReport(t, site, `{"url": "`+news+`/a"}`); status != http.StatusCreated || !strings.Contains(answer, "This was said in a feed") {
		t.Errorf("by the API: %d %s", status, answer)
	}
}

func postReport(t *testing.T, site *httptest.Server, form string) (int, string) {
	t.Helper()
	answer, err := http.Post(site.URL+"/api/v1/reports", "application/json", strings.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	words, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(words)
}

// TestNoAddressLeadsInside names addresses of this machine, of private networks and of files: nothing
// is asked there, and the answer does not tell what is behind a name. (Redirects and spellings:
// package feeds.)
func TestNoAddressLeadsInside(t *testing.T) {
	asked := false
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked = true
		_, _ = io.WriteString(w, "<p>The secret is out, he said.")
	}))
	t.Cleanup(inside.Close)
	site, db := writableSite(t, &feeds.Fetcher{Delay: time.Millisecond})
	port := inside.URL[strings.LastIndex(inside.URL, ":"):]
	for _, address := range []string{
		inside.URL, "http://localhost" + port, "http://[::1]" + port, "http://[::ffff:7f00:1]" + port, "http://0.0.0.0" + port, "http://169.254.169.254/latest/meta-data/",
		"http://10.0.0.1/", "http://192.168.1.1/",
		"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/a", "//127.0.0.1" + port, "javascript:alert(1)", "http://",
	} {
		page := bring(t, site, "url", "", address)
		if !strings.Contains(page, "Not added:") || strings.Contains(page, "root:") {
			t.Errorf("%s:\n%s", address, page)
		}
		if status, answer := postReport(t, site, `{"url": "`+address+`"}`); status != http.StatusUnprocessableEntity {
			t.Errorf("%s by the API: %d %s", address, status, answer)
		}
	}
	if page := bring(t, site, "url", "", "http://localhost"+port); strings.Contains(page, "127.0.0.1") {
		t.Errorf("the answer tells where a name leads:\n%s", page)
	}
	if counts, err := db.Count(t.Context()); err != nil || counts.Reports != 0 || asked {
		t.Errorf("asked: %v; %d reports, %v", asked, counts.Reports, err)
	}
}

// TestBombsAreBounded uploads what is small as it comes and large when it is opened, or is no report at
// all: each is told, none is read for long.
func TestBombsAreBounded(t *testing.T) {
	site, db := writableSite(t, &feeds.Fetcher{})
	record := "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 1000000\r\n\r\n" + strings.Repeat("x", 1_000_000) + "\r\n\r\n"
	var word bytes.Buffer
	z := zip.NewWriter(&word)
	part, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, 32<<20)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ words, told string }{
		"text.txt.gz":  {gzippedTimes(t, strings.Repeat("He said no. ", 1<<16), 30), "report too long"},
		"void.warc.gz": {gzippedTimes(t, record, 70), "longer than the most that is taken at once"},
		"twice.gz":     {gzippedTimes(t, gzippedTimes(t, strings.Repeat("a ", 1<<20), 16), 1), "binary data"},
		"letter.docx":  {word.String(), "binary data"},
	} {
		start := time.Now()
		page := bring(t, site, "file", name, c.words)
		if !strings.Contains(page, "Not added:") || !strings.Contains(page, c.told) {
			t.Errorf("%s, %d bytes:\n%s", name, len(c.words), page)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s takes %v", name, took)
		}
	}
	for field, file := range map[string]string{"text": "", "file": "long.txt"} {
		if page := bring(t, site, field, file, strings.Repeat("long ", maxBody/5+1)); !strings.Contains(page, "that is too long") {
			t.Errorf("too long a form:\n%s", page)
		}
	}
	if counts, err := db.Count(t.Context()); err != nil || counts.Reports != 0 {
		t.Errorf("%d reports were added; %v", counts.Reports, err)
	}
}

// gzippedTimes packs a part many times over.
func gzippedTimes(t *testing.T, part string, times int) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for range times {
		if _, err := io.WriteString(z, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestNothingIsAddedUnasked tries to add where the record is only looked at.
func TestNothingIsAddedUnasked(t *testing.T) {
	site := sampleSite(t)
	for _, path := range []string{"/add", "/api/v1/reports"} {
		answer, err := http.Post(site.URL+path, "application/json", strings.NewReader(`{"text":"x"}`))
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusMethodNotAllowed && answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answered %s", path, answer.Status)
		}
	}
}
