package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"onrecord"
	"onrecord/store"
)

// A report is a hit of its own only where none of its lines is one.
const findLines = `
WITH hit AS (SELECT l.key, l.report, l.sort, l.id, l.start FROM lines l WHERE %s)
SELECT hit.report, hit.sort, hit.id FROM hit JOIN reports r ON r.key = hit.report
WHERE hit.sort <> 'report' OR hit.report NOT IN (SELECT report FROM hit WHERE sort <> 'report')
ORDER BY r.published IS NULL, r.published DESC, hit.report, hit.start, hit.key
LIMIT ? OFFSET ?`

// The same with the weight of the words: those of a name count more than those of a text. The
// index gives smaller numbers to what fits better.
const findRanked = `
WITH hit AS (SELECT l.key, l.report, l.sort, l.id, l.start, bm25(line_words, 1, 2, 1, 1, 1, 2, 2, 1, 1) AS weight
  FROM line_words JOIN lines l ON l.key = line_words.rowid WHERE line_words MATCH ? AND %s)
SELECT hit.report, hit.sort, hit.id FROM hit JOIN reports r ON r.key = hit.report
WHERE hit.sort <> 'report' OR hit.report NOT IN (SELECT report FROM hit WHERE sort <> 'report')
ORDER BY hit.weight, r.published IS NULL, r.published DESC, hit.report, hit.start, hit.key
LIMIT ? OFFSET ?`

// found is a hit before its entry is loaded.
type found struct {
	report   int64
	sort, id string
}

// Search gives the lines that a query asks for. See [store.Store].
func (s *Store) Search(ctx context.Context, q store.Query) iter.Seq2[store.Hit, error] {
	return func(yield func(store.Hit, error) bool) {
		hits, err := s.findLines(ctx, q)
		if err != nil {
			yield(store.Hit{}, s.fault("search", err))
			return
		}
		var entry *onrecord.Entry
		for i, hit := range hits { // by date, the hits of one report stand together
			if i == 0 || hit.report != hits[i-1].report {
				entry, err = s.loadEntry(ctx, "SELECT entry FROM reports WHERE key = ?", hit.report)
			}
			if err != nil {
				yield(store.Hit{}, s.fault("search", err))
				return
			}
			if !yield(store.HitIn(entry, hit.sort, hit.id), nil) {
				return
			}
		}
	}
}

func (s *Store) findLines(ctx context.Context, q store.Query) ([]found, error) {
	resolved, err := store.Resolve(ctx, s, q.Where)
	if err != nil {
		return nil, err
	}
	ask, args, err := findQuery(resolved, q.ByRank)
	if err != nil {
		return nil, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = -1
	}
	return collect(ctx, s.read, func(rows *sql.Rows) (f found, err error) {
		return f, rows.Scan(&f.report, &f.sort, &f.id)
	}, ask, append(args, limit, q.Skip)...)
}

// findQuery writes the SQL of a search. Only words have a weight; without any the newest come first.
func findQuery(q store.Q, byRank bool) (ask string, args []any, err error) {
	words, rest := splitWords(q)
	if words == "" || !byRank {
		where, err := compile(q)
		return fmt.Sprintf(findLines, where.sql), where.args, err
	}
	where, err := compile(rest)
	return fmt.Sprintf(findRanked, where.sql), append([]any{words}, where.args...), err
}

// splitWords takes from a query what the index answers by itself.
func splitWords(q store.Q) (match string, rest store.And) {
	if match, ok := matchExpression(q); ok {
		return match, nil
	}
	all, isAnd := q.(store.And)
	if !isAnd {
		return "", nil
	}
	var words store.And
	for _, one := range all {
		if _, ok := matchExpression(one); ok {
			words = append(words, one)
		} else {
			rest = append(rest, one)
		}
	}
	match, _ = matchExpression(words)
	return match, rest
}
