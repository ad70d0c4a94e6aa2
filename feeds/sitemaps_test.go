package feeds

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// newsMap serves a news sitemap of articles.
func newsMap(paths ...string) string {
	var b strings.Builder
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`)
	for _, p := range paths {
		fmt.Fprintf(&b, "<url><loc>%s</loc><news:news><news:publication_date>2031-03-05</news:publication_date><news:title>On %s</news:title></news:news></url>", p, p)
	}
	return b.String() + "</urlset>"
}

func indexOf(parts ...string) http.HandlerFunc {
	var b strings.Builder
	for _, p := range parts {
		path, modified, _ := strings.Cut(p, "@")
		fmt.Fprintf(&b, "<sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>", path, modified)
	}
	return text("application/xml", "<sitemapindex>"+b.String()+"</sitemapindex>")
}

func packed(t *testing.T, plain string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(plain)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestIndexOfSitemaps asks the sitemaps of an index, and later only those that may have changed.
func TestIndexOfSitemaps(t *testing.T) {
	s := newSite(t)
	for _, path := range []string{"/a", "/b", "/c"} {
		s.set(path, text("text/html", "<p>He said no."))
	}
	s.set("/index.xml", indexOf("/old.xml@2031-03-04", "/new.xml.gz@2031-03-05", "/gone.xml@2031-03-01"))
	s.set("/old.xml", text("application/xml", newsMap("/a")))
	s.set("/new.xml.gz", text("application/gzip", packed(t, newsMap("/b", "/a"))))
	w := &Watcher{Feeds: []string{s.URL + "/index.xml"}, Folder: t.TempDir(), Fetcher: fetcher()}
	urls, events := collect(t, w)
	if !slices.Equal(urls, []string{s.URL + "/b", s.URL + "/a"}) {
		t.Errorf("articles %q", urls)
	}
	if len(events) != 2 || events[0].URL != s.URL+"/gone.xml" || events[0].Err == nil || events[1].New != 2 {
		t.Errorf("events %+v", events)
	}
	before := len(s.was())
	s.set("/index.xml", indexOf("/old.xml@2031-03-04", "/new.xml.gz@2031-03-06"))
	s.set("/new.xml.gz", text("application/gzip", newsMap("/b", "/c"))) // not packed this time
	if urls, _ = collect(t, w); !slices.Equal(urls, []string{s.URL + "/c"}) {
		t.Errorf("articles of the second time %q", urls)
	}
	if got := s.was()[before:]; !slices.Equal(got, []string{"/index.xml", "/new.xml.gz", "/c"}) {
		t.Errorf("asked for %q", got)
	}
}

func TestHostileIndexes(t *testing.T) {
	s := newSite(t)
	s.set("/round.xml", indexOf("/round.xml@2031-03-05", "/bomb.xml@2031-03-05", "/cut.xml@2031-03-05"))
	s.set("/bomb.xml", text("application/gzip", packed(t, strings.Repeat(" ", 4<<20))))
	s.set("/cut.xml", text("application/gzip", packed(t, newsMap("/a"))[:40]))
	f := fetcher()
	f.MaxBytes = 1 << 20
	urls, events := collect(t, &Watcher{Feeds: []string{s.URL + "/round.xml"}, Folder: t.TempDir(), Fetcher: f})
	if len(urls) != 0 || len(events) != 4 {
		t.Fatalf("%q, %+v", urls, events)
	}
	for i, want := range []string{"within an index", "longer than the most", "damaged"} {
		if err := events[i].Err; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", events[i].URL, err)
		}
	}
}
