package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// sampleSite serves the pages of the sample record, to look at.
func sampleSite(t *testing.T) *httptest.Server {
	t.Helper()
	return serveSample(t, &served{})
}

func serveSample(t *testing.T, s *served) *httptest.Server {
	t.Helper()
	record, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	s.database, s.name, s.log = record, "the sample record", slog.New(slog.DiscardHandler)
	site := httptest.NewServer(s.handler())
	t.Cleanup(site.Close)
	return site
}

// sampleOnceForTests reads the bundled reports once for all tests.
var sampleOnceForTests = sync.OnceValues(func() (*sample, error) {
	a := newApp()
	a.load = standardOnce
	return a.openSample(context.Background())
})

// body gives the page at a path, which must be well.
func body(t *testing.T, site *httptest.Server, path string) string {
	t.Helper()
	answer, err := http.Get(site.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("%s: %s, %v", path, answer.Status, err)
	}
	return string(page)
}

// mostOfAKind is how many addresses of one kind are visited: hundreds of statements have one template.
const mostOfAKind = 12

// TestLinksResolve follows the links of all pages and their places on the page.
func TestLinksResolve(t *testing.T) {
	site := sampleSite(t)
	queue, seen, kinds := []string{"/"}, map[string]bool{"/": true}, map[string]int{}
	for ; len(queue) > 0; queue = queue[1:] {
		page := body(t, site, queue[0])
		ids, links := idsAndLinks(t, page)
		for _, link := range links {
			at, err := url.Parse(link)
			if err != nil || at.Host != "" || at.Scheme != "" {
				t.Errorf("%s links to %q", queue[0], link)
				continue
			}
			if at.Path == "" && at.Fragment != "" && !ids[at.Fragment] {
				t.Errorf("%s links to a place %q that it does not have", queue[0], link)
			}
			next := at.Path + "?" + at.RawQuery
			kind := kindOf(at.Path)
			if at.Path == "" || seen[next] || kinds[kind] == mostOfAKind {
				continue
			}
			seen[next] = true
			kinds[kind]++
			queue = append(queue, next)
		}
	}
	if len(seen) < 80 || len(kinds) < 14 {
		t.Errorf("only %d pages of %d kinds were visited: %v", len(seen), len(kinds), kinds)
	}
}

var idLike = regexp.MustCompile(`[0-9a-f]{24}|[se][0-9]+$`)

// kindOf names the template that an address is answered by.
func kindOf(path string) string {
	parts := strings.Split(idLike.ReplaceAllStringFunc(path, func(id string) string { return id[:1] }), "/")
	if len(parts) > 2 && (parts[1] == "actors" || parts[1] == "issues") {
		parts = []string{"", parts[1], "one"}
	}
	if len(parts) > 2 && parts[1] == "reports" {
		parts[2] = "one"
	}
	return strings.Join(parts, "/")
}

// idsAndLinks reads what a page can be opened at and where it leads.
func idsAndLinks(t *testing.T, page string) (ids map[string]bool, links []string) {
	t.Helper()
	ids = map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return ids, links
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				switch a.Key {
				case "id":
					if ids[a.Val] {
						t.Errorf("id %q stands twice", a.Val)
					}
					ids[a.Val] = true
				case "href", "src", "action":
					links = append(links, a.Val)
				}
			}
		}
	}
}

// TestNumbersOpenWhatTheyCount follows the bars of a chart: the page behind one lists as many
// lines as it counts.
func TestNumbersOpenWhatTheyCount(t *testing.T) {
	site := sampleSite(t)
	barLink := regexp.MustCompile(`<a href="([^"]+)" aria-label="(\d{4}): (\d+) (statement|event)s?"`)
	bars := barLink.FindAllStringSubmatch(body(t, site, "/actors/RUS"), -1)
	if len(bars) < 8 {
		t.Fatalf("only %d bars on the page of Russia", len(bars))
	}
	for _, b := range bars {
		page := body(t, site, html.UnescapeString(b[1]))
		if got := strings.Count(page, `<span class="sort `); got != numberOf(b[3]) {
			t.Errorf("the bar of %s says %s %ss and opens %d", b[2], b[3], b[4], got)
		}
	}
}

func numberOf(digits string) (n int) {
	for _, d := range digits {
		n = 10*n + int(d-'0')
	}
	return n
}
