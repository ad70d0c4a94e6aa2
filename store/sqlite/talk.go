package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"onrecord"
	"onrecord/store"
)

// addTalk counts the lines of a report; a negative sign takes them out again.
func addTalk(ctx context.Context, tx *sql.Tx, all []store.Talk, sign int) error {
	const add = `INSERT INTO talk ("by", about, sort, what, "from", "to", n) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET n = n + excluded.n`
	row := func(t store.Talk) []any { return []any{t.By, t.About, t.Sort, t.What, t.From, t.To, sign * t.N} }
	if err := insertAll(ctx, tx, add, all, row); err != nil || sign > 0 {
		return err
	}
	const clean = `DELETE FROM talk WHERE "by" = ? AND about = ? AND sort = ? AND what = ? AND "from" = ? AND "to" = ? AND n = 0`
	return insertAll(ctx, tx, clean, all, func(t store.Talk) []any { return row(t)[:6] })
}

// Talk counts the statements that each of some actors makes about each of some; "" is anybody. during is the first and
// the last year or month in which they were made, "" is open.
func (s *Store) Talk(ctx context.Context, by, about []onrecord.ActorID, during [2]string) ([]store.Talk, error) {
	query := `SELECT "by", about, sum(n) FROM talk WHERE "by" IN (` + marks(len(by)) + ") AND about IN (" + marks(len(about)) + `) AND sort = 'statement' AND what = ''
AND "from" BETWEEN ? AND ? AND "to" >= ? GROUP BY 1, 2`
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (t store.Talk, err error) {
		return t, rows.Scan(&t.By, &t.About, &t.N)
	}, query, slices.Concat(repeat(by, 1), repeat(about, 1), beginAndEnd(during))...)
	return all, s.fault("count", err)
}

// beginAndEnd gives between which first months the lines of a time begin, and from which month on they end: of no known day
// are those alone that are of any time.
func beginAndEnd(during [2]string) []any {
	since, until := during[0], during[1]
	if until == "" {
		return []any{"", "~", since}
	}
	return []any{"0", until + "~", since}
}

// TallyOf counts the lines of an actor, or with "" all, by years or months; during is the first and the last year or
// month, "" is open. All lines of such a time are counted by days too.
func (s *Store) TallyOf(ctx context.Context, actor onrecord.ActorID, during [2]string, digits int) ([]store.Tally, error) {
	if d := (store.Days{From: onrecord.Date(during[0]), To: onrecord.Date(during[1])}); actor == "" && digits == len("2006-01-02") && isBounded(d) {
		return s.tallyByDay(ctx, d)
	}
	const query = `SELECT substr("from", 1, ?1), substr("to", 1, ?1), sort, what, sum(n) FROM talk
WHERE "by" = ?2 AND about = '' AND "from" BETWEEN ?3 AND ?4 AND "to" >= ?5 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
	all, err := collect(ctx, s.read, readTally, query, append([]any{digits, actor}, beginAndEnd(during)...)...)
	return all, s.fault("count", err)
}

// months gives the time that a condition asks for, if it asks for nothing else and for whole months.
func months(where store.Q) (during [2]string, ok bool) {
	if where == nil {
		return during, true
	}
	days, ok := where.(store.Days)
	if !ok || max(len(days.From), len(days.To)) > len("2006-01") || days.From+days.To == "" {
		return during, false
	}
	return [2]string{string(days.From), string(days.To)}, true
}

// RolesOf gives the roles that reports give an actor, those that most give.
func (s *Store) RolesOf(ctx context.Context, actor onrecord.ActorID, most int) ([]store.Heard, error) {
	return s.heard(ctx, `SELECT name, "of", "from", "to", first, last, n FROM heard WHERE actor = ? AND sort = 'role'
ORDER BY n DESC, name, "of", "from", "to" LIMIT ?`, actor, most)
}

// SpeakersOf gives those who speak most for an actor, in the last role that is told.
func (s *Store) SpeakersOf(ctx context.Context, actor onrecord.ActorID, most int) ([]store.Heard, error) {
	return s.heard(ctx, `SELECT name, coalesce(substr(max(CASE WHEN "of" <> '' THEN substr(last || '0000-00-00', 1, 10) || "of" END), 11), ''), '', '',
coalesce(min(nullif(first, '')), ''), max(last), sum(n) FROM heard WHERE actor = ?1 AND sort = 'speaker' AND name IN (
SELECT name FROM heard WHERE actor = ?1 AND sort = 'speaker' GROUP BY 1 ORDER BY sum(n) DESC, 1 LIMIT ?2)
GROUP BY 1 ORDER BY sum(n) DESC, 1`, actor, most)
}

func (s *Store) heard(ctx context.Context, query string, actor onrecord.ActorID, most int) ([]store.Heard, error) {
	all, err := collectPrepared(ctx, s, func(rows *sql.Rows) (h store.Heard, err error) {
		return h, rows.Scan(&h.Name, &h.Of, &h.From, &h.To, &h.First, &h.Last, &h.N)
	}, query, actor, most)
	return all, s.fault("count", err)
}
