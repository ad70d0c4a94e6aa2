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
		return s.tallyTalk(ctx, "", during, digits)
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

func readTally(rows *sql.Rows) (t store.Tally, err error) {
	return t, rows.Scan(&t.From, &t.To, &t.Sort, &t.What, &t.N)
}

// Doers gives those who say and do most.
func (s *Store) Doers(ctx context.Context, limit int) ([]store.ActorCount, error) {
	return s.busiest(ctx, "SELECT doer, '', count(*) AS n FROM lines WHERE doer <> '' AND doer NOT LIKE 'unnamed/%' GROUP BY doer ORDER BY n DESC, doer LIMIT ?", limit)
}

// Counterparts gives those with whom an actor has most events.
func (s *Store) Counterparts(ctx context.Context, actor onrecord.ActorID, limit int) ([]store.ActorCount, error) {
	return s.busiest(ctx, `SELECT other, '', count(*) AS n FROM (
SELECT recipient AS other FROM lines WHERE doer = ?1 AND recipient > '' UNION ALL SELECT doer FROM lines WHERE recipient = ?1 AND doer > '')
WHERE other <> ?1 GROUP BY other ORDER BY n DESC, other LIMIT ?2`, actor, limit)
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
