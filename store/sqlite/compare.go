package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"onrecord"
	"onrecord/store"
)

// LineRefs gives the lines of a report.
func (s *Store) LineRefs(ctx context.Context, id onrecord.ReportID) ([]store.LineRef, error) {
	const query = "SELECT l.key, r.id, l.sort, l.id FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ? ORDER BY l.sort = 'event', l.key DESC"
	refs, err := collectAtHome(ctx, s, func(rows *sql.Rows) (ref store.LineRef, err error) {
		return ref, rows.Scan(&ref.Key, &ref.Report, &ref.Sort, &ref.ID)
	}, query, id)
	return refs, s.fault("look into", err)
}

// Around gives at most n postings before and behind each of some places in lists, nearest first, without
// what stands at the place itself. It is one query, and one row a place, however many postings there are:
// rows cost more than what they hold.
func (s *Store) Around(ctx context.Context, places []store.Posting, n int) ([]store.Surroundings, error) {
	var ask strings.Builder
	for i, p := range places {
		fmt.Fprintf(&ask, "%c[%d,%d]", "[,"[min(i, 1)], p.Key, p.Place)
	}
	all, err := collectAtHome(ctx, s, func(rows *sql.Rows) (found store.Surroundings, err error) {
		var i int
		var before, after string
		if err := rows.Scan(&i, &before, &after); err != nil {
			return found, err
		}
		if found.Before, err = readPostings(places[i].Key, before); err == nil {
			found.After, err = readPostings(places[i].Key, after)
		}
		return found, err
	}, aroundQuery, cmp.Or(ask.String(), "[")+"]", n)
	return all, s.fault("look into", err)
}

const aroundQuery = `SELECT s.key,
  (SELECT coalesce(group_concat(place || ' ' || line, ' '), '') FROM
    (SELECT place, line FROM postings WHERE key = s.value ->> 0 AND place < s.value ->> 1 ORDER BY place DESC, line DESC LIMIT ?2)),
  (SELECT coalesce(group_concat(place || ' ' || line, ' '), '') FROM
    (SELECT place, line FROM postings WHERE key = s.value ->> 0 AND place > s.value ->> 1 ORDER BY place, line LIMIT ?2))
FROM json_each(?1) s ORDER BY s.key`

// readPostings reads "place line place line".
func readPostings(key int32, list string) (all []store.Posting, err error) {
	for list != "" {
		var place, line string
		place, list, _ = strings.Cut(list, " ")
		line, list, _ = strings.Cut(list, " ")
		p := store.Posting{Key: key}
		if p.Place, err = strconv.ParseInt(place, 10, 64); err != nil {
			return nil, err
		}
		n, err := strconv.ParseInt(line, 10, 64)
		if err != nil {
			return nil, err
		}
		p.Line = store.LineKey(n)
		all = append(all, p)
	}
	return all, nil
}

// most is how many arguments one query is given, a power of two.
const most = 512

// Notes gives the notes of lines; lines without one are left out.
func (s *Store) Notes(ctx context.Context, lines []store.LineKey) (notes []store.Note, err error) {
	for some := range slices.Chunk(lines, most) {
		in, args := inList(some, noteKey)
		more, err := collectAtHome(ctx, s, func(rows *sql.Rows) (n store.Note, err error) {
			return n, rows.Scan(&n.Line, &n.Body)
		}, "SELECT line, body FROM notes WHERE key IN "+in, args...)
		if err != nil {
			return nil, s.fault("look into", err)
		}
		notes = append(notes, more...)
	}
	return notes, nil
}

// Gists gives the gist of the report of each of some lines, an empty one where it has none.
func (s *Store) Gists(ctx context.Context, lines []store.LineKey) ([]store.Gist, error) {
	known := map[int64]store.Gist{}
	for _, line := range lines {
		known[reportOf(line)] = store.Gist{}
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(known)), most) {
		in, args := inList(some, func(report int64) int64 { return report })
		_, err := collectAtHome(ctx, s, func(rows *sql.Rows) (report int64, err error) {
			var g store.Gist
			err = rows.Scan(&report, &g.Report, &g.Body)
			known[report] = g
			return report, err
		}, "SELECT report, id, body FROM gists WHERE report IN "+in, args...)
		if err != nil {
			return nil, s.fault("look into", err)
		}
	}
	gists := make([]store.Gist, 0, len(lines))
	for _, line := range lines {
		gists = append(gists, known[reportOf(line)])
	}
	return gists, nil
}

// PairsFrom gives the pairs that run from some lines: which two lines they are.
func (s *Store) PairsFrom(ctx context.Context, lines []store.LineKey) (pairs []store.Pair, err error) {
	for some := range slices.Chunk(lines, most) {
		in, args := inList(some, func(l store.LineKey) int64 { return int64(l) })
		more, err := collectAtHome(ctx, s, func(rows *sql.Rows) (p store.Pair, err error) {
			return p, rows.Scan(&p.From, &p.To)
		}, `SELECT "from", "to" FROM pairs WHERE "from" IN `+in+` ORDER BY "from", "to"`, args...)
		if err != nil {
			return nil, s.fault("look into", err)
		}
		pairs = append(pairs, more...)
	}
	return pairs, nil
}

// inList writes a list of keys for a query. The last stands in it until there are as many as a power of two, so
// that few statements serve lists of all lengths.
func inList[T any](all []T, key func(T) int64) (in string, args []any) {
	n := 1 << bits.Len(uint(len(all)-1))
	for i := range n {
		args = append(args, key(all[min(i, len(all)-1)]))
	}
	return "(" + marks(n) + ")", args
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collectAtHome(ctx, s, func(rows *sql.Rows) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT ?", limit)
	return all, s.fault("look into", err)
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }
