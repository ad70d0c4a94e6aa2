package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"onrecord"
	"onrecord/store"
)

// LineRefs gives the lines of a report.
func (s *Store) LineRefs(ctx context.Context, id onrecord.ReportID) ([]store.LineRef, error) {
	const query = "SELECT l.key, r.id, l.sort, l.id FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ? ORDER BY l.key"
	refs, err := collect(ctx, s.read, func(rows *sql.Rows) (ref store.LineRef, err error) {
		return ref, rows.Scan(&ref.Key, &ref.Report, &ref.Sort, &ref.ID)
	}, query, id)
	return refs, s.fault("look into", err)
}

// Around gives at most n postings before and behind a place in a list, nearest first, without
// what stands at the place itself.
func (s *Store) Around(ctx context.Context, key, place int64, n int) (before, after []store.Posting, err error) {
	read := func(query *sql.Stmt) ([]store.Posting, error) {
		rows, err := query.QueryContext(ctx, key, place, n)
		return collectRows(rows, err, func(rows *sql.Rows) (p store.Posting, err error) {
			p.Key = key
			return p, rows.Scan(&p.Place, &p.Line)
		})
	}
	prepared, err := s.around()
	if err != nil {
		return nil, nil, s.fault("look into", err)
	}
	if before, err = read(prepared.before); err == nil {
		after, err = read(prepared.after)
	}
	return before, after, s.fault("look into", err)
}

// aroundQueries are prepared once: they run for every posting.
type aroundQueries struct{ before, after *sql.Stmt }

func prepareAround(ctx context.Context, db *sql.DB) (q aroundQueries, err error) {
	if q.before, err = db.PrepareContext(ctx, "SELECT place, line FROM postings WHERE key = ? AND place < ? ORDER BY place DESC, line DESC LIMIT ?"); err != nil {
		return q, err
	}
	q.after, err = db.PrepareContext(ctx, "SELECT place, line FROM postings WHERE key = ? AND place > ? ORDER BY place, line LIMIT ?")
	return q, err
}

// Between counts the postings between two places of a list, up to a limit.
func (s *Store) Between(ctx context.Context, key, from, to int64, limit int) (n int, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM postings WHERE key = ? AND place > ? AND place < ? LIMIT ?)",
		key, from, to, limit).Scan(&n)
	return n, s.fault("look into", err)
}

// most is how many arguments one query is given.
const most = 500

// Notes gives the notes of lines; lines without one are left out.
func (s *Store) Notes(ctx context.Context, lines []store.LineKey) (notes []store.Note, err error) {
	for len(lines) > 0 && err == nil {
		some := lines[:min(most, len(lines))]
		lines = lines[len(some):]
		var more []store.Note
		more, err = collect(ctx, s.read, func(rows *sql.Rows) (n store.Note, err error) {
			err = rows.Scan(&n.Line, &n.Ref.Sort, &n.Ref.ID, &n.Ref.Report, &n.Body)
			n.Ref.Key = n.Line
			return n, err
		}, "SELECT n.line, l.sort, l.id, r.id, n.body FROM notes n JOIN lines l ON l.key = n.line JOIN reports r ON r.key = l.report WHERE n.line IN ("+marks(len(some))+")", keysOf(some)...)
		notes = append(notes, more...)
	}
	return notes, s.fault("look into", err)
}

// Postings gives the postings of a line.
func (s *Store) Postings(ctx context.Context, line store.LineKey) ([]store.Posting, error) {
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (p store.Posting, err error) {
		p.Line = line
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM postings WHERE line = ? ORDER BY key, place", line)
	return all, s.fault("look into", err)
}

// HasPair reports whether there is a pair of two lines, in either direction.
func (s *Store) HasPair(ctx context.Context, a, b store.LineKey) (has bool, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM pairs WHERE "from" = ?1 AND "to" = ?2 OR "from" = ?2 AND "to" = ?1)`, a, b).Scan(&has)
	return has, s.fault("look into", err)
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT ?", limit)
	return all, s.fault("look into", err)
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func keysOf(lines []store.LineKey) []any {
	args := make([]any, 0, len(lines))
	for _, l := range lines {
		args = append(args, l)
	}
	return args
}
