package postgres

import (
	"context"
	"iter"
	"strings"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

const selectPairs = `
SELECT p."from", p."to", p.sort, p.kind, p.share, p.why, a.id, f.sort, f.id, b.id, t.sort, t.id
FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE `

// Pairs gives the pairs that a query asks for: the newest first, in an order that is the same
// in every store of the same reports.
func (s *Store) Pairs(ctx context.Context, q store.PairQuery) ([]store.Pair, error) {
	var c compiler
	where := []string{"true"}
	if q.Sort != "" {
		where = append(where, "p.sort = "+c.arg(q.Sort))
	}
	if q.Kind != "" {
		where = append(where, "p.kind = "+c.arg(q.Kind))
	}
	if q.Report != "" {
		lines := "(SELECT l.key FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = " + c.arg(plain(string(q.Report)))
		if q.Line != "" {
			lines += " AND l.id = " + c.arg(plain(q.Line))
		}
		where = append(where, `(p."from" IN `+lines+`) OR p."to" IN `+lines+`))`)
	}
	if len(q.Lines) > 0 {
		var reports, ids []string
		for _, l := range q.Lines {
			reports, ids = append(reports, plain(string(l.Report))), append(ids, plain(l.ID))
		}
		lines := "(SELECT l.key FROM unnest(" + c.arg(reports) + "::text[], " + c.arg(ids) + "::text[]) AS s (report, id) JOIN reports r ON r.id = s.report JOIN lines l ON l.report = r.key AND l.id = s.id)"
		where = append(where, `(p."from" IN `+lines+` OR p."to" IN `+lines+`)`)
	}
	if len(q.Actors) > 0 {
		actors := "ANY(" + c.arg(texts(q.Actors)) + ")"
		where = append(where, "(coalesce(f.doer = "+actors+", false) OR coalesce(t.doer = "+actors+`, false)
OR p."from" IN (SELECT line FROM stands WHERE holder = `+actors+"))")
	}
	if q.Share > 0 {
		where = append(where, "p.share >= "+c.arg(q.Share))
	}
	order := " ORDER BY f.day_from DESC NULLS LAST, a.id, f.start, b.id, t.start LIMIT " + c.arg(limitOf(q.Limit)) + "::bigint"
	pairs, err := collect(ctx, s.pool, readPair, selectPairs+strings.Join(where, " AND ")+order, c.args...)
	return pairs, s.fault("look into", err)
}

func readPair(rows pgx.CollectableRow) (p store.Pair, err error) {
	err = rows.Scan(&p.From, &p.To, &p.Sort, &p.Kind, &p.Share, &p.Why,
		&p.FromRef.Report, &p.FromRef.Sort, &p.FromRef.ID, &p.ToRef.Report, &p.ToRef.Sort, &p.ToRef.ID)
	p.FromRef.Key, p.ToRef.Key = p.From, p.To
	return p, err
}

const selectStands = `
SELECT d.line, d.topic, d.wording, d.holder, d.who, d.toward, d.together, d.stance, coalesce(d.day, ''), d.start, d."end", r.id, l.sort, l.id
FROM stands d JOIN lines l ON l.key = d.line JOIN reports r ON r.key = l.report WHERE `

// Stands gives the stands that a query asks for, by day and place.
func (s *Store) Stands(ctx context.Context, q store.StandQuery) ([]store.Stand, error) {
	var c compiler
	where := []string{"true"}
	if len(q.Holders) > 0 {
		holders := "ANY(" + c.arg(texts(q.Holders)) + ")"
		where = append(where, "(d.holder = "+holders+" OR d.who = "+holders+")")
	}
	if len(q.Toward) > 0 {
		where = append(where, "d.toward = ANY("+c.arg(texts(q.Toward))+")")
	}
	if len(q.Topics) > 0 {
		where = append(where, "d.topic = ANY("+c.arg(texts(q.Topics))+")")
	}
	const order = " ORDER BY d.day NULLS LAST, r.id, d.start, d.topic, d.toward, l.id"
	stands, err := collect(ctx, s.pool, readStand, selectStands+strings.Join(where, " AND ")+order, c.args...)
	return stands, s.fault("look into", err)
}

func readStand(rows pgx.CollectableRow) (d store.Stand, err error) {
	err = rows.Scan(&d.Line, &d.Topic, &d.Wording, &d.Holder, &d.Who, &d.Toward, &d.Together, &d.Stance, &d.Day, &d.Start, &d.End, &d.Ref.Report, &d.Ref.Sort, &d.Ref.ID)
	d.Ref.Key = d.Line
	return d, err
}

// EachStand gives all stands, in no order.
func (s *Store) EachStand(ctx context.Context) iter.Seq2[store.Stand, error] {
	return func(yield func(store.Stand, error) bool) {
		rows, err := s.pool.Query(ctx, selectStands+"true")
		if err != nil {
			yield(store.Stand{}, s.fault("look into", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			d, err := readStand(rows)
			if !yield(d, s.fault("look into", err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Stand{}, s.fault("look into", err))
		}
	}
}

// SidesOf gives the sides for which somebody's statements stand, those of most statements
// first.
func (s *Store) SidesOf(ctx context.Context, who onrecord.ActorID) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT holder, '', count(*) AS n FROM stands WHERE who = $1 GROUP BY holder ORDER BY n DESC, holder", string(who))
}

// Topics gives every topic with its wordings, those in most use first.
func (s *Store) Topics(ctx context.Context) ([]store.TopicCount, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (t store.TopicCount, err error) {
		return t, rows.Scan(&t.Topic, &t.Wording, &t.N)
	}, "SELECT topic, wording, count(*) AS n FROM stands GROUP BY topic, wording ORDER BY topic, n DESC, length(wording), wording")
	return all, s.fault("look into", err)
}

// ActorsNamed gives the actors that reports mean by a name, those in most reports first.
func (s *Store) ActorsNamed(ctx context.Context, name string) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT actor, name, count(*) AS n FROM actor_names WHERE name = $1 GROUP BY actor, name ORDER BY n DESC, actor", store.FoldName(name))
}

// NamesOf gives the full names that reports give an actor, those in most reports first.
func (s *Store) NamesOf(ctx context.Context, id onrecord.ActorID) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT id, name, count(*) AS n FROM actors WHERE id = $1 GROUP BY id, name ORDER BY n DESC, name", string(id))
}

// AliasesOf gives every name that reports give an actor, folded, those in most reports first.
func (s *Store) AliasesOf(ctx context.Context, id onrecord.ActorID) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT actor, name, count(*) AS n FROM actor_names WHERE actor = $1 GROUP BY actor, name ORDER BY n DESC, name", string(id))
}

func (s *Store) actorCounts(ctx context.Context, query, arg string) ([]store.ActorCount, error) {
	all, err := collect(ctx, s.pool, func(rows pgx.CollectableRow) (c store.ActorCount, err error) {
		return c, rows.Scan(&c.Actor, &c.Name, &c.N)
	}, query, plain(arg))
	return all, s.fault("look into", err)
}
