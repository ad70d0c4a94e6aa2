package sqlite

import (
	"context"
	"database/sql"

	"onrecord/store"
)

const selectPairs = `
SELECT p."from", p."to", p.sort, p.kind, p.share, p.why, a.id, f.sort, f.id, b.id, t.sort, t.id
FROM pairs p JOIN lines f ON f.key = p."from" JOIN reports a ON a.key = f.report
JOIN lines t ON t.key = p."to" JOIN reports b ON b.key = t.report WHERE `

// Pairs gives the pairs that a query asks for: the newest first, in an order that is the same
// in every store of the same reports.
func (s *Store) Pairs(ctx context.Context, q store.PairQuery) ([]store.Pair, error) {
	if len(q.Lines) > 0 {
		pairs, err := s.pairsOfLines(ctx, q)
		return pairs, s.fault("look into", err)
	}
	w := conditions{}
	column := "p."
	if q.Report != "" {
		column = "+p." // its lines are few, those of a sort are many: the index of sorts shall not lead
	}
	w.add(q.Sort != "", column+"sort = ?", q.Sort)
	w.add(q.Kind != "", column+"kind = ?", q.Kind)
	w.add(q.Report != "" && q.Line == "", `(p."from" IN (SELECT l.key FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ?)
OR p."to" IN (SELECT l.key FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ?))`, q.Report, q.Report)
	w.add(q.Line != "", `(p."from" IN (SELECT l.key FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ? AND l.id = ?)
OR p."to" IN (SELECT l.key FROM lines l JOIN reports r ON r.key = l.report WHERE r.id = ? AND l.id = ?))`, q.Report, q.Line, q.Report, q.Line)
	if len(q.Actors) > 0 {
		w.add(true, "(f.doer IN ("+marks(len(q.Actors))+") OR t.doer IN ("+marks(len(q.Actors))+`)
OR p."from" IN (SELECT line FROM stands WHERE holder IN (`+marks(len(q.Actors))+`)))`, repeat(q.Actors, 3)...)
	}
	w.add(q.Share > 0, "p.share >= ?", q.Share)
	limit := q.Limit
	if limit <= 0 {
		limit = -1
	}
	w.args = append(w.args, limit)
	query := selectPairs + w.sql() + " ORDER BY f.day_from IS NULL, f.day_from DESC, a.id, f.start, b.id, t.start LIMIT ?"
	if len(q.Actors) > 0 {
		pairs, err := collect(ctx, s.read, readPair, query, w.args...)
		return pairs, s.fault("look into", err)
	}
	pairs, err := collectPrepared(ctx, s, readPair, query, w.args...)
	return pairs, s.fault("look into", err)
}

func readPair(rows *sql.Rows) (p store.Pair, err error) {
	err = rows.Scan(&p.From, &p.To, &p.Sort, &p.Kind, &p.Share, &p.Why,
		&p.FromRef.Report, &p.FromRef.Sort, &p.FromRef.ID, &p.ToRef.Report, &p.ToRef.Sort, &p.ToRef.ID)
	p.FromRef.Key, p.ToRef.Key = p.From, p.To
	return p, err
}
