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
	From      string        `json:"from,omitempty"` // the sitemap of an index that names it
}

// parse reads the items of a feed in RSS, Atom or JSON, or of a news sitemap; base is the feed's
// own address. An article stands once in the list, in the order of the feed.
func parse(raw []byte, base string) ([]Item, error) {
	root := rootName(raw)
	read := parseFeed
	switch root {
	case "urlset":
		read = parseSitemap
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

// resolve makes whole addresses, and drops what is none or stands twice.
func resolve(items []Item, base string) []Item {
	seen := map[string]bool{}
	kept := items[:0]
	for _, item := range items {
		whole, ok := resolveOne(item.URL, base)
		if ok && !seen[whole] && len(kept) < mostItems {
			seen[whole] = true
			item.URL = whole
			kept = append(kept, item)
		}
	}
	return kept
}

// resolveOne makes a whole address of the web, if it is one.
func resolveOne(address, base string) (string, bool) {
	from, err := url.Parse(base)
	if err != nil || address == "" {
		return "", false
	}
	u, err := from.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	u.Fragment = ""
	return u.String(), true
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
