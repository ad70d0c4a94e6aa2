package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// LineRefs gives the lines of a report.
func (s *Store) LineRefs(ctx context.Context, id onrecord.ReportID) ([]store.LineRef, error) {
	const query = "SELECT l.key, r.id, l.sort, l.id FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = $1 ORDER BY l.key"
	refs, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (ref store.LineRef, err error) {
		return ref, rows.Scan(&ref.Key, &ref.Report, &ref.Sort, &ref.ID)
	}, query, plain(string(id)))
	return refs, s.fault("look into", err)
}

// Around gives at most n postings before and behind a place in a list, nearest first, without
// what stands at the place itself.
func (s *Store) Around(ctx context.Context, key, place int64, n int) (before, after []store.Posting, err error) {
	read := func(query string) ([]store.Posting, error) {
		return collect(ctx, s.pool, func(rows pgx.CollectableRow) (p store.Posting, err error) {
			p.Key = key
			return p, rows.Scan(&p.Place, &p.Line)
		}, query, key, place, n)
	}
	before, err = read("SELECT place, line FROM postings WHERE key = $1 AND place < $2 ORDER BY place DESC, line DESC LIMIT $3")
	if err == nil {
		after, err = read("SELECT place, line FROM postings WHERE key = $1 AND place > $2 ORDER BY place, line LIMIT $3")
	}
	return before, after, s.fault("look into", err)
}

// Between counts the postings between two places of a list, up to a limit.
func (s *Store) Between(ctx context.Context, key, from, to int64, limit int) (n int, err error) {
	err = s.pool.QueryRow(ctx, "SELECT count(*) FROM (SELECT FROM postings WHERE key = $1 AND place > $2 AND place < $3 LIMIT $4) AS some",
		key, from, to, limit).Scan(&n)
	return n, s.fault("look into", err)
}

// Notes gives the notes of lines; lines without one are left out.
func (s *Store) Notes(ctx context.Context, lines []store.LineKey) ([]store.Note, error) {
	keys := make([]int64, 0, len(lines))
	for _, l := range lines {
		keys = append(keys, int64(l))
	}
	notes, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (n store.Note, err error) {
		err = rows.Scan(&n.Line, &n.Ref.Sort, &n.Ref.ID, &n.Ref.Report, &n.Body)
		n.Ref.Key = n.Line
		return n, err
	}, `SELECT n.line, l.sort, l.id, r.id, n.body FROM notes n JOIN lines l ON l.key = n.line JOIN reports r ON r.key = l.report
WHERE n.line = ANY($1) ORDER BY n.line`, keys)
	return notes, s.fault("look into", err)
}

// Postings gives the postings of a line.
func (s *Store) Postings(ctx context.Context, line store.LineKey) ([]store.Posting, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (p store.Posting, err error) {
		p.Line = line
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM postings WHERE line = $1 ORDER BY key, place", int64(line))
	return all, s.fault("look into", err)
}

// HasPair reports whether there is a pair of two lines, in either direction.
func (s *Store) HasPair(ctx context.Context, a, b store.LineKey) (has bool, err error) {
	err = s.pool.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pairs WHERE "from" = $1 AND "to" = $2 OR "from" = $2 AND "to" = $1)`, int64(a), int64(b)).Scan(&has)
	return has, s.fault("look into", err)
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT $1", limitOf(limit))
	return all, s.fault("look into", err)
}
