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

// Around gives at most n postings before and behind each of some places in lists, nearest first, without
// what stands at the place itself.
func (s *Store) Around(ctx context.Context, places []store.Posting, n int) ([]store.Surroundings, error) {
	keys, at := make([]int64, 0, len(places)), make([]int64, 0, len(places))
	for _, p := range places {
		keys, at = append(keys, int64(p.Key)), append(at, p.Place)
	}
	all := make([]store.Surroundings, len(places))
	type row struct {
		i int
		store.Posting
	}
	read := func(query string, into func(*store.Surroundings) *[]store.Posting) error {
		rows, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (r row, err error) {
			return r, rows.Scan(&r.i, &r.Key, &r.Place, &r.Line)
		}, query, keys, at, n)
		for _, r := range rows {
			list := into(&all[r.i-1])
			*list = append(*list, r.Posting)
		}
		return err
	}
	err := read(beforeQuery, func(s *store.Surroundings) *[]store.Posting { return &s.Before })
	if err == nil {
		err = read(afterQuery, func(s *store.Surroundings) *[]store.Posting { return &s.After })
	}
	return all, s.fault("look into", err)
}

const (
	beforeQuery = `SELECT s.i, s.key, p.place, p.line FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS s (key, place, i),
LATERAL (SELECT place, line FROM postings WHERE key = s.key AND place < s.place ORDER BY place DESC, line DESC LIMIT $3) AS p
ORDER BY s.i, p.place DESC, p.line DESC`
	afterQuery = `SELECT s.i, s.key, p.place, p.line FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS s (key, place, i),
LATERAL (SELECT place, line FROM postings WHERE key = s.key AND place > s.place ORDER BY place, line LIMIT $3) AS p
ORDER BY s.i, p.place, p.line`
)

// Shared gives for each two lines the lists in which both stand, and how many stand between them there, at
// most so many.
func (s *Store) Shared(ctx context.Context, pairs [][2]store.LineKey, most int) ([][]store.SharedList, error) {
	first, second := make([]int64, 0, len(pairs)), make([]int64, 0, len(pairs))
	for _, two := range pairs {
		first, second = append(first, int64(two[0])), append(second, int64(two[1]))
	}
	all := make([][]store.SharedList, len(pairs))
	_, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (l store.SharedList, err error) {
		var i int
		if err = rows.Scan(&i, &l.Key, &l.Between); err == nil {
			all[i-1] = append(all[i-1], l)
		}
		return l, err
	}, sharedQuery, first, second, most)
	return all, s.fault("look into", err)
}

const sharedQuery = `SELECT s.i, a.key, (SELECT count(*) FROM (SELECT 1 FROM postings p
  WHERE p.key = a.key AND p.place > least(a.place, b.place) AND p.place < greatest(a.place, b.place) LIMIT $3) AS apart)
FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS s (first, second, i)
JOIN postings a ON a.line = s.first JOIN postings b ON b.line = s.second AND b.key = a.key
ORDER BY s.i, a.key`

// Notes gives the notes of lines; lines without one are left out.
func (s *Store) Notes(ctx context.Context, lines []store.LineKey) ([]store.Note, error) {
	keys := make([]int64, 0, len(lines))
	for _, l := range lines {
		keys = append(keys, int64(l))
	}
	notes, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (n store.Note, err error) {
		return n, rows.Scan(&n.Line, &n.Body)
	}, "SELECT line, body FROM notes WHERE line = ANY($1) ORDER BY line", keys)
	return notes, s.fault("look into", err)
}

// Gists gives the gist of the report of each of some lines, an empty one where it has none.
func (s *Store) Gists(ctx context.Context, lines []store.LineKey) ([]store.Gist, error) {
	keys := make([]int64, 0, len(lines))
	for _, l := range lines {
		keys = append(keys, int64(l))
	}
	gists := make([]store.Gist, len(lines))
	_, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (i int, err error) {
		var g store.Gist
		if err = rows.Scan(&i, &g.Report, &g.Body); err == nil {
			gists[i-1] = g
		}
		return i, err
	}, `SELECT s.i, r.id, g.body FROM unnest($1::bigint[]) WITH ORDINALITY AS s (line, i)
JOIN lines l ON l.key = s.line JOIN gists g ON g.report = l.report JOIN reports r ON r.key = l.report`, keys)
	return gists, s.fault("look into", err)
}

// PairsFrom gives the pairs that run from some lines: which two lines they are.
func (s *Store) PairsFrom(ctx context.Context, lines []store.LineKey) ([]store.Pair, error) {
	keys := make([]int64, 0, len(lines))
	for _, l := range lines {
		keys = append(keys, int64(l))
	}
	pairs, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (p store.Pair, err error) {
		return p, rows.Scan(&p.From, &p.To)
	}, `SELECT "from", "to" FROM pairs WHERE "from" = ANY($1) ORDER BY "from", "to"`, keys)
	return pairs, s.fault("look into", err)
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT $1", limitOf(limit))
	return all, s.fault("look into", err)
}
