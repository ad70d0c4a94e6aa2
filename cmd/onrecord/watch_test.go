package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// newsSite serves a feed of two articles, one of which its robots.txt forbids.
func newsSite(t *testing.T) string {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: onrecord\nDisallow: /paid/\n")
		case "/feed":
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, `<rss version="2.0"><channel><item><title>A page</title><link>/a</link></item><item><link>/paid/b</link></item></channel></rss>`)
		case "/a":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<html><body><article><p>Weber said: "This was said in a feed, and it is long enough to be a paragraph of its own."</p><p>More words stand here too.</p></article></body></html>`)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(site.Close)
	return site.URL
}

// runPlain runs a command line of the program with plain stations.
func runPlain(ctx context.Context, args ...string) (code int, stdout, stderr string) {
	var out, faults bytes.Buffer
	a := plainApp()
	a.stdout, a.stderr = &out, &faults
	code = run(ctx, a, args)
	return code, out.String(), faults.String()
}

func TestWatchCommand(t *testing.T) {
	dir, site := t.TempDir(), newsSite(t)
	db, list := filepath.Join(dir, "a.db"), filepath.Join(dir, "feeds.opml")
	if err := os.WriteFile(list, []byte(`<opml><body><outline xmlUrl="`+site+`/feed"/></body></opml>`), 0o600); err != nil {
		t.Fatal(err)
	}
	watch := []string{"--db", db, "watch", "--once", "--allow-private", "--delay", "1ms"}
	code, out, faults := runPlain(t.Context(), append(watch, list)...)
	if code != exitFailed || !strings.HasPrefix(out, "1 report added: 1 statement") || !strings.Contains(faults, "/paid/b: not allowed by robots.txt\n") {
		t.Errorf("%d\n%s%s", code, out, faults)
	}
	if code, out, faults = runPlain(t.Context(), append(watch, site+"/feed")...); code != exitOK || !strings.HasPrefix(out, "0 reports added") {
		t.Errorf("again: %d\n%s%s", code, out, faults)
	}
	if _, out, _ = runPlain(t.Context(), "--db", db, "export"); strings.Count(out, site+"/a") != 1 || !strings.Contains(out, `"source":"`+site+`/feed"`) {
		t.Errorf("stored: %s", out)
	}
}

func TestWatchTellsInJSONAndStops(t *testing.T) {
	db, site := filepath.Join(t.TempDir(), "a.db"), newsSite(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a, lines := plainApp(), &lineCatcher{seen: make(chan string, 10)}
	a.stdout, a.stderr = lines, &bytes.Buffer{}
	done := make(chan int)
	go func() {
		done <- run(ctx, a, []string{"--db", db, "watch", "--json", "--allow-private", "--delay", "1ms", site + "/feed"})
	}()
	for range 3 {
		var line watchLine
		text := <-lines.seen
		switch err := json.Unmarshal([]byte(text), &line); {
		case err != nil || line.Feed != site+"/feed":
			t.Errorf("%s: %v", text, err)
		case line.URL == "" && line.New != 2, line.URL == site+"/a" && (line.Statements != 1 || line.Report == ""), line.URL == site+"/paid/b" && line.Error == "":
			t.Errorf("%s", text)
		}
	}
	cancel()
	select {
	case code := <-done:
		if code != exitOK {
			t.Errorf("stopped with %d", code)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("does not stop")
	}
}

type lineCatcher struct{ seen chan string }

func (l *lineCatcher) Write(b []byte) (int, error) { l.seen <- string(b); return len(b), nil }

func TestWatchAFolder(t *testing.T) {
	dir := t.TempDir()
	drop, db := filepath.Join(dir, "drop"), filepath.Join(dir, "a.db")
	if err := os.Mkdir(drop, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, words := range map[string]string{"a.txt": `Weber said: "This was said in a file."`, "two.jsonl": `{"text":"Miller said: \"This too.\""}` + "\n{broken\n"} {
		if err := os.WriteFile(filepath.Join(drop, name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, faults := runPlain(t.Context(), "--db", db, "watch", "--once", drop)
	if code != exitFailed || !strings.HasPrefix(out, "2 reports added: 2 statements") || !strings.Contains(faults, "two.jsonl:2: ") {
		t.Errorf("%d\n%s%s", code, out, faults)
	}
	if err := os.RemoveAll(db + ".feeds"); err != nil { // as if it had been killed before it kept what it did
		t.Fatal(err)
	}
	if _, out, _ = runPlain(t.Context(), "--db", db, "watch", "--once", drop); !strings.HasPrefix(out, "0 reports added, 2 already there") {
		t.Errorf("again: %s", out)
	}
}

func TestTwoWatchesOfOneState(t *testing.T) {
	db, site := filepath.Join(t.TempDir(), "a.db"), newsSite(t)
	ctx, cancel := context.WithCancel(t.Context())
	a, lines, done := plainApp(), &lineCatcher{seen: make(chan string, 10)}, make(chan int)
	a.stdout, a.stderr = lines, &bytes.Buffer{}
	go func() {
		done <- run(ctx, a, []string{"--db", db, "watch", "--json", "--allow-private", "--delay", "1ms", site + "/feed"})
	}()
	<-lines.seen
	code, _, faults := runPlain(t.Context(), "--db", db, "watch", "--once", "--allow-private", site+"/feed")
	if code != exitFailed || !strings.Contains(faults, "a.db.feeds: in use by another watch; end that one") {
		t.Errorf("the second: %d %s", code, faults)
	}
	cancel()
	<-done
}

func TestWatchRefusesWrongUse(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "a.db")
	for want, args := range map[string][]string{
		"--every is at least 1s": {"--every", "1ms", "https://a.example/"},
		"no such file":           {filepath.Join(dir, "none.opml")},
		"no outline in it":       {"../../go.mod"},
		"a private address":      {"--once", newsSite(t) + "/feed"},
		"not an address":         {"--once", "ftp://a.example/feed"},
	} {
		code, _, faults := runPlain(t.Context(), append([]string{"--db", db, "watch"}, args...)...)
		if code == exitOK || !strings.Contains(faults, want) {
			t.Errorf("%q: %d %s", args, code, faults)
		}
	}
}
