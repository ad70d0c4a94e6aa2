package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"onrecord/store"
)

// Sums are those of this file.
func (s *Store) Sums() store.Sums { return s }

// sums are added up over the rows of a report, which is argument 1; argument 2 is 1 for a report that comes and -1 for
// one that goes. What has come to nothing is then deleted.
var sums = []struct{ add, clean string }{
	{
		`INSERT INTO full_names SELECT id, name, ?2 FROM actors WHERE report = ?1 ON CONFLICT DO UPDATE SET n = n + excluded.n`,
		`DELETE FROM full_names WHERE (actor, name) IN (SELECT id, name FROM actors WHERE report = ?1) AND n = 0`,
	},
	{
		`INSERT INTO doers SELECT doer, ?2 * count(*) FROM lines WHERE report = ?1 AND doer <> '' AND doer NOT LIKE 'unnamed/%' GROUP BY 1
ON CONFLICT DO UPDATE SET n = n + excluded.n`,
		`DELETE FROM doers WHERE actor IN (SELECT doer FROM lines WHERE report = ?1) AND n = 0`,
	},
	{
		`INSERT INTO parties SELECT doer, recipient, ?2 * count(*) FROM lines WHERE report = ?1 AND doer > '' AND recipient > '' GROUP BY 1, 2
ON CONFLICT DO UPDATE SET n = n + excluded.n`,
		`DELETE FROM parties WHERE (doer, recipient) IN (SELECT doer, recipient FROM lines WHERE report = ?1) AND n = 0`,
	},
	{
		`INSERT INTO days SELECT coalesce(day_from, ''), coalesce(day_to, ''), sort, coalesce(kind, type, ''), ?2 * count(*)
FROM lines WHERE report = ?1 AND sort <> 'report' GROUP BY 1, 2, 3, 4 ON CONFLICT DO UPDATE SET n = n + excluded.n`,
		`DELETE FROM days WHERE ("from", "to", sort, what) IN
(SELECT coalesce(day_from, ''), coalesce(day_to, ''), sort, coalesce(kind, type, '') FROM lines WHERE report = ?1) AND n = 0`,
	},
}

// addSums counts the rows of a report that was just written. As in insertAll, nobody watches each step for its end.
func addSums(ctx context.Context, tx *sql.Tx, report int64) error {
	ctx = context.WithoutCancel(ctx)
	for _, s := range sums {
		if _, err := tx.ExecContext(ctx, s.add, report, 1); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, addSpans, report)
	return err
}

// addSpans puts the lines of a report that are of several days under the years that they touch.
const addSpans = `INSERT INTO spans
WITH RECURSIVE long (line, year, last) AS (
  SELECT key, CAST(substr(day_from, 1, 4) AS INTEGER), CAST(substr(day_to, 1, 4) AS INTEGER)
  FROM lines WHERE report = ?1 AND day_to > day_from),
touched (line, year, last) AS (
  SELECT line, year, last FROM long WHERE last - year < 100
  UNION ALL SELECT line, year + 1, last FROM touched WHERE year < last)
SELECT printf('%04d', year), line FROM touched UNION ALL SELECT '', line FROM long WHERE last - year >= 100`

// clearSums takes a report out of all that is counted, before its rows go.
func (s *Store) clearSums(ctx context.Context, tx *sql.Tx, report int64) error {
	var packed []byte
	if err := tx.QueryRowContext(ctx, "SELECT entry FROM reports WHERE key = ?", report).Scan(&packed); err != nil {
		return err
	}
	entry, err := s.pack.OpenEntry(packed)
	if err != nil {
		return err
	}
	for _, s := range sums {
		for _, step := range []string{s.add, s.clean} {
			if _, err := tx.ExecContext(ctx, step, report, -1); err != nil {
				return err
			}
		}
	}
	lines := store.Lines(entry)
	if err := clearSides(ctx, tx, report, lines); err != nil {
		return err
	}
	if err := addTalk(ctx, tx, store.Talks(entry, lines), -1); err != nil {
		return err
	}
	for _, add := range []func(context.Context, *sql.Tx, []store.Voice, int) error{addVoices, addHeard} {
		if err := add(ctx, tx, store.Voices(entry), -1); err != nil {
			return err
		}
	}
	return addNames(ctx, tx, store.ActorNames(entry), -1)
}

// addNames counts by how many reports actors are called so; a negative sign takes one out again.
func addNames(ctx context.Context, tx *sql.Tx, all []store.ActorName, sign int) error {
	known := map[store.ActorName]bool{}
	all = slices.DeleteFunc(all, func(n store.ActorName) bool {
		again := known[n]
		known[n] = true
		return again
	})
	row := func(n store.ActorName) []any { return []any{n.Name, n.Actor, sign} }
	err := insertAll(ctx, tx, "INSERT INTO actor_names (name, actor, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", all, row)
	if err != nil || sign > 0 {
		return err
	}
	return insertAll(ctx, tx, "DELETE FROM actor_names WHERE name = ? AND actor = ? AND n = 0", all, func(n store.ActorName) []any { return row(n)[:2] })
}

// addVoices counts who has which role and who speaks for whom; a negative sign takes them out again.
func addVoices(ctx context.Context, tx *sql.Tx, all []store.Voice, sign int) error {
	const add = `INSERT INTO voices (actor, sort, name, "of", "from", "to", day, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`
	row := func(v store.Voice) []any {
		return []any{v.Actor, v.Sort, v.Name, v.Of, v.From, v.To, v.Day, sign * v.N}
	}
	if err := insertAll(ctx, tx, add, all, row); err != nil || sign > 0 {
		return err
	}
	const clean = `DELETE FROM voices WHERE actor = ? AND sort = ? AND name = ? AND "of" = ? AND "from" = ? AND "to" = ? AND day = ? AND n = 0`
	return insertAll(ctx, tx, clean, all, func(v store.Voice) []any { return row(v)[:7] })
}

// addHeard counts the same of all days together, behind [addVoices].
func addHeard(ctx context.Context, tx *sql.Tx, all []store.Voice, sign int) error {
	const add = `INSERT INTO heard (actor, sort, name, "of", "from", "to", first, last, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)
ON CONFLICT DO UPDATE SET n = n + excluded.n, first = min(ifnull(nullif(first, ''), excluded.first), ifnull(nullif(excluded.first, ''), first)), last = max(last, excluded.last)`
	key := func(v store.Voice) []any { return []any{v.Actor, v.Sort, v.Name, v.Of, v.From, v.To} }
	err := insertAll(ctx, tx, add, all, func(v store.Voice) []any { return append(key(v), v.Day, sign*v.N) })
	if err != nil || sign > 0 {
		return err
	}
	for _, step := range []string{"UPDATE heard SET " + boundsHeard + keyHeard, "DELETE FROM heard " + keyHeard + " AND n = 0"} {
		if err := insertAll(ctx, tx, step, all, key); err != nil {
			return err
		}
	}
	return nil
}

// boundsHeard looks up the first and the last day: the one that went may have been either.
const (
	boundsHeard = "first = coalesce((SELECT min(day) FROM voices " + keyHeard + " AND day > ''), ''), last = coalesce((SELECT max(day) FROM voices " + keyHeard + "), '') "
	keyHeard    = `WHERE actor = ?1 AND sort = ?2 AND name = ?3 AND "of" = ?4 AND "from" = ?5 AND "to" = ?6`
)
