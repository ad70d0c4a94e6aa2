package feeds

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// state is what is kept of a feed between two runs. Its articles are kept as long as the feed
// names them: one that was added is not fetched again, one that is waiting is not forgotten though
// the feed is as it was.
type state struct {
	Feed     string    `json:"feed"`
	Tags     Tags      `json:"tags"`
	Next     time.Time `json:"next,omitzero"`      // not to be asked before
	Failures int       `json:"failures,omitempty"` // in a row
	Articles []*deed   `json:"articles"`           // in the order of the feed
	Parts    []sitemap `json:"parts,omitempty"`    // the sitemaps, if the feed is an index of such
}

// part is what is kept of a sitemap of an index.
func (s *state) part(address string) sitemap {
	for _, p := range s.Parts {
		if p.URL == address {
			return p
		}
	}
	return sitemap{}
}

// named gives the articles that a sitemap named when it was read last.
func (s *state) named(sitemap string) (items []Item) {
	for _, d := range s.Articles {
		if d.From == sitemap {
			items = append(items, d.Item)
		}
	}
	return items
}

// deed is what was done about an article.
type deed struct {
	Item
	Done     bool      `json:"done,omitempty"` // added, or given up
	Failures int       `json:"failures,omitempty"`
	Next     time.Time `json:"next,omitzero"` // not to be fetched before

	inWork bool // fetched, and not yet added
}

// shelf keeps the states of feeds, a file each.
type shelf struct{ folder string }

func (s shelf) path(feed string) string {
	digest := sha256.Sum256([]byte(feed))
	return filepath.Join(s.folder, hex.EncodeToString(digest[:8])+".json")
}

// load gives the state of a feed; a feed that was never met has an empty one.
func (s shelf) load(feed string) (*state, error) {
	fresh := &state{Feed: feed}
	raw, err := os.ReadFile(s.path(feed))
	if errors.Is(err, fs.ErrNotExist) {
		return fresh, nil
	}
	if err != nil {
		return nil, err
	}
	kept := &state{}
	if err := json.Unmarshal(raw, kept); err != nil {
		return nil, fmt.Errorf("%s: not the state of a feed: %w; remove it, and the feed is read anew", s.path(feed), err)
	}
	if kept.Feed != feed {
		return fresh, nil
	}
	return kept, nil
}

// save writes a state so that it is there whole, the old one or the new.
func (s shelf) save(kept *state) error {
	raw, err := json.MarshalIndent(kept, "", " ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	path := s.path(kept.Feed)
	if err := os.WriteFile(path+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// take brings a state up to what the feed names now, and tells how many articles are new.
func (s *state) take(items []Item) (added int) {
	known := map[string]*deed{}
	for _, d := range s.Articles {
		known[d.URL] = d
	}
	var articles []*deed
	for _, item := range items {
		d := known[item.URL]
		if d == nil {
			d = &deed{Item: item}
			added++
		}
		delete(known, item.URL)
		articles = append(articles, d)
	}
	for _, d := range s.Articles {
		if known[d.URL] != nil && !d.Done { // it left the feed before it was added
			articles = append(articles, d)
		}
	}
	s.Articles = articles
	return added
}
