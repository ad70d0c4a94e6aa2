package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
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

// Notes gives the notes of lines; lines without one are left out.
func (s *Store) Notes(ctx context.Context, lines []store.LineKey) ([]store.Note, error) {
	notes, err := collectAtHome(ctx, s, func(rows *sql.Rows) (n store.Note, err error) {
		return n, rows.Scan(&n.Line, &n.Body)
	}, "SELECT n.line, n.body FROM json_each(?) j CROSS JOIN notes n ON n.key = j.value", listOf(lines, noteKey))
	return notes, s.fault("look into", err)
}

// Gists gives the gist of the report of each of some lines, an empty one where it has none.
func (s *Store) Gists(ctx context.Context, lines []store.LineKey) ([]store.Gist, error) {
	reports := make([]int64, 0, len(lines))
	for _, line := range lines {
		reports = append(reports, reportOf(line))
	}
	slices.Sort(reports)
	found, err := collectAtHome(ctx, s, func(rows *sql.Rows) (list string, err error) { return list, rows.Scan(&list) },
		"SELECT coalesce(group_concat(g.report || ' ' || hex(g.id) || ' ' || hex(g.body), ' '), '') FROM json_each(?) j CROSS JOIN gists g ON g.report = j.value",
		listOf(slices.Compact(reports), func(report int64) int64 { return report }))
	if err != nil {
		return nil, s.fault("look into", err)
	}
	known, err := readGists(found[0])
	gists := make([]store.Gist, 0, len(lines))
	for _, line := range lines {
		gists = append(gists, known[reportOf(line)])
	}
	return gists, s.fault("look into", err)
}

// readGists reads "number id body number id body", the latter two in hexadecimal: one row is read faster than hundreds of short ones.
func readGists(list string) (map[int64]store.Gist, error) {
	fields := strings.Split(list, " ")
	known := make(map[int64]store.Gist, len(fields)/3)
	for ; len(fields) >= 3; fields = fields[3:] {
		report, err := strconv.ParseInt(fields[0], 10, 64)
		if err != nil {
			return nil, err
		}
		id, err := hex.DecodeString(fields[1])
		if err != nil {
			return nil, err
		}
		body, err := hex.DecodeString(fields[2])
		if err != nil {
			return nil, err
		}
		known[report] = store.Gist{Report: onrecord.ReportID(id), Body: body}
	}
	return known, nil
}

// PairsFrom gives the pairs that run from some lines: which two lines they are.
func (s *Store) PairsFrom(ctx context.Context, lines []store.LineKey) ([]store.Pair, error) {
	pairs, err := collectAtHome(ctx, s, func(rows *sql.Rows) (p store.Pair, err error) {
		return p, rows.Scan(&p.From, &p.To)
	}, `SELECT p."from", p."to" FROM json_each(?) j CROSS JOIN pairs p ON p."from" = j.value ORDER BY p."from", p."to"`,
		listOf(lines, func(l store.LineKey) int64 { return int64(l) }))
	return pairs, s.fault("look into", err)
}

// listOf writes keys as JSON, so that one statement serves lists of all lengths.
func listOf[T any](all []T, key func(T) int64) string {
	list := []byte{'['}
	for i, one := range all {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, key(one), 10)
	}
	return string(append(list, ']'))
}

// Torn gives at most limit places from which a line went.
func (s *Store) Torn(ctx context.Context, limit int) ([]store.Posting, error) {
	all, err := collectAtHome(ctx, s, func(rows *sql.Rows) (p store.Posting, err error) {
		return p, rows.Scan(&p.Key, &p.Place)
	}, "SELECT key, place FROM torn ORDER BY key, place LIMIT ?", limit)
	return all, s.fault("look into", err)
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }
