package feeds

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"

	"onrecord"
)

// mostItems bounds what is taken from one feed; feeds have some dozens, news sitemaps a thousand.
const mostItems = 5000

// Item is an article that a feed names.
type Item struct {
	URL       string        `json:"url"`
	Title     string        `json:"title,omitempty"`
	Published onrecord.Date `json:"published,omitempty"`
}

// parse reads the items of a feed in RSS, Atom or JSON, or of a news sitemap; base is the feed's
// own address. An article stands once in the list, in the order of the feed.
func parse(raw []byte, base string) ([]Item, error) {
	root := rootName(raw)
	read := parseFeed
	switch root {
	case "urlset":
		read = parseSitemap
	case "sitemapindex":
		return nil, errors.New("an index of sitemaps; give the news sitemap that it names")
	case "html":
		return nil, errors.New("a page, not a feed; give the address of its feed")
	}
	items, err := read(raw)
	if err != nil {
		return nil, fmt.Errorf("not a readable feed: %w", err)
	}
	return resolve(items, base), nil
}

// rootName is the name of the outermost element, "" if there is none.
func rootName(raw []byte) string {
	decoder := newDecoder(raw)
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return strings.ToLower(start.Name.Local)
		}
	}
}

// newDecoder makes a forgiving decoder. It expands no entities that a document declares itself, and
// takes bytes of other encodings as they are: what is asked of it is ASCII.
func newDecoder(raw []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return decoder
}

func parseFeed(raw []byte) ([]Item, error) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var items []Item
	for _, entry := range feed.Items {
		item := Item{URL: entry.Link, Title: strings.TrimSpace(entry.Title)}
		if item.URL == "" && strings.HasPrefix(entry.GUID, "http") {
			item.URL = entry.GUID
		}
		if entry.PublishedParsed != nil {
			item.Published = onrecord.DateOf(*entry.PublishedParsed)
		}
		items = append(items, item)
	}
	return items, nil
}

// parseSitemap reads the addresses of a sitemap that are news: others have no end.
func parseSitemap(raw []byte) (items []Item, err error) {
	type address struct {
		Loc  string `xml:"loc"`
		News *struct {
			Title string `xml:"title"`
			Date  string `xml:"publication_date"`
		} `xml:"news"`
	}
	decoder := newDecoder(raw)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return items, nil
		}
		if err != nil {
			return items, firstFault(len(items), err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" {
			continue
		}
		var a address
		if err := decoder.DecodeElement(&a, &start); err != nil {
			return items, firstFault(len(items), err)
		}
		if a.News != nil && len(items) < mostItems {
			day, _ := onrecord.ParseDate(strings.TrimSpace(a.News.Date)[:min(10, len(strings.TrimSpace(a.News.Date)))])
			items = append(items, Item{URL: strings.TrimSpace(a.Loc), Title: strings.TrimSpace(a.News.Title), Published: day})
		}
	}
}

// firstFault forgives a document that breaks off behind its first items.
func firstFault(items int, err error) error {
	if items > 0 {
		return nil
	}
	return err
}

// resolve makes whole addresses, and drops what is none or stands twice.
func resolve(items []Item, base string) []Item {
	from, err := url.Parse(base)
	if err != nil {
		return nil
	}
	seen := map[string]bool{}
	kept := items[:0]
	for _, item := range items {
		u, err := from.Parse(strings.TrimSpace(item.URL))
		if err != nil || item.URL == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		u.Fragment = ""
		if item.URL = u.String(); !seen[item.URL] && len(kept) < mostItems {
			seen[item.URL] = true
			kept = append(kept, item)
		}
	}
	return kept
}

// ParseOPML reads the addresses of the feeds that a list of feeds (OPML) names.
func ParseOPML(raw []byte) (addresses []string, err error) {
	decoder := newDecoder(raw)
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read a list of feeds (OPML): %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		for _, attr := range start.Attr {
			if address := strings.TrimSpace(attr.Value); strings.EqualFold(attr.Name.Local, "xmlUrl") && address != "" {
				addresses = append(addresses, address)
			}
		}
	}
	if len(addresses) == 0 {
		return nil, errors.New("read a list of feeds (OPML): no outline in it has an xmlUrl")
	}
	return addresses, nil
}
