package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

var _ store.Overview = (*Store)(nil)

// Sums are none: the server counts what is asked for.
func (s *Store) Sums() store.Sums { return nil }

// State cannot be told: a server has no counter that stays while nothing changes.
func (s *Store) State(context.Context) (string, error) { return "", nil }

// Tally counts lines by period. See [store.Overview].
func (s *Store) Tally(ctx context.Context, where store.Q, digits int) ([]store.Tally, error) {
	resolved, err := store.Resolve(ctx, s, where)
	if err != nil {
		return nil, err
	}
	var c compiler
	condition, err := c.compile(resolved)
	if err != nil {
		return nil, err
	}
	n := c.arg(digits) + "::int"
	query := `SELECT coalesce(left(l.day_from::text, ` + n + `), ''), coalesce(left(l.day_to::text, ` + n + `), ''), l.sort, coalesce(l.kind, l.type), count(*)
FROM lines l WHERE l.sort <> 'report' AND ` + condition + " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (t store.Tally, err error) {
		return t, rows.Scan(&t.From, &t.To, &t.Sort, &t.What, &t.N)
	}, query, c.args...)
	return all, s.fault("count", err)
}

// Doers gives those who say and do most.
func (s *Store) Doers(ctx context.Context, limit int) ([]store.ActorCount, error) {
	return s.busiest(ctx, "SELECT doer, '', count(*) AS n FROM lines WHERE doer <> '' AND doer NOT LIKE 'unnamed/%' GROUP BY doer ORDER BY n DESC, doer LIMIT $1", limit)
}

// Counterparts gives those with whom an actor has most events.
func (s *Store) Counterparts(ctx context.Context, actor onrecord.ActorID, limit int) ([]store.ActorCount, error) {
	return s.busiest(ctx, `SELECT other, '', count(*) AS n FROM (
SELECT recipient AS other FROM lines WHERE doer = $1 UNION ALL SELECT doer FROM lines WHERE recipient = $1) o
WHERE other <> '' AND other <> $1 GROUP BY other ORDER BY n DESC, other LIMIT $2`, plain(string(actor)), limit)
}

func (s *Store) busiest(ctx context.Context, query string, args ...any) ([]store.ActorCount, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (c store.ActorCount, err error) {
		return c, rows.Scan(&c.Actor, &c.Name, &c.N)
	}, query, args...)
	return all, s.fault("count", err)
}

// MostDenied gives the statements that most others deny, by links of a share or more.
func (s *Store) MostDenied(ctx context.Context, share float64, limit int) ([]store.LineCount, error) {
	const query = `SELECT l.key, r.id, l.sort, l.id, p.n
FROM (SELECT "to", count(*) AS n FROM pairs WHERE sort = 'statement' AND kind = 'denies' AND share >= $1 GROUP BY "to") p
JOIN lines l ON l.key = p."to" JOIN reports r ON r.key = l.report
ORDER BY p.n DESC, l.day_from DESC NULLS LAST, r.id, l.start LIMIT $2`
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (c store.LineCount, err error) {
		return c, rows.Scan(&c.Ref.Key, &c.Ref.Report, &c.Ref.Sort, &c.Ref.ID, &c.N)
	}, query, share, limit)
	return all, s.fault("count", err)
}

// Outlets gives those with most reports.
func (s *Store) Outlets(ctx context.Context, limit int) ([]store.OutletCount, error) {
	const query = `SELECT outlet, count(*),
count(*) FILTER (WHERE key IN (SELECT l.report FROM pairs p JOIN lines l ON l.key = p."from" WHERE p.sort = 'report' AND p.kind <> 'passage')),
count(*) FILTER (WHERE key IN (SELECT l.report FROM pairs p JOIN lines l ON l.key = p."to" WHERE p.sort = 'report' AND p.kind <> 'passage')),
coalesce(min(published)::text, ''), coalesce(max(published)::text, '')
FROM reports GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT $1`
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (o store.OutletCount, err error) {
		return o, rows.Scan(&o.Name, &o.Reports, &o.Copies, &o.Copied, &o.First, &o.Last)
	}, query, limit)
	return all, s.fault("count", err)
}
