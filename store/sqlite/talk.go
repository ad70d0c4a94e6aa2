package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

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
	if strings.HasPrefix(string(actor), "unnamed/") {
		return s.tallyLines(ctx, actor, during, digits)
	}
	return s.tallyTalk(ctx, actor, during, digits)
}

// tallyLines counts the lines of those who are only described, whom no sum counts, one by one.
func (s *Store) tallyLines(ctx context.Context, doer onrecord.ActorID, during [2]string, digits int) ([]store.Tally, error) {
	const query = `SELECT coalesce(substr(day_from, 1, ?1), ''), coalesce(substr(day_to, 1, ?1), ''), sort, '', count(*) FROM lines INDEXED BY lines_by_doer
WHERE doer = ?2 AND (?3 = '' OR day_to >= ?3) AND (?4 = '' OR day_from <= ?4 || '~') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
	all, err := collect(ctx, s.read, readTally, query, digits, doer, during[0], during[1])
	return all, s.fault("count", err)
}

// tallyTalk counts the lines of an actor, or with "" all, by years or months.
func (s *Store) tallyTalk(ctx context.Context, by onrecord.ActorID, during [2]string, digits int) ([]store.Tally, error) {
	const query = `SELECT substr("from", 1, ?1), substr("to", 1, ?1), sort, what, sum(n) FROM talk
WHERE "by" = ?2 AND about = '' AND "from" BETWEEN ?3 AND ?4 AND "to" >= ?5 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
	all, err := collect(ctx, s.read, readTally, query, append([]any{digits, by}, beginAndEnd(during)...)...)
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

// RolesOf gives the roles that reports give an actor.
func (s *Store) RolesOf(ctx context.Context, actor onrecord.ActorID) ([]store.Heard, error) {
	return s.heard(ctx, `SELECT name, "of", "from", "to", coalesce(min(nullif(day, '')), ''), max(day), sum(n)
FROM voices WHERE actor = ? AND sort = 'role' GROUP BY 1, 2, 3, 4`, actor)
}

// SpeakersOf gives those who speak for an actor, in the last role that is told.
func (s *Store) SpeakersOf(ctx context.Context, actor onrecord.ActorID) ([]store.Heard, error) {
	return s.heard(ctx, `SELECT name, coalesce(substr(max(CASE WHEN "of" <> '' THEN substr(day || '0000-00-00', 1, 10) || "of" END), 11), ''), '', '',
coalesce(min(nullif(day, '')), ''), max(day), sum(n) FROM voices WHERE actor = ? AND sort = 'speaker' GROUP BY 1`, actor)
}

func (s *Store) heard(ctx context.Context, query string, actor onrecord.ActorID) ([]store.Heard, error) {
	all, err := collectPrepared(ctx, s, func(rows *sql.Rows) (h store.Heard, err error) {
		return h, rows.Scan(&h.Name, &h.Of, &h.From, &h.To, &h.First, &h.Last, &h.N)
	}, query, actor)
	return all, s.fault("count", err)
}
