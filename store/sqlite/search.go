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

// isReportOf tells a report that was found before one of its lines.
func isReportOf(f, line store.Found) bool {
	return f.Sort == store.ReportLine && f.Report == line.Report
}

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
	return func(report int64, lines []string) (*onrecord.Entry, error) {
		switch {
		case q.Bare:
			return s.loadPart(ctx, "key = ?", report, lines, s.pack.OpenBare)
		case q.Brief:
			return s.loadPart(ctx, "key = ?", report, lines, s.pack.OpenBrief)
		}
		return s.loadEntry(ctx, "key = ?", report)
	}
}

func (s *Store) findLines(ctx context.Context, q store.Query) ([]store.Found, error) {
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
func (s *Store) findNewest(ctx context.Context, where store.Q, q store.Query) ([]store.Found, error) {
	c, err := s.newestFirst(ctx, where)
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
	all, err := firstHits(rows, most, readFound, func(last, next store.Found) bool { return last == next || isReportOf(last, next) })
	return all[min(q.Skip, len(all)):], err
}

// newestFirst writes the query that finds lines in the order of the record.
func (s *Store) newestFirst(ctx context.Context, where store.Q) (condition, error) {
	if words, _ := splitWords(where); words == "" {
		if c, ok, err := s.listsFirst(ctx, where); ok || err != nil {
			return c, err
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

// listsFirst writes it for a query with a condition whose lines stand in lists of their own.
func (s *Store) listsFirst(ctx context.Context, where store.Q) (c condition, ok bool, err error) {
	if talked, rest, ok := splitTalked(where); ok {
		c, err = talkedFirst(talked, rest)
		return c, true, err
	}
	if days, rest, ok := splitDays(where); ok {
		c, err = daysFirst(days, rest)
		return c, true, err
	}
	if toward, rest, ok := splitToward(where); ok {
		c, err = towardFirst(toward, rest)
		return c, true, err
	}
	if topic, rest, isTopic := splitTopic(where); isTopic {
		if ok, err = s.isCommon(ctx, topic); ok {
			c, err = topicFirst(topic, rest)
		}
	}
	return c, ok, err
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

// firstHits reads hits until there are so many; 0 is all. One that yields to the next is none: a line that stands in
// several lists comes several times, one after the other, and a report, which stands before its lines, is a hit of its
// own only where none of its lines is one.
func firstHits[T any](rows *sql.Rows, most int, read func(*sql.Rows) (T, error), yields func(last, next T) bool) (all []T, err error) {
	for rows.Next() {
		next, err := read(rows)
		if err != nil {
			return nil, err
		}
		n := len(all)
		if n > 0 && yields(all[n-1], next) {
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

func readFound(rows *sql.Rows) (f store.Found, err error) {
	var key int64 // which orders them
	err = rows.Scan(&f.Report, &f.Sort, &f.ID, &key)
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

// splitOff takes the first condition of a kind from those that must all hold.
func splitOff[C store.Q](q store.Q, isWanted func(C) bool) (wanted C, rest store.And, ok bool) {
	if wanted, ok = q.(C); ok {
		return wanted, nil, isWanted(wanted)
	}
	all, _ := q.(store.And)
	for i, one := range all {
		if c, ok := one.(C); ok && isWanted(c) {
			return c, append(append(rest, all[:i]...), all[i+1:]...), true
		}
	}
	return wanted, nil, false
}
