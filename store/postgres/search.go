package postgres

import (
	"context"
	"fmt"
	"iter"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// A report is a hit of its own only where none of its lines is one.
const findLines = `
WITH hit AS (SELECT l.key, l.report, l.sort, l.id, l.start, %s AS weight FROM lines l WHERE %s),
placed AS (SELECT hit.*, row_number() OVER (ORDER BY r.published DESC NULLS LAST, hit.report, hit.start, hit.key) AS place
  FROM hit JOIN reports r ON r.key = hit.report
  WHERE hit.sort <> 'report' OR hit.report NOT IN (SELECT report FROM hit WHERE sort <> 'report'))
SELECT report, sort, id FROM placed ORDER BY CASE WHEN place <= %s THEN weight ELSE -1 END DESC, place
LIMIT %s OFFSET %s`

// Search gives the lines that a query asks for. See [store.Store].
func (s *Store) Search(ctx context.Context, q store.Query) iter.Seq2[store.Hit, error] {
	return func(yield func(store.Hit, error) bool) {
		all, err := s.findLines(ctx, q)
		if err != nil {
			yield(store.Hit{}, s.fault("search", err))
			return
		}
		for hit, err := range store.HitsOf(all, s.readerOf(ctx, q)) {
			if !yield(hit, s.fault("search", err)) {
				return
			}
		}
	}
}

// readerOf reads of entries, by the numbers of their reports, as much as a query asks for.
func (s *Store) readerOf(ctx context.Context, q store.Query) func(int64, []string) (*onrecord.Entry, error) {
	const query = "SELECT entry FROM reports WHERE key = $1"
	return func(report int64, lines []string) (*onrecord.Entry, error) {
		switch {
		case q.Bare:
			return s.loadPart(ctx, query, report, lines, s.pack.OpenBare)
		case q.Brief:
			return s.loadPart(ctx, query, report, lines, s.pack.OpenBrief)
		}
		return s.loadEntry(ctx, query, report)
	}
}

func (s *Store) findLines(ctx context.Context, q store.Query) ([]store.Found, error) {
	resolved, err := store.Resolve(ctx, s, q.Where)
	if err != nil {
		return nil, err
	}
	var c compiler
	where, err := c.compile(resolved)
	if err != nil {
		return nil, err
	}
	weight := "0"
	if q.ByRank && len(c.terms) > 0 {
		weight = "ts_rank(l.terms, " + c.arg(anyOf(c.terms)) + "::tsquery, 1)" // 1: a long text is no better for its length
	}
	return collect(ctx, s.pool, func(rows pgx.CollectableRow) (f store.Found, err error) {
		return f, rows.Scan(&f.Report, &f.Sort, &f.ID)
	}, fmt.Sprintf(findLines, weight, where, c.arg(store.MostRanked), c.arg(limitOf(q.Limit))+"::bigint", c.arg(q.Skip)), c.args...)
}

// limitOf is NULL for no limit.
func limitOf(n int) *int64 {
	if n <= 0 {
		return nil
	}
	limit := int64(n)
	return &limit
}
