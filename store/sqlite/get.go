package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"onrecord"
	"onrecord/store"
)

// Holds reports whether an entry of this report and provenance is there.
func (s *Store) Holds(ctx context.Context, id onrecord.ReportID, made onrecord.Provenance) (bool, error) {
	var held bool
	err := s.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM reports WHERE id = ? AND made = ?)",
		id, store.Digest(made)).Scan(&held)
	return held, s.fault("look into", err)
}

// Get gives the entry of a report.
func (s *Store) Get(ctx context.Context, id onrecord.ReportID) (*onrecord.Entry, error) {
	entry, err := s.loadEntry(ctx, "id = ?", id)
	return entry, s.fault("get report "+string(id)+" from", err)
}

// Brief gives some lines of a report.
func (s *Store) Brief(ctx context.Context, id onrecord.ReportID, lines ...string) (*onrecord.Entry, error) {
	entry, err := s.loadPart(ctx, "id = ?", id, lines, s.pack.OpenBrief)
	return entry, s.fault("get report "+string(id)+" from", err)
}

// opener unpacks some lines of an entry.
type opener func(packed []byte, lines []string) (*onrecord.Entry, error)

// loadPart gives some lines of the report that a condition on table reports names.
func (s *Store) loadPart(ctx context.Context, where string, arg any, lines []string, open opener) (*onrecord.Entry, error) {
	found, err := collectPrepared(ctx, s, func(rows *sql.Rows) (*onrecord.Entry, error) {
		var packed sql.RawBytes // which is no copy
		if err := rows.Scan(&packed); err != nil {
			return nil, err
		}
		return open(packed, lines)
	}, "SELECT entry FROM reports WHERE "+where, arg)
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, store.ErrNotFound
	}
	return found[0], nil
}

func notFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
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
	err = s.read.QueryRowContext(ctx, "SELECT media_type, raw, raw_digest, raw_size FROM reports WHERE id = ?", id).
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
	const query = "SELECT id FROM reports WHERE id BETWEEN ?1 AND ?1 || '~' ORDER BY id LIMIT ?2"
	ids, err := collect(ctx, s.read, func(rows *sql.Rows) (id onrecord.ReportID, err error) {
		return id, rows.Scan(&id)
	}, query, prefix, limit)
	return ids, s.fault("look into", err)
}

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
			if len(keys) == 0 {
				return
			}
			if !s.giveEntries(ctx, keys, yield) {
				return
			}
			last = keys[len(keys)-1]
		}
	}
}

func (s *Store) keysAfter(ctx context.Context, last int64) ([]int64, error) {
	return collect(ctx, s.read, func(rows *sql.Rows) (key int64, err error) {
		return key, rows.Scan(&key)
	}, "SELECT key FROM reports WHERE key > ? ORDER BY key LIMIT ?", last, chunk)
}

// giveEntries reports whether the reader wants more.
func (s *Store) giveEntries(ctx context.Context, keys []int64, yield func(*onrecord.Entry, error) bool) bool {
	for _, key := range keys {
		var made string
		entry, err := s.unpackEntry(ctx, "key = ?", key, &made)
		if err = s.fault("read", err); !yield(entry, err) || err != nil {
			return false
		}
	}
	return true
}

// Count tells how much is stored.
func (s *Store) Count(ctx context.Context) (c store.Counts, err error) {
	var first, last sql.NullString
	err = s.read.QueryRowContext(ctx, "SELECT count(*), count(raw), min(published), max(published) FROM reports").
		Scan(&c.Reports, &c.Pages, &first, &last)
	if err == nil {
		err = s.read.QueryRowContext(ctx, `SELECT coalesce(sum(n) FILTER (WHERE sort = 'statement'), 0), coalesce(sum(n) FILTER (WHERE sort = 'event'), 0)
FROM talk WHERE "by" = '' AND about = ''`).
			Scan(&c.Statements, &c.Events)
	}
	c.First, c.Last = onrecord.Date(first.String), onrecord.Date(last.String)
	return c, s.fault("count", err)
}

// collect runs a query and reads each of its rows.
func collect[T any](ctx context.Context, db *sql.DB, read func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	return collectRows(rows, err, read)
}

func collectRows[T any](rows *sql.Rows, err error, read func(*sql.Rows) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := read(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
