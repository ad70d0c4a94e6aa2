package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"onrecord/store"
)

// pairsOfLines gives the pairs that some lines are in. Where many lines hang together each is in many pairs, so pairs
// are read by the keys of their lines, and then each line once.
func (s *Store) pairsOfLines(ctx context.Context, q store.PairQuery) ([]store.Pair, error) {
	asked, err := askedLines(q.Lines)
	if err != nil {
		return nil, err
	}
	pairs, err := collectPrepared(ctx, s, readKeyed, keyedPairs, asked, q.Sort, q.Kind, q.Share)
	if err != nil || len(pairs) == 0 {
		return nil, err
	}
	ends, err := s.endsOf(ctx, pairs)
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		pairs[i].FromRef, pairs[i].ToRef = ends[pairs[i].From].LineRef, ends[pairs[i].To].LineRef
	}
	slices.SortFunc(pairs, func(a, b store.Pair) int {
		return cmp.Or(compareDays(ends[a.From], ends[b.From]), comparePlaces(ends[a.From], ends[b.From]), comparePlaces(ends[a.To], ends[b.To]),
			cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	if q.Limit > 0 {
		pairs = pairs[:min(q.Limit, len(pairs))]
	}
	return pairs, nil
}

// keyedPairs finds the pairs of the lines that are named in argument 1: a report and a line's id each.
const keyedPairs = `
WITH asked AS (SELECT l.key FROM json_each(?1) s CROSS JOIN reports r ON r.id = s.value ->> 0
  CROSS JOIN lines l ON l.report = r.key AND l.id = s.value ->> 1),
met AS (SELECT p.* FROM asked CROSS JOIN pairs p ON p."from" = asked.key
  UNION ALL SELECT p.* FROM asked CROSS JOIN pairs p ON p."to" = asked.key
  WHERE p."from" NOT IN (SELECT key FROM asked))
SELECT "from", "to", sort, kind, share, why FROM met WHERE ?2 IN ('', sort) AND ?3 IN ('', kind) AND share >= ?4`

func askedLines(lines []store.LineRef) (string, error) {
	names := make([][2]string, 0, len(lines))
	for _, l := range lines {
		names = append(names, [2]string{string(l.Report), l.ID})
	}
	form, err := json.Marshal(names)
	return string(form), err
}

func readKeyed(rows *sql.Rows) (p store.Pair, err error) {
	return p, rows.Scan(&p.From, &p.To, &p.Sort, &p.Kind, &p.Share, &p.Why)
}

// end is a line of a pair with what orders pairs.
type end struct {
	store.LineRef
	day   string // "" if unknown
	start int
}

// endsOf gives the lines of pairs.
func (s *Store) endsOf(ctx context.Context, pairs []store.Pair) (map[store.LineKey]end, error) {
	var keys []store.LineKey
	for i := range pairs {
		keys = append(keys, pairs[i].From, pairs[i].To)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	all := make(map[store.LineKey]end, len(keys))
	_, err := collectPrepared(ctx, s, func(rows *sql.Rows) (e end, err error) {
		err = rows.Scan(&e.Key, &e.Report, &e.Sort, &e.ID, &e.day, &e.start)
		all[e.Key] = e
		return e, err
	}, `SELECT l.key, r.id, l.sort, l.id, coalesce(l.day_from, ''), l.start
FROM json_each(?) k CROSS JOIN lines l ON l.key = k.value CROSS JOIN reports r ON r.key = l.report`,
		listOf(keys, func(key store.LineKey) int64 { return int64(key) }))
	return all, err
}

// compareDays puts the newer day first, an unknown one last.
func compareDays(a, b end) int { return cmp.Compare(b.day, a.day) }

// comparePlaces orders lines by where they stand.
func comparePlaces(a, b end) int {
	return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.start, b.start))
}
