package feeds

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// site is a server whose answers a test chooses, and which remembers what it was asked.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked []string
}

func newSite(t *testing.T) *site {
	s := &site{pages: map[string]http.HandlerFunc{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		if r.URL.Path != "/robots.txt" {
			s.asked = append(s.asked, r.URL.Path)
		}
		page := s.pages[r.URL.Path]
		s.mu.Unlock()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) set(path string, page http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = page
}

func (s *site) was() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.asked)
}

func text(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, body)
	}
}

func fetcher() *Fetcher {
	f := &Fetcher{AllowPrivate: true, Delay: time.Millisecond, Timeout: 2 * time.Second}
	f.start()
	return f
}

const feedHead, feedTail = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>`, `</channel></rss>`

func rss(paths ...string) http.HandlerFunc {
	var b strings.Builder
	for _, p := range paths {
		fmt.Fprintf(&b, "<item><title>On %s</title><link>%s</link><pubDate>Wed, 05 Mar 2031 10:00:00 GMT</pubDate></item>", p, p)
	}
	return text("application/rss+xml", feedHead+b.String()+feedTail)
}

// collect runs a watcher once and marks every article as stored.
func collect(t *testing.T, w *Watcher) (urls []string, events []Event) {
	t.Helper()
	w.Once = true
	w.Tell = func(e Event) { events = append(events, e) }
	for a, err := range w.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		urls = append(urls, a.Report.URL)
		a.Done(nil)
	}
	return urls, events
}

func TestWatch(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>He said no."))
	s.set("/b", text("text/plain", "She said no."))
	s.set("/c", text("image/png", "\x89PNG"))
	s.set("/feed", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "Wed, 05 Mar 2031 10:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Wed, 05 Mar 2031 10:00:00 GMT")
		rss("/a", "/b", "/c", "/d", "/a#again")(w, r)
	})
	w := &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: t.TempDir(), Fetcher: fetcher()}
	urls, events := collect(t, w)
	if !slices.Equal(urls, []string{s.URL + "/a", s.URL + "/b"}) {
		t.Errorf("articles %q", urls)
	}
	if len(events) != 3 || events[0].Items != 4 || events[0].New != 4 || events[1].Retry || events[2].Retry {
		t.Errorf("events %+v", events)
	}
	urls, events = collect(t, w)
	if len(urls) != 0 || len(events) != 1 || !events[0].Unchanged {
		t.Errorf("the second time: %q, %+v", urls, events)
	}
	if got := s.was(); !slices.Equal(got, []string{"/feed", "/a", "/b", "/c", "/d", "/feed"}) {
		t.Errorf("asked for %q", got)
	}
}

// What was fetched but not stored is fetched again, though the feed is as it was.
func TestStoppedRunLosesNothing(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>He said no."))
	s.set("/b", text("text/html", "<p>She said no."))
	s.set("/feed", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", "1")
		rss("/a", "/b")(w, r)
	})
	w := &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: t.TempDir(), Fetcher: fetcher(), Once: true}
	for range w.Articles(t.Context()) {
		break // and no Done: the program was killed
	}
	if urls, _ := collect(t, w); !slices.Equal(urls, []string{s.URL + "/a", s.URL + "/b"}) {
		t.Errorf("articles %q", urls)
	}
}

func TestStopsWhenToldTo(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>He said no."))
	s.set("/feed", rss("/a"))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := &Watcher{Feeds: []string{s.URL + "/feed", s.URL + "/none"}, Folder: t.TempDir(), Fetcher: fetcher(), Every: time.Hour}
	n := 0
	for a, err := range w.Articles(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		a.Done(nil)
		cancel()
	}
	if n != 1 {
		t.Errorf("%d articles", n)
	}
}

func TestRobotsAreObeyed(t *testing.T) {
	s := newSite(t)
	s.set("/robots.txt", text("text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /private\n"))
	s.set("/a", text("text/html", "<p>He said no."))
	s.set("/private/b", text("text/html", "<p>She said no."))
	s.set("/to-private", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/private/b", http.StatusFound) })
	s.set("/feed", rss("/a", "/private/b", "/to-private"))
	urls, events := collect(t, &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: t.TempDir(), Fetcher: fetcher()})
	if !slices.Equal(urls, []string{s.URL + "/a"}) || slices.Contains(s.was(), "/private/b") {
		t.Errorf("articles %q, asked %q", urls, s.was())
	}
	for _, e := range events[1:] {
		if !errors.Is(e.Err, ErrForbidden) || e.Retry {
			t.Errorf("%+v", e)
		}
	}
	s.set("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	if _, err := fetcher().Get(t.Context(), s.URL+"/a", Tags{}); err == nil || !strings.Contains(err.Error(), "robots.txt cannot be had") {
		t.Errorf("a host whose rules cannot be had: %v", err)
	}
}

func TestHostThatWantsNoRequests(t *testing.T) {
	for _, status := range []int{http.StatusTooManyRequests, http.StatusServiceUnavailable} {
		s := newSite(t)
		s.set("/a", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(status)
		})
		f, now := fetcher(), time.Date(2031, 3, 5, 10, 0, 0, 0, time.UTC)
		f.now = func() time.Time { return now }
		f.Delay = 0
		var later *LaterError
		for range 2 { // the second time without asking
			if _, err := f.Get(t.Context(), s.URL+"/a", Tags{}); !errors.As(err, &later) || later.Until != now.Add(2*time.Minute) {
				t.Errorf("%d: %v", status, err)
			}
		}
		if got := len(s.was()); got != 1 {
			t.Errorf("%d: asked %d times", status, got)
		}
		now = now.Add(3 * time.Minute)
		s.set("/a", text("text/html", "<p>No."))
		if _, err := f.Get(t.Context(), s.URL+"/a", Tags{}); err != nil {
			t.Errorf("%d: after the pause: %v", status, err)
		}
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>No."))
	strict := &Fetcher{Delay: time.Millisecond}
	strict.start()
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, address := range []string{s.URL + "/a", "http://localhost" + port + "/a", "http://[::1]" + port, "http://[::ffff:127.0.0.1]" + port, "http://169.254.169.254/meta", "http://10.0.0.1/"} {
		if _, err := strict.Get(t.Context(), address, Tags{}); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if len(s.was()) > 0 {
		t.Errorf("asked for %q", s.was())
	}
	for _, address := range []string{"file:///etc/passwd", "ftp://example.org/", "gopher://x/", "example.org", "http://"} {
		if _, err := strict.Get(t.Context(), address, Tags{}); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
}

// A public server may send us to a private one: the guard holds behind redirects too. In this test
// one loopback address plays the public server.
func TestRedirectToPrivateAddressIsRefused(t *testing.T) {
	inside, outside := newSite(t), newSite(t)
	inside.set("/secret", text("text/html", "<p>Secret."))
	for _, target := range []string{inside.URL + "/secret", "http://192.168.1.1/", "file:///etc/passwd"} {
		outside.set("/a", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) })
		f := &Fetcher{Delay: time.Millisecond}
		f.start()
		transport := f.http.Transport.(*http.Transport)
		guarded, open := newDialer(false), newDialer(true)
		transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			if strings.HasSuffix(outside.URL, address) {
				return open.DialContext(ctx, network, address)
			}
			return guarded.DialContext(ctx, network, address)
		}
		if _, err := f.Get(t.Context(), outside.URL+"/a", Tags{}); err == nil || target != "file:///etc/passwd" && !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", target, err)
		}
	}
	if len(inside.was()) > 0 {
		t.Errorf("the inner server was asked for %q", inside.was())
	}
}

func TestPublicAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8": true, "2606:4700::1111": true, "::ffff:8.8.8.8": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.0.1": false, "169.254.1.1": false, "100.64.0.1": false, "0.0.0.0": false, "0.1.2.3": false,
		"224.0.0.1": false, "255.255.255.255": false, "240.0.0.1": false, "198.18.0.1": false, "::1": false, "::": false, "fe80::1%eth0": false, "fc00::1": false, "ff02::1": false,
		"::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false, "2001:0:1::": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: public is %v", address, got)
		}
	}
}

func TestHostileServers(t *testing.T) {
	s := newSite(t)
	hang := make(chan struct{})
	t.Cleanup(func() { close(hang) })
	s.set("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "<p>No.")
	})
	s.set("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<p>No.")
		w.(http.Flusher).Flush()
		select {
		case <-hang:
		case <-r.Context().Done():
		}
	})
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	for range 32 {
		if _, err := z.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	s.set("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		text("text/html", bomb.String())(w, r)
	})
	s.set("/endless", func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	})
	s.set("/header", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 1<<20)) })
	s.set("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	for path, want := range map[string]string{"/short": "unexpected EOF", "/slow": "deadline exceeded", "/bomb": "longer than the most", "/endless": "longer than the most",
		"/header": "header", "/round": "redirects"} {
		f := &Fetcher{AllowPrivate: true, Delay: time.Millisecond, Timeout: 3 * time.Second, MaxBytes: 1 << 20}
		f.start()
		start := time.Now()
		if _, err := f.Get(t.Context(), s.URL+path, Tags{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", path, took)
		}
	}
}

func TestRequestsToAHostAreSpaced(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html", "<p>No."))
	f := &Fetcher{AllowPrivate: true, Delay: 50 * time.Millisecond}
	f.start()
	start := time.Now()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := f.Get(t.Context(), s.URL+"/a", Tags{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if took := time.Since(start); took < 200*time.Millisecond { // the first request is for robots.txt
		t.Errorf("five requests in %v", took)
	}
}

func TestWrongCharsetOfAPage(t *testing.T) {
	s := newSite(t)
	s.set("/a", text("text/html; charset=utf-8", "<p>S\xe3o Paulo said no."))
	s.set("/b", text("text/html; charset=iso-8859-2", "<p>Ko\xb9ice said no."))
	s.set("/feed", rss("/a", "/b"))
	w := &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: t.TempDir(), Fetcher: fetcher(), Once: true}
	var got []string
	for a, err := range w.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, a.Report.Charset+" "+a.Report.Title+" "+string(a.Report.Published))
		a.Done(nil)
	}
	if want := []string{" On /a 2031-03-05", "iso-8859-2 On /b 2031-03-05"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestClockThatWasWrongIsForgotten notes failures by a clock that runs ten years ahead.
func TestClockThatWasWrongIsForgotten(t *testing.T) {
	s := newSite(t)
	s.set("/feed", rss("/a"))
	s.set("/a", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	ahead := fetcher()
	ahead.now = func() time.Time { return time.Now().AddDate(10, 0, 0) }
	folder := t.TempDir()
	collect(t, &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: folder, Fetcher: ahead})
	s.set("/a", text("text/html", "<p>He said no."))
	urls, events := collect(t, &Watcher{Feeds: []string{s.URL + "/feed"}, Folder: folder, Fetcher: fetcher()})
	if !slices.Equal(urls, []string{s.URL + "/a"}) {
		t.Errorf("%q, %+v", urls, events)
	}
}

// A feed may name any number of hosts; those in a pause are not forgotten.
func TestHostsAreForgotten(t *testing.T) {
	var known hosts
	now := time.Date(2031, 3, 5, 10, 0, 0, 0, time.UTC)
	resting := known.of(&url.URL{Scheme: "https", Host: "resting.example"}, now)
	resting.pause(now, time.Hour)
	for n := range 3 * mostHosts {
		known.of(&url.URL{Scheme: "https", Host: fmt.Sprintf("%d.example", n)}, now)
	}
	if len(known.known) > mostHosts || known.of(&url.URL{Scheme: "https", Host: "resting.example"}, now) != resting {
		t.Errorf("%d hosts are known", len(known.known))
	}
}
