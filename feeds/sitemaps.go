package feeds

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
)

// mostSitemaps bounds the sitemaps of an index that are asked, the latest first: an index may name
// those of twenty years.
const mostSitemaps = 50

// sitemap is a part of an index, and what is kept of it between two polls.
type sitemap struct {
	URL      string `json:"url"`
	Modified string `json:"modified,omitempty"` // as the index tells it
	Tags     Tags   `json:"tags"`
}

// readFeed gives the articles that an answer names: those of a feed, or of the sitemaps of an index.
func (r *run) readFeed(ctx context.Context, kept *state, answer *Answer) (items []Item, parts []sitemap, err error) {
	raw, err := unpack(answer.Body, r.Fetcher.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	if rootName(raw) != "sitemapindex" {
		items, err = parse(raw, answer.URL)
		return items, nil, err
	}
	if parts, err = parseIndex(raw, answer.URL); err != nil {
		return nil, nil, err
	}
	for i := range parts {
		if len(items) < mostItems {
			items = append(items, r.readPart(ctx, kept, &parts[i])...)
		}
	}
	return resolve(items, answer.URL), parts, ctx.Err()
}

// readPart gives the articles of one sitemap. If it is as it was, or cannot be had now, they are
// those that it named before.
func (r *run) readPart(ctx context.Context, kept *state, part *sitemap) []Item {
	before := kept.part(part.URL)
	if before.Modified != "" && before.Modified == part.Modified {
		part.Tags = before.Tags
		return kept.named(part.URL)
	}
	answer, err := r.Fetcher.Get(ctx, part.URL, before.Tags)
	var items []Item
	if err == nil && !answer.Unchanged {
		items, err = r.readSitemap(answer)
	}
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		part.Modified, part.Tags = "", before.Tags // asked again with the index
		r.tell(Event{Feed: kept.Feed, URL: part.URL, Err: err, Retry: true})
		return kept.named(part.URL)
	case answer.Unchanged:
		part.Tags = before.Tags
		return kept.named(part.URL)
	}
	part.Tags = answer.Tags
	for i := range items {
		items[i].From = part.URL
	}
	return items
}

func (r *run) readSitemap(answer *Answer) ([]Item, error) {
	raw, err := unpack(answer.Body, r.Fetcher.MaxBytes)
	if err != nil {
		return nil, err
	}
	if rootName(raw) == "sitemapindex" {
		return nil, errors.New("an index of sitemaps within an index")
	}
	return parse(raw, answer.URL)
}

// unpack takes gzip off: sitemaps are often files that are packed, not answers that are encoded.
func unpack(raw []byte, limit int) ([]byte, error) {
	if !bytes.HasPrefix(raw, []byte("\x1f\x8b")) {
		return raw, nil
	}
	packed, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("packed data is damaged: %w", err)
	}
	plain, err := io.ReadAll(io.LimitReader(packed, int64(limit)+1))
	if err != nil {
		return nil, fmt.Errorf("packed data is damaged: %w", err)
	}
	if len(plain) > limit {
		return nil, fmt.Errorf("%w of %d bytes, unpacked", ErrTooLong, limit)
	}
	return plain, nil
}

// parseIndex reads the sitemaps that an index names, the latest first; those without a date come
// before all, since they may have changed.
func parseIndex(raw []byte, base string) ([]sitemap, error) {
	var index struct {
		Sitemaps []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
		} `xml:"sitemap"`
	}
	if err := newDecoder(raw).Decode(&index); err != nil && len(index.Sitemaps) == 0 {
		return nil, fmt.Errorf("not a readable index of sitemaps: %w", err)
	}
	var all []sitemap
	seen := map[string]bool{}
	for _, s := range index.Sitemaps {
		address, ok := resolveOne(s.Loc, base)
		if ok && !seen[address] {
			seen[address] = true
			all = append(all, sitemap{URL: address, Modified: strings.TrimSpace(s.Lastmod)})
		}
	}
	slices.SortStableFunc(all, func(a, b sitemap) int {
		if a.Modified == "" || b.Modified == "" {
			return strings.Compare(a.Modified, b.Modified)
		}
		return strings.Compare(b.Modified, a.Modified)
	})
	return all[:min(len(all), mostSitemaps)], nil
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
			date := strings.TrimSpace(a.News.Date)
			day, _ := onrecord.ParseDate(date[:min(10, len(date))])
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
