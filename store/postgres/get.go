package postgres

import (
	"context"
	"errors"
	"iter"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// Holds reports whether an entry of this report and provenance is there.
func (s *Store) Holds(ctx context.Context, id onrecord.ReportID, made onrecord.Provenance) (held bool, err error) {
	err = s.pool.QueryRow(ctx, "SELECT EXISTS (SELECT FROM reports WHERE id = $1 AND made = $2)",
		plain(string(id)), store.Digest(made)).Scan(&held)
	return held, s.fault("look into", err)
}

// HoldsOf gives those of many reports that Holds reports of.
func (s *Store) HoldsOf(ctx context.Context, ids []onrecord.ReportID, made onrecord.Provenance) (map[onrecord.ReportID]bool, error) {
	plains := make([]string, len(ids))
	for i, id := range ids {
		plains[i] = plain(string(id))
	}
	there, err := collect(ctx, s.pool, readID, "SELECT id FROM reports WHERE id = ANY($1) AND made = $2", plains, store.Digest(made))
	held := make(map[onrecord.ReportID]bool, len(there))
	for _, id := range there {
		held[id] = true
	}
	return held, s.fault("look into", err)
}

// Get gives the entry of a report.
func (s *Store) Get(ctx context.Context, id onrecord.ReportID) (*onrecord.Entry, error) {
	entry, err := s.loadEntry(ctx, "SELECT entry FROM reports WHERE id = $1", plain(string(id)))
	return entry, s.fault("get report "+string(id)+" from", err)
}

// Brief gives some lines of a report.
func (s *Store) Brief(ctx context.Context, id onrecord.ReportID, lines ...string) (*onrecord.Entry, error) {
	entry, err := s.loadPart(ctx, "SELECT entry FROM reports WHERE id = $1", plain(string(id)), lines, s.pack.OpenBrief)
	return entry, s.fault("get report "+string(id)+" from", err)
}

// opener unpacks some lines of an entry.
type opener func(packed []byte, lines []string) (*onrecord.Entry, error)

// loadPart runs a query that gives one packed entry, and opens some lines of it.
func (s *Store) loadPart(ctx context.Context, query string, arg any, lines []string, open opener) (*onrecord.Entry, error) {
	packed, err := s.loadPacked(ctx, query, arg)
	if err != nil {
		return nil, err
	}
	return open(packed, lines)
}

// loadEntry runs a query that gives one packed entry.
func (s *Store) loadEntry(ctx context.Context, query string, arg any) (*onrecord.Entry, error) {
	packed, err := s.loadPacked(ctx, query, arg)
	if err != nil {
		return nil, err
	}
	return s.pack.OpenEntry(packed)
}

func (s *Store) loadPacked(ctx context.Context, query string, arg any) (packed []byte, err error) {
	err = s.pool.QueryRow(ctx, query, arg).Scan(&packed)
	return packed, notFound(err)
}

func notFound(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return store.ErrNotFound
	}
	return err
}

// Page gives the page that a report was read from.
func (s *Store) Page(ctx context.Context, id onrecord.ReportID) (store.Page, error) {
	page, err := s.loadPage(ctx, id)
	return page, s.fault("get page "+string(id)+" from", err)
}

func (s *Store) loadPage(ctx context.Context, id onrecord.ReportID) (page store.Page, err error) {
	var packed []byte
	err = s.pool.QueryRow(ctx, "SELECT media_type, raw, raw_digest, raw_size FROM reports WHERE id = $1", plain(string(id))).
		Scan(&page.MediaType, &packed, &page.Digest, &page.Size)
	if err != nil {
		return store.Page{}, notFound(err)
	}
	if page.DigestOnly = packed == nil; !page.DigestOnly {
		page.Raw, err = s.pack.Open(packed)
	}
	return page, err
}

// Complete gives the ids that start with a prefix, in order: those up to the prefix with a character behind it that is
// behind all of ids.
func (s *Store) Complete(ctx context.Context, prefix string, limit int) ([]onrecord.ReportID, error) {
	const query = "SELECT id FROM reports WHERE id BETWEEN $1 AND $1 || '~' ORDER BY id LIMIT $2"
	ids, err := collect(ctx, s.pool, readID, query, plain(prefix), limit)
	return ids, s.fault("look into", err)
}

func readID(rows pgx.CollectableRow) (id onrecord.ReportID, err error) { return id, rows.Scan(&id) }

// chunk is how many keys are fetched at a time while all entries are given.
const chunk = 256

// Entries gives every entry in the order in which the reports were first put.
func (s *Store) Entries(ctx context.Context) iter.Seq2[*onrecord.Entry, error] {
	return func(yield func(*onrecord.Entry, error) bool) {
		for last := int64(0); ; {
			keys, err := s.keysAfter(ctx, last)
			if err != nil {
				yield(nil, s.fault("read", err))
				return
			}
			if len(keys) == 0 || !s.giveEntries(ctx, keys, yield) {
				return
			}
			last = keys[len(keys)-1]
		}
	}
}

func (s *Store) keysAfter(ctx context.Context, last int64) ([]int64, error) {
	return collect(ctx, s.pool, func(rows pgx.CollectableRow) (key int64, err error) {
		return key, rows.Scan(&key)
	}, "SELECT key FROM reports WHERE key > $1 ORDER BY key LIMIT $2", last, chunk)
}

// giveEntries reports whether the reader wants more.
func (s *Store) giveEntries(ctx context.Context, keys []int64, yield func(*onrecord.Entry, error) bool) bool {
	for _, key := range keys {
		entry, err := s.loadEntry(ctx, "SELECT entry FROM reports WHERE key = $1", key)
		if err = s.fault("read", err); !yield(entry, err) || err != nil {
			return false
		}
	}
	return true
}

// Count tells how much is stored.
func (s *Store) Count(ctx context.Context) (c store.Counts, err error) {
	err = s.pool.QueryRow(ctx, `
SELECT (SELECT count(*) FROM reports), (SELECT count(raw) FROM reports),
  (SELECT count(*) FROM lines WHERE sort = 'statement'), (SELECT count(*) FROM lines WHERE sort = 'event'),
  coalesce((SELECT min(published) FROM reports), ''), coalesce((SELECT max(published) FROM reports), '')`).
		Scan(&c.Reports, &c.Pages, &c.Statements, &c.Events, &c.First, &c.Last)
	return c, s.fault("count", err)
}
