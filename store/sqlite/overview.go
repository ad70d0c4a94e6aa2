package sqlite

import (
	"context"
	"database/sql"

	"onrecord"
	"onrecord/store"
)

var _ store.Overview = (*Store)(nil)

// Tally counts lines by period. See [store.Overview].
func (s *Store) Tally(ctx context.Context, where store.Q, digits int) ([]store.Tally, error) {
	if during, ok := months(where); ok && digits <= len("2006-01") {
		return s.TallyOf(ctx, "", during, digits)
	}
	if d, ok := where.(store.Days); ok && isBounded(d) {
		return s.tallyDays(ctx, d, digits)
	}
	resolved, err := store.Resolve(ctx, s, where)
	if err != nil {
		return nil, err
	}
	from, c, err := compileFrom(resolved)
	if err != nil {
		return nil, err
	}
	query := `SELECT coalesce(substr(l.day_from, 1, ?), ''), coalesce(substr(l.day_to, 1, ?), ''), l.sort, coalesce(l.kind, l.type), count(*)
FROM ` + from + ` WHERE l.sort <> 'report' AND ` + c.sql + " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
	all, err := collect(ctx, s.read, readTally, query, append([]any{digits, digits}, c.args...)...)
	return all, s.fault("count", err)
}

// isBounded reports whether a time has a beginning and an end in this order.
func isBounded(d store.Days) bool {
	since, until := bounds(d)
	return since != "" && since <= until
}

// tallyDays counts all lines of a time: those that begin in it, and those of several days that began before.
func (s *Store) tallyDays(ctx context.Context, d store.Days, digits int) ([]store.Tally, error) {
	since, until := bounds(d)
	const query = `SELECT substr("from", 1, ?3), substr("to", 1, ?3), sort, what, sum(n) FROM (
  SELECT "from", "to", sort, what, n FROM days WHERE "from" BETWEEN ?1 AND ?2
  UNION ALL SELECT "from", "to", sort, what, n FROM ` + daysBefore + `)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
	all, err := collect(ctx, s.read, readTally, query, since, until, digits)
	return all, s.fault("count", err)
}

// daysBefore are the days that began before the day that is argument 1 and reach it.
const daysBefore = `(SELECT 31 AS most UNION ALL SELECT 366 UNION ALL SELECT 4000000) CROSS JOIN days
  WHERE reach > 0 AND reach = most AND "from" >= coalesce(date(?1, -most || ' days'), '0') AND "from" < ?1 AND "to" >= ?1`

// tallyByDay counts all lines of a time by day, whatever they are.
func (s *Store) tallyByDay(ctx context.Context, d store.Days) ([]store.Tally, error) {
	since, until := bounds(d)
	const query = `SELECT "from", "to", sort, '', sum(n) FROM days WHERE "from" BETWEEN ?1 AND ?2 GROUP BY "from", "to", sort
UNION ALL SELECT "from", "to", sort, '', sum(n) FROM ` + daysBefore + ` GROUP BY reach, "from", "to", sort`
	all, err := collectPrepared(ctx, s, readTally, query, since, until)
	return all, s.fault("count", err)
}

func readTally(rows *sql.Rows) (t store.Tally, err error) {
	return t, rows.Scan(&t.From, &t.To, &t.Sort, &t.What, &t.N)
}

// Doers gives those who say and do most. A record of some size has enough of them whose number is indexed.
func (s *Store) Doers(ctx context.Context, limit int) ([]store.ActorCount, error) {
	const order = " ORDER BY n DESC, actor LIMIT ?"
	busy, err := s.busiest(ctx, "SELECT actor, '', n FROM doers WHERE n >= 50"+order, limit)
	if err != nil || len(busy) == limit {
		return busy, err
	}
	return s.busiest(ctx, "SELECT actor, '', n FROM doers"+order, limit)
}

// Counterparts gives those with whom an actor has most events.
func (s *Store) Counterparts(ctx context.Context, actor onrecord.ActorID, limit int) ([]store.ActorCount, error) {
	return s.busiest(ctx, `SELECT other, '', sum(n) AS n FROM (
SELECT recipient AS other, n FROM parties WHERE doer = ?1 UNION ALL SELECT doer, n FROM parties WHERE recipient = ?1)
WHERE other <> ?1 GROUP BY other ORDER BY 3 DESC, other LIMIT ?2`, actor, limit)
}

// Between counts the lines that tell what one did to another.
func (s *Store) Between(ctx context.Context, p store.Parties) (n int, err error) {
	ask, err := s.prepared.ask(ctx, s.read, "SELECT coalesce(sum(n), 0) FROM parties WHERE doer = ? AND recipient = ?") //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err == nil {
		err = ask.QueryRowContext(ctx, p.Doer, p.Recipient).Scan(&n)
	}
	return n, s.fault("count", err)
}

func (s *Store) busiest(ctx context.Context, query string, args ...any) ([]store.ActorCount, error) {
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (c store.ActorCount, err error) {
		return c, rows.Scan(&c.Actor, &c.Name, &c.N)
	}, query, args...)
	return all, s.fault("count", err)
}

// MostDenied gives the statements that most others deny, by links of a share or more.
func (s *Store) MostDenied(ctx context.Context, share float64, limit int) ([]store.LineCount, error) {
	const query = `SELECT l.key, r.id, l.sort, l.id, p.n
FROM (SELECT "to", count(*) AS n FROM pairs WHERE sort = 'statement' AND kind = 'denies' AND share >= ? GROUP BY "to") p
JOIN lines l ON l.key = p."to" JOIN reports r ON r.key = l.report
ORDER BY p.n DESC, l.day_from IS NULL, l.day_from DESC, r.id, l.start LIMIT ?`
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (c store.LineCount, err error) {
		return c, rows.Scan(&c.Ref.Key, &c.Ref.Report, &c.Ref.Sort, &c.Ref.ID, &c.N)
	}, query, share, limit)
	return all, s.fault("count", err)
}

// Outlets gives those with most reports.
func (s *Store) Outlets(ctx context.Context, limit int) ([]store.OutletCount, error) {
	const query = `SELECT outlet, count(*),
sum(key IN (SELECT l.report FROM pairs p JOIN lines l ON l.key = p."from" WHERE p.sort = 'report' AND p.kind <> 'passage')),
sum(key IN (SELECT l.report FROM pairs p JOIN lines l ON l.key = p."to" WHERE p.sort = 'report' AND p.kind <> 'passage')),
coalesce(min(published), ''), coalesce(max(published), '')
FROM reports GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?`
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (o store.OutletCount, err error) {
		return o, rows.Scan(&o.Name, &o.Reports, &o.Copies, &o.Copied, &o.First, &o.Last)
	}, query, limit)
	return all, s.fault("count", err)
}
