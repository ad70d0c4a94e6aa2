package page

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
)

// metaDates are the names of meta fields that tell when a report was published,
// the surest first.
var metaDates = []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published", "parsely-pub-date",
	"sailthru.date", "publishdate", "publish-date", "publish_date", "published_date", "pubdate", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
	"dc.date", "dc.date.created", "date.release", "article_date_original", "cxenseparse:recs:publishtime", "originalpublicationdate", "bt:pubdate", "date"}

// readTold reads the fields of a page: JSON-LD, meta, title, links.
func readTold(root *html.Node) Told {
	meta := map[string]string{}
	var t Told
	var title string
	var linked linkedData
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			t.Language = cmp.Or(t.Language, attr(n, "lang"), attr(n, "xml:lang"))
		case "meta":
			name := strings.ToLower(cmp.Or(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")))
			if meta[name] == "" {
				meta[name] = onOneLine(attr(n, "content"))
			}
		case "title":
			title = cmp.Or(title, onOneLine(textOf(n)))
		case "link":
			if attr(n, "rel") == "canonical" {
				t.URL = attr(n, "href")
			}
		case "script":
			if strings.HasPrefix(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				linked.read(n.FirstChild.Data)
			}
		}
	}
	t.fill(meta, linked)
	t.window = title
	return t
}

func (t *Told) fill(meta map[string]string, linked linkedData) {
	t.Title = cmp.Or(meta["og:title"], linked.headline, meta["twitter:title"], meta["dc.title"], meta["headline"])
	t.Site = cmp.Or(meta["og:site_name"], linked.publisher, meta["application-name"], meta["dc.publisher"], meta["publisher"], strings.TrimPrefix(meta["twitter:site"], "@"))
	t.URL = cmp.Or(t.URL, meta["og:url"])
	t.Language, _, _ = strings.Cut(strings.ToLower(cmp.Or(t.Language, meta["og:locale"], meta["content-language"], meta["dc.language"])), "-")
	t.Language, _, _ = strings.Cut(t.Language, "_")
	t.body = linked.body
	if linked.published != "" {
		t.Dates = append(t.Dates, Field{"JSON-LD datePublished", linked.published})
	}
	for _, name := range metaDates {
		if meta[name] != "" {
			t.Dates = append(t.Dates, Field{"meta " + name, meta[name]})
		}
	}
	t.Authors = linked.authors
	for _, name := range []string{"author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author"} {
		if value := strings.TrimPrefix(meta[name], "By "); len(t.Authors) == 0 && value != "" && !strings.Contains(value, "/") && len(value) < 100 {
			t.Authors = []string{value}
		}
	}
}

// nameTitle settles what is title and what is site: the headline on the page parts
// the window's title, which often holds both.
func (t *Told) nameTitle(heading string) {
	if heading != "" && (t.Title == "" || strings.HasPrefix(t.Title, heading)) {
		t.Title = heading
	}
	if t.Sure = t.Title != ""; t.Sure {
		t.Suffix = addedTo(t.window, t.Title)
		return
	}
	t.Title = t.window
	for _, bar := range []string{" | ", " – ", " — ", " - ", " :: ", ": "} {
		if left, right, ok := strings.Cut(t.window, bar); ok {
			t.Title, t.Suffix = right, left
			if len(left) > len(right) {
				t.Title, t.Suffix = left, right
			}
			return
		}
	}
}

// addedTo is what a window's title adds to the headline: "Talks fail | The Daily",
// "The Daily: Talks fail".
func addedTo(window, headline string) string {
	rest, ok := strings.CutPrefix(window, headline)
	if before, isEnd := strings.CutSuffix(window, headline); !ok && isEnd {
		return strings.Trim(before, " -–—|:·»")
	}
	if !ok || rest == "" {
		return ""
	}
	rest = strings.TrimLeft(rest, " -–—|:·»")
	for _, bar := range []string{" | ", " - ", " – ", " — "} {
		if at := strings.LastIndex(rest, bar); at >= 0 {
			rest = rest[at+len(bar):]
		}
	}
	return strings.TrimSpace(rest)
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
