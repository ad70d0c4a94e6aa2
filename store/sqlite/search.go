package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"onrecord"
	"onrecord/store"
)

// The keys of lines are in the order in which hits are shown (see order.go). Where the index of words leads, it is
// asked for this order by its own name of the key: by another it would gather all hits and sort them.
const findLines = "SELECT l.report, l.sort, l.id, l.key FROM %s WHERE %s ORDER BY %s DESC"

// found is a hit before its entry is loaded.
type found struct {
	report   int64
	sort, id string
}

func (f found) hit() found { return f }

// isReportOf tells a report that was found before one of its lines.
func (f found) isReportOf(line found) bool {
	return f.sort == store.ReportLine && f.report == line.report
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
				entry, err = s.entryOf(ctx, hits[i:], q.Brief)
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

// entryOf gives the entry of the first hits, which are of one report.
func (s *Store) entryOf(ctx context.Context, hits []found, isBrief bool) (*onrecord.Entry, error) {
	report := hits[0].report
	if !isBrief {
		return s.loadEntry(ctx, "key = ?", report)
	}
	var lines []string
	for i := 0; i < len(hits) && hits[i].report == report; i++ {
		lines = append(lines, hits[i].id)
	}
	return s.loadBrief(ctx, "key = ?", report, lines)
}

func (s *Store) findLines(ctx context.Context, q store.Query) ([]found, error) {
	where, err := store.Resolve(ctx, s, q.Where)
	if err != nil {
		return nil, err
	}
	if words, _ := splitWords(where); words != "" && q.ByRank { // without words the newest come first
		return s.findRanked(ctx, where, q)
	}
	return s.findNewest(ctx, where, q)
}

// findNewest finds lines in the order of the record.
func (s *Store) findNewest(ctx context.Context, where store.Q, q store.Query) ([]found, error) {
	c, err := newestFirst(where)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // the rest is not looked at
	rows, err := s.read.QueryContext(ctx, c.sql, c.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	most := 0
	if q.Limit > 0 {
		most = q.Skip + q.Limit
	}
	all, err := firstHits(rows, most, readFound)
	return all[min(q.Skip, len(all)):], err
}

// newestFirst writes the query that finds lines in the order of the record.
func newestFirst(where store.Q) (condition, error) {
	if words, _ := splitWords(where); words == "" {
		if talked, rest, ok := splitTalked(where); ok {
			return talkedFirst(talked, rest)
		}
		if days, rest, ok := splitDays(where); ok {
			return daysFirst(days, rest)
		}
	}
	from, c, err := compileFrom(where)
	order := "l.key"
	if from != allLines {
		order = "line_words.rowid"
	}
	c.sql = fmt.Sprintf(findLines, from, c.sql, order)
	return c, err
}

const allLines = "lines l"

// compileFrom writes what a query is asked of. Where the index answers a part of it, it leads: it gives lines in
// the order of their keys.
func compileFrom(q store.Q) (from string, c condition, err error) {
	words, rest := splitWords(q)
	if words == "" {
		c, err = compile(q)
		return allLines, c, err
	}
	c, err = compile(rest)
	c.sql, c.args = "line_words MATCH ? AND "+c.sql, append([]any{words}, c.args...)
	return "line_words CROSS JOIN lines l ON l.key = line_words.rowid", c, err
}

// firstHits reads hits until there are so many; 0 is all. A report, which stands before its lines, is a hit of its own
// only where none of its lines is one.
func firstHits[T interface{ hit() found }](rows *sql.Rows, most int, read func(*sql.Rows) (T, error)) (all []T, err error) {
	for rows.Next() {
		next, err := read(rows)
		if err != nil {
			return nil, err
		}
		n := len(all)
		if n > 0 && all[n-1].hit().isReportOf(next.hit()) {
			all[n-1] = next
			continue
		}
		if most > 0 && n == most {
			break
		}
		all = append(all, next)
	}
	return all, rows.Err()
}

func readFound(rows *sql.Rows) (f found, err error) {
	var key int64 // which orders them
	err = rows.Scan(&f.report, &f.sort, &f.id, &key)
	return f, err
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
	if len(words) == 0 {
		return "", nil
	}
	match, _ = matchExpression(words)
	return match, rest
}
