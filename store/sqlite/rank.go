package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"

	"onrecord/store"
)

// mostParts is how many alternatives of a query are weighed.
const mostParts = 8

// weighed is a hit, by its key, with what it is ranked by.
type weighed struct {
	key    store.LineKey
	met    int // how many of the alternatives hold
	length int // of its text, in words
}

// findRanked gives first what meets most of the alternatives that a query names, and of those the shortest, which say
// little else.
func (s *Store) findRanked(ctx context.Context, where store.Q, q store.Query) ([]store.Found, error) {
	ranked, err := s.candidates(ctx, where)
	if err != nil {
		return nil, err
	}
	if err := s.weigh(ctx, ranked, partsOf(where)); err != nil {
		return nil, err
	}
	slices.SortStableFunc(ranked, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.met, a.met), cmp.Compare(a.length, b.length)) })
	asked := ranked[min(q.Skip, len(ranked)):]
	if q.Limit > 0 {
		asked = asked[:min(q.Limit, len(asked))]
	}
	all, err := s.foundAt(ctx, asked)
	if err != nil || len(ranked) < store.MostRanked || q.Limit > 0 && len(all) == q.Limit {
		return all, err
	}
	rest := store.Query{Skip: max(q.Skip, store.MostRanked), Limit: max(q.Limit-len(all), 0)}
	more, err := s.findNewest(ctx, where, rest)
	return append(all, more...), err
}

// candidates gives the newest hits in the order of the record. Their lines are looked at only where a condition asks for
// more than words.
func (s *Store) candidates(ctx context.Context, where store.Q) ([]weighed, error) {
	words, rest := splitWords(where)
	c, err := compile(rest)
	if err != nil {
		return nil, err
	}
	from := "line_words"
	if len(rest) > 0 {
		from += " CROSS JOIN lines l ON l.key = line_words.rowid"
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // the rest is not looked at
	rows, err := s.read.QueryContext(ctx, "SELECT line_words.rowid, d.sz FROM "+from+` CROSS JOIN line_words_docsize d ON d.id = line_words.rowid
WHERE line_words MATCH ? AND `+c.sql+" ORDER BY line_words.rowid DESC", append([]any{words}, c.args...)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return firstHits(rows, store.MostRanked, readWeighed, func(last, next weighed) bool {
		return isReport(last.key) && reportOf(last.key) == reportOf(next.key)
	})
}

func readWeighed(rows *sql.Rows) (w weighed, err error) {
	var sizes sql.RawBytes
	err = rows.Scan(&w.key, &sizes)
	length, _ := binary.Uvarint(sizes) // the first column is the text
	w.length = int(length)
	return w, err
}

// foundAt gives the lines of hits, in their order.
func (s *Store) foundAt(ctx context.Context, hits []weighed) ([]store.Found, error) {
	const query = "SELECT l.report, l.sort, l.id, l.key FROM json_each(?) j CROSS JOIN lines l ON l.key = j.value ORDER BY j.key"
	return collectPrepared(ctx, s, readFound, query, listOf(hits, func(w weighed) int64 { return int64(w.key) }))
}

// weigh counts which of several alternatives hold for each hit.
func (s *Store) weigh(ctx context.Context, hits []weighed, parts []string) error {
	if len(hits) == 0 || len(parts) < 2 {
		return nil
	}
	at := make(map[store.LineKey]int, len(hits))
	for i := range hits {
		at[hits[i].key] = i
	}
	for _, part := range parts {
		keys, err := collect(ctx, s.read, func(rows *sql.Rows) (key store.LineKey, err error) { return key, rows.Scan(&key) },
			"SELECT rowid FROM line_words WHERE line_words MATCH ? AND rowid BETWEEN ? AND ?", part, hits[len(hits)-1].key, hits[0].key)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if i, known := at[key]; known {
				hits[i].met++
			}
		}
	}
	return nil
}

// partsOf gives the alternatives among the words of a query. Of several names of one actor none counts by itself.
func partsOf(q store.Q) (parts []string) {
	switch q := q.(type) {
	case store.And:
		for _, one := range q {
			parts = append(parts, partsOf(one)...)
		}
	case store.Or:
		if areNames(q) {
			return nil
		}
		for _, one := range q {
			if match, ok := matchExpression(one); ok {
				parts = append(parts, match)
			}
		}
	}
	return parts[:min(mostParts, len(parts))]
}

func areNames(all store.Or) bool {
	return !slices.ContainsFunc(all, func(q store.Q) bool {
		_, isName := q.(store.Name)
		return !isName
	})
}
