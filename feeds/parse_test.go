package feeds

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const newsSitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>http://a.example/1</loc><news:news><news:publication_date>2031-03-05T10:00Z</news:publication_date><news:title>One</news:title></news:news></url>
<url><loc>http://a.example/about</loc></url></urlset>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title><link href="/1"/><published>2031-03-05T10:00:00Z</published></entry></feed>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"http://a.example/1","title":"One","date_published":"2031-03-05T10:00:00Z"}]}`

func TestParse(t *testing.T) {
	one := []Item{{URL: "http://a.example/1", Title: "One", Published: "2031-03-05"}}
	laughs := `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">` // each entity is ten of the one before
	for i := range 9 {
		laughs += fmt.Sprintf(`<!ENTITY %c "%s">`, 'b'+i, strings.Repeat(fmt.Sprintf("&%c;", 'a'+i), 10))
	}
	for name, c := range map[string]struct {
		raw  string
		want []Item
		err  string
	}{
		"RSS":       {feedHead + "<item><title> One </title><link>http://a.example/1</link><pubDate>Wed, 05 Mar 2031 10:00:00 EST</pubDate></item>" + feedTail, one, ""},
		"guid":      {feedHead + "<item><title>One</title><guid>http://a.example/1</guid><pubDate>Wed, 05 Mar 2031 10:00:00 EST</pubDate></item>" + feedTail, one, ""},
		"script":    {feedHead + "<item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item>" + feedTail, []Item{}, ""},
		"Atom":      {atom, one, ""},
		"JSON":      {jsonFeed, one, ""},
		"sitemap":   {newsSitemap, one, ""},
		"cut":       {newsSitemap[:len(newsSitemap)-40], one, ""},
		"page":      {"<!DOCTYPE html><html><p>No.", nil, "not a feed"},
		"nothing":   {"", nil, "not a readable feed"},
		"laughs":    {laughs + "]>" + strings.TrimPrefix(feedHead, `<?xml version="1.0"?>`) + "<item><title>&j;</title><link>http://a.example/1</link></item>" + feedTail, []Item{{URL: "http://a.example/1", Title: "&j;"}}, ""},
		"many deep": {strings.Repeat("<a>", 200_000), nil, "not a readable feed"},
	} {
		start := time.Now()
		got, err := parse([]byte(c.raw), "http://a.example/feed")
		if c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) || c.err == "" && err != nil {
			t.Errorf("%s: error %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

const sitemapIndex = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/old.xml</loc><lastmod>2030-01-01</lastmod></sitemap>
<sitemap><loc>http://a.example/new.xml</loc><lastmod>2031-03-05</lastmod></sitemap><sitemap><loc>/undated.xml#x</loc></sitemap><sitemap><loc>javascript:1</loc></sitemap></sitemapindex>`

func TestParseIndex(t *testing.T) {
	want := []sitemap{{URL: "http://a.example/undated.xml"}, {URL: "http://a.example/new.xml", Modified: "2031-03-05"}, {URL: "http://a.example/old.xml", Modified: "2030-01-01"}}
	got, err := parseIndex([]byte(sitemapIndex), "http://a.example/index.xml")
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	many := "<sitemapindex>" + strings.Repeat("<sitemap><loc>/x</loc></sitemap>", 3)
	for n := range 3 * mostSitemaps {
		many += fmt.Sprintf("<sitemap><loc>/%d</loc></sitemap>", n)
	}
	if got, err := parseIndex([]byte(many), "http://a.example/"); len(got) != mostSitemaps || err != nil { // cut off, and too many
		t.Errorf("%d sitemaps, %v", len(got), err)
	}
	if _, err := parseIndex([]byte("<sitemapindex><sitemap"), "http://a.example/"); err == nil {
		t.Error("nothing, and no error")
	}
}

func TestParseOPML(t *testing.T) {
	got, err := ParseOPML([]byte(`<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="http://a.example/1"/><OUTLINE xmlurl=" http://a.example/2 "/></outline></body></opml>`))
	if diff := cmp.Diff([]string{"http://a.example/1", "http://a.example/2"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if _, err := ParseOPML([]byte("<opml/>")); err == nil {
		t.Error("no feeds, no error")
	}
}

func TestRobots(t *testing.T) {
	for _, c := range []struct{ rules, allowed, forbidden string }{
		{"", "/ /a", ""},
		{"User-agent: *\nDisallow: /a", "/ /b", "/a /a/b /ab"},
		{"User-agent: *\nDisallow:", "/ /a", ""},
		{"User-agent: *\nDisallow: /\nUser-agent: onrecord\nAllow: /", "/ /a", ""},
		{"User-agent: *\nAllow: /\nUser-agent: OnRecord/2.0\nDisallow: /a", "/", "/a"},
		{"User-agent: onrecorder\nDisallow: /", "/a", ""},
		{"User-agent: other\nUser-agent: onrecord\nDisallow: /a\nUser-agent: onrecord\nDisallow: /b", "/c", "/a /b"},
		{"User-agent: *\nDisallow: /a\nAllow: /a", "/a", ""},
		{"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b /a/bc", "/a /a/c"},
		{"User-agent: *\nDisallow: /*.pdf$", "/a.pdfx /a", "/a.pdf /b/a.pdf"},
		{"User-agent: *\nDisallow: /a*b*c", "/ab /acb", "/abc /axxbyyczz"},
		{"User-agent: *\nDisallow: /%7ea\nDisallow: /\u00e4", "/a", "/~a /%7Ea /%C3%A4 /%c3%a4x"},
		{"User-agent: *\nDisallow: /a%2Fb", "/a/b", "/a%2fb"},
		{"User-agent: *\nCrawl-delay: 5\nSitemap: /x\nDisallow: /a", "/", "/a"},
		{"Disallow: /\nnonsense\n\x00\xff", "/a", ""},
		{"\ufeffUser-agent: *\r\nDisallow: /a # not that\r", "/b", "/a"},
		{"User-agent: *\nDisallow: /", "/robots.txt", "/"},
	} {
		rules := parseRobots([]byte(c.rules))
		for _, path := range strings.Fields(c.allowed) {
			if !rules.allows(path) {
				t.Errorf("%q forbids %s", c.rules, path)
			}
		}
		for _, path := range strings.Fields(c.forbidden) {
			if rules.allows(path) {
				t.Errorf("%q allows %s", c.rules, path)
			}
		}
	}
	if delay := parseRobots([]byte("User-agent: *\nCrawl-delay: 2.5")).delay; delay != 2500*time.Millisecond {
		t.Errorf("delay %v", delay)
	}
}

func TestRetryAfterAndBackoff(t *testing.T) {
	now := time.Date(2031, 3, 5, 10, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{"0": 0, "120": 2 * time.Minute, "Wed, 05 Mar 2031 11:00:00 GMT": time.Hour, "Wed, 05 Mar 2031 09:00:00 GMT": 0, "": -1, "-1": -1, "soon": -1, "99999999999": -1} {
		got, told := retryAfter(value, now)
		if told != (want >= 0) || told && got != want {
			t.Errorf("%q: %v, %v", value, got, told)
		}
	}
	for failures, want := range map[int]time.Duration{0: time.Minute, 3: 8 * time.Minute, 20: time.Hour, 1 << 20: time.Hour} {
		if got := backoff(time.Minute, failures, time.Hour); got < want*8/10 || got > want*12/10 {
			t.Errorf("after %d: %v", failures, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{newsSitemap, sitemapIndex, atom, jsonFeed, feedHead + "<item><link>/1</link></item>" + feedTail} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		items, err := parse(raw, "http://a.example/feed")
		for _, item := range items {
			if err != nil || !strings.HasPrefix(item.URL, "http") {
				t.Fatalf("%q %v", item.URL, err)
			}
		}
		parts, err := parseIndex(raw, "http://a.example/index")
		for _, part := range parts {
			if err != nil || !strings.HasPrefix(part.URL, "http") || len(parts) > mostSitemaps {
				t.Fatalf("%q %v", part.URL, err)
			}
		}
		_, _ = ParseOPML(raw)
	})
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nAllow: /%7e\n"), "/a/b?c")
	f.Fuzz(func(t *testing.T, raw []byte, path string) {
		rules := parseRobots(raw)
		if first := rules.allows(path); first != rules.allows(path) || !rules.allows("/robots.txt") {
			t.Fatal("rules that change")
		}
	})
}
