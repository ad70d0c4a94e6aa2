package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"slices"

	"onrecord/store"
)

// lists are the lists in which a line stands, at the same place in all of them.
type lists struct {
	line  store.LineKey
	place int64
	keys  []int32 // in order
}

// listsOf gives the lists of each line, from its postings.
func listsOf(postings []store.Posting) map[store.LineKey]lists {
	all := map[store.LineKey]lists{}
	for _, p := range postings {
		all[p.Line] = lists{p.Line, p.Place, append(all[p.Line].keys, p.Key)}
	}
	for _, l := range all {
		slices.Sort(l.keys)
	}
	return all
}

// keySize is the bytes of a packed key.
const keySize = 4

// pack writes the keys, one after the other.
func (l lists) pack() []byte {
	packed := make([]byte, 0, keySize*len(l.keys))
	for _, key := range l.keys {
		packed = binary.BigEndian.AppendUint32(packed, uint32(key))
	}
	return packed
}

func (l lists) postings() []store.Posting {
	all := make([]store.Posting, 0, len(l.keys))
	for _, key := range l.keys {
		all = append(all, store.Posting{Key: key, Place: l.place, Line: l.line})
	}
	return all
}

// asker is what may be asked: readers, or a transaction.
type asker interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// readLists reads rows of line, place and keys.
func readLists(ctx context.Context, from asker, query string, args ...any) ([]lists, error) {
	rows, err := from.QueryContext(ctx, query, args...)
	return collectRows(rows, err, func(rows *sql.Rows) (l lists, err error) {
		var packed []byte
		err = rows.Scan(&l.line, &l.place, &packed)
		for ; len(packed) >= keySize; packed = packed[keySize:] {
			l.keys = append(l.keys, int32(binary.BigEndian.Uint32(packed)))
		}
		return l, err
	})
}

// clearPostings takes the postings of a report out of their lists, and remembers where they stood: who stood
// around them may now be compared.
func clearPostings(ctx context.Context, tx *sql.Tx, report int64) error {
	all, err := readLists(ctx, tx, "SELECT line, place, keys FROM notes WHERE "+ofReport, report)
	if err != nil {
		return err
	}
	for i := range all {
		postings := all[i].postings()
		err := insertAll(ctx, tx, "INSERT OR IGNORE INTO torn (key, place) VALUES (?, ?)", postings,
			func(p store.Posting) []any { return []any{p.Key, p.Place} })
		if err != nil {
			return err
		}
		err = insertAll(ctx, tx, "DELETE FROM postings WHERE key = ? AND place = ? AND line = ?", postings,
			func(p store.Posting) []any { return []any{p.Key, p.Place, p.Line} })
		if err != nil {
			return err
		}
	}
	return nil
}

// Shared gives for each two lines the lists in which both stand, and how many stand between them there, at
// most so many.
func (s *Store) Shared(ctx context.Context, pairs [][2]store.LineKey, most int) ([][]store.SharedList, error) {
	all := make([][]store.SharedList, len(pairs))
	if len(pairs) == 0 {
		return all, nil
	}
	ask, err := s.sharedLists(ctx, pairs)
	if err != nil || len(ask) == 0 {
		return all, s.fault("look into", err)
	}
	form, err := json.Marshal(ask)
	if err != nil {
		return nil, err
	}
	_, err = collectAtHome(ctx, s, func(rows *sql.Rows) (l store.SharedList, err error) {
		var i int
		if err = rows.Scan(&i, &l.Key, &l.Between); err == nil {
			all[i] = append(all[i], l)
		}
		return l, err
	}, sharedQuery, string(form), most)
	return all, s.fault("look into", err)
}

const sharedQuery = `SELECT s.value ->> 0, s.value ->> 1, (SELECT count(*) FROM (SELECT 1 FROM postings p
  WHERE p.key = s.value ->> 1 AND p.place > s.value ->> 2 AND p.place < s.value ->> 3 LIMIT ?2))
FROM json_each(?1) s ORDER BY s.key`

// sharedLists gives a row for each list in which the two lines of a pair stand: the number of the pair, the list's
// key and both places.
func (s *Store) sharedLists(ctx context.Context, pairs [][2]store.LineKey) (ask [][4]int64, err error) {
	lines := make([]store.LineKey, 0, 2*len(pairs))
	for _, two := range pairs {
		lines = append(lines, two[0], two[1])
	}
	slices.Sort(lines)
	known := map[store.LineKey]lists{}
	found, err := readLists(ctx, s.home(), "SELECT n.line, n.place, n.keys FROM json_each(?) j CROSS JOIN notes n ON n.key = j.value",
		listOf(slices.Compact(lines), noteKey))
	if err != nil {
		return nil, err
	}
	for _, l := range found {
		known[l.line] = l
	}
	for i, two := range pairs {
		a, b := known[two[0]], known[two[1]]
		for _, key := range a.keys {
			if _, both := slices.BinarySearch(b.keys, key); both {
				ask = append(ask, [4]int64{int64(i), int64(key), min(a.place, b.place), max(a.place, b.place)})
			}
		}
	}
	return ask, nil
}
