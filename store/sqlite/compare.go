package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
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
	refs, err := collect(ctx, s.read, func(rows *sql.Rows) (ref store.LineRef, err error) {
		return ref, rows.Scan(&ref.Key, &ref.Report, &ref.Sort, &ref.ID)
	}, query, id)
	return refs, s.fault("look into", err)
}

// Around gives at most n postings before and behind each of some places in lists, nearest first, without
// what stands at the place itself. It is one query, and one row a place, however many postings there are:
// rows cost more than what they hold.
func (s *Store) Around(ctx context.Context, places []store.Posting, n int) ([]store.Surroundings, error) {
	around, err := s.prepared.ask(ctx, s.read, aroundQuery) //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err != nil {
		return nil, s.fault("look into", err)
	}
	var ask strings.Builder
	for i, p := range places {
		fmt.Fprintf(&ask, "%c[%d,%d]", "[,"[min(i, 1)], p.Key, p.Place)
	}
	rows, err := around.QueryContext(ctx, cmp.Or(ask.String(), "[")+"]", n)
	all, err := collectRows(rows, err, func(rows *sql.Rows) (found store.Surroundings, err error) {
		var i int
		var before, after string
		if err := rows.Scan(&i, &before, &after); err != nil {
			return found, err
		}
		if found.Before, err = readPostings(places[i].Key, before); err == nil {
			found.After, err = readPostings(places[i].Key, after)
		}
		return found, err
	})
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
		more, err := collectPrepared(ctx, s, func(rows *sql.Rows) (n store.Note, err error) {
			err = rows.Scan(&n.Line, &n.Ref.Sort, &n.Ref.ID, &n.Ref.Report, &n.Body)
			n.Ref.Key = n.Line
			return n, err
		}, "SELECT n.line, l.sort, l.id, r.id, n.body FROM notes n JOIN lines l ON l.key = n.line JOIN reports r ON r.key = l.report WHERE n.key IN "+in, args...)
		if err != nil {
			return nil, s.fault("look into", err)
		}
		notes = append(notes, more...)
	}
	return notes, nil
}

// PairsFrom gives the pairs that run from some lines: which two lines they are.
func (s *Store) PairsFrom(ctx context.Context, lines []store.LineKey) (pairs []store.Pair, err error) {
	for some := range slices.Chunk(lines, most) {
		in, args := inList(some, func(l store.LineKey) int64 { return int64(l) })
		more, err := collectPrepared(ctx, s, func(rows *sql.Rows) (p store.Pair, err error) {
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
func inList(lines []store.LineKey, key func(store.LineKey) int64) (in string, args []any) {
	n := 1 << bits.Len(uint(len(lines)-1))
	for i := range n {
		args = append(args, key(lines[min(i, len(lines)-1)]))
	}
	return "(" + marks(n) + ")", args
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT ?", limit)
	return all, s.fault("look into", err)
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }
