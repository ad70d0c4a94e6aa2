package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Stands gives the stands that a query asks for, by day and place.
func (s *Store) Stands(ctx context.Context, q store.StandQuery) ([]store.Stand, error) {
	w := conditions{}
	if len(q.Holders) > 0 {
		w.add(true, "(d.holder IN ("+marks(len(q.Holders))+") OR d.who IN ("+marks(len(q.Holders))+"))", repeat(q.Holders, 2)...)
	}
	w.in("d.toward", q.Toward)
	w.inTopics(q.Topics)
	query := selectStands + " WHERE " + w.sql() + " ORDER BY d.day IS NULL, d.day, r.id, d.start, d.topic, d.toward, l.id"
	stands, err := collect(ctx, s.read, readStand, query, w.args...)
	return stands, s.fault("look into", err)
}

const selectStands = `SELECT d.line, d.topic, d.wording, d.holder, d.who, d.toward, d.together, d.stance, coalesce(d.day, ''), d.start, d."end", r.id, l.sort, l.id
FROM stands d JOIN lines l ON l.key = d.line JOIN reports r ON r.key = l.report`

func readStand(rows *sql.Rows) (d store.Stand, err error) {
	err = rows.Scan(&d.Line, &d.Topic, &d.Wording, &d.Holder, &d.Who, &d.Toward, &d.Together, &d.Stance, &d.Day, &d.Start, &d.End, &d.Ref.Report, &d.Ref.Sort, &d.Ref.ID)
	d.Ref.Key = d.Line
	return d, err
}

// EachStand gives all stands, in no order.
func (s *Store) EachStand(ctx context.Context) iter.Seq2[store.Stand, error] {
	return func(yield func(store.Stand, error) bool) {
		rows, err := s.read.QueryContext(ctx, selectStands)
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
	return s.actorCounts(ctx, "SELECT holder, '', count(*) AS n FROM stands WHERE who = ? GROUP BY holder ORDER BY n DESC, holder", who)
}

// Topics gives every topic with its wordings, those in most use first.
func (s *Store) Topics(ctx context.Context) ([]store.TopicCount, error) {
	all, err := collect(ctx, s.read, func(rows *sql.Rows) (t store.TopicCount, err error) {
		return t, rows.Scan(&t.Topic, &t.Wording, &t.N)
	}, "SELECT topic, wording, count(*) AS n FROM stands GROUP BY topic, wording ORDER BY topic, n DESC, length(wording), wording")
	return all, s.fault("look into", err)
}

// ActorsNamed gives the actors that reports mean by a name, those in most reports first.
func (s *Store) ActorsNamed(ctx context.Context, name string) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT actor, name, n FROM actor_names WHERE name = ? ORDER BY n DESC, actor", store.FoldName(name))
}

// NamesOf gives the full names that reports give an actor, those in most reports first.
func (s *Store) NamesOf(ctx context.Context, id onrecord.ActorID) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT actor, name, n FROM full_names WHERE actor = ? ORDER BY n DESC, name", id)
}

// AliasesOf gives every name that reports give an actor, folded, those in most reports first.
func (s *Store) AliasesOf(ctx context.Context, id onrecord.ActorID) ([]store.ActorCount, error) {
	return s.actorCounts(ctx, "SELECT actor, name, n FROM actor_names WHERE actor = ? ORDER BY n DESC, name", id)
}

func (s *Store) actorCounts(ctx context.Context, query string, arg any) ([]store.ActorCount, error) {
	all, err := collectPrepared(ctx, s, func(rows *sql.Rows) (c store.ActorCount, err error) {
		return c, rows.Scan(&c.Actor, &c.Name, &c.N)
	}, query, arg)
	return all, s.fault("look into", err)
}

// conditions are joined by AND.
type conditions struct {
	parts []string
	args  []any
}

func (w *conditions) add(asked bool, sql string, args ...any) {
	if asked {
		w.parts, w.args = append(w.parts, sql), append(w.args, args...)
	}
}

func (w *conditions) in(column string, ids []onrecord.ActorID) {
	if len(ids) > 0 {
		w.add(true, column+" IN ("+marks(len(ids))+")", repeat(ids, 1)...)
	}
}

func (w *conditions) inTopics(ids []onrecord.TopicID) {
	if len(ids) > 0 {
		w.add(true, "d.topic IN ("+marks(len(ids))+")", repeat(ids, 1)...)
	}
}

func (w *conditions) sql() string {
	if len(w.parts) == 0 {
		return "1"
	}
	return strings.Join(w.parts, " AND ")
}

func repeat[T any](all []T, times int) (args []any) {
	for range times {
		for _, one := range all {
			args = append(args, one)
		}
	}
	return args
}
