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

	"github.com/gofrs/flock"
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

// holds reports whether a file is one of the shelf's.
func (s shelf) holds(path string) bool {
	ours, err1 := filepath.Abs(s.folder)
	whole, err2 := filepath.Abs(path)
	return err1 == nil && err2 == nil && filepath.Dir(whole) == ours
}

// load gives the state of a feed; a feed that was never met has an empty one.
func (s shelf) load(feed string) (*state, error) {
	kept := &state{}
	found, err := s.read(feed, kept)
	if err != nil {
		return nil, err
	}
	if !found || kept.Feed != feed {
		return &state{Feed: feed}, nil
	}
	return kept, nil
}

func (s shelf) save(kept *state) error { return s.write(kept.Feed, kept) }

// read fills in what is kept of a feed or a folder, if there is something.
func (s shelf) read(feed string, kept any) (found bool, err error) {
	raw, err := os.ReadFile(s.path(feed))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := json.Unmarshal(raw, kept); err != nil {
		return false, fmt.Errorf("%s: not the state of a feed: %w; remove it, and the feed is read anew", s.path(feed), err)
	}
	return true, nil
}

// write keeps a state so that it is there whole, the old one or the new.
func (s shelf) write(feed string, kept any) error {
	raw, err := json.MarshalIndent(kept, "", " ")
	if err != nil {
		return err
	}
	path := s.path(feed)
	if err := os.WriteFile(path+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// ErrInUse says that another program watches feeds with the same state: each would undo what the
// other keeps.
var ErrInUse = errors.New("in use by another watch; end that one, or give this one a folder of its own")

// lock makes the folder where it is missing, and takes it for this program until unlock is called.
// The lock ends with the program, however that ends.
func (s shelf) lock() (unlock func(), err error) {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return nil, err
	}
	held := flock.New(filepath.Join(s.folder, "lock"))
	taken, err := held.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", s.folder, err)
	}
	if !taken {
		return nil, fmt.Errorf("%s: %w", s.folder, ErrInUse)
	}
	return func() { _ = held.Unlock() }, nil
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
