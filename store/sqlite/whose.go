package sqlite

import (
	"context"
	"database/sql"

	"onrecord"
	"onrecord/store"
)

// A statement is its speaker's, who stands beside the line, and of those in table sides: for whom the speaker speaks,
// and about whom.
const (
	sideFor   = "for"
	sideAbout = "about"
)

// side is a row of table sides.
type side struct {
	actor onrecord.ActorID
	part  string
	line  int64
}

// sidesOf gives the sides of a report's lines.
func sidesOf(report int64, lines []store.Line) (all []side, err error) {
	keyed, err := keyLines(report, lines)
	for _, l := range keyed {
		if l.For != "" {
			all = append(all, side{l.For, sideFor, l.key})
		}
		for _, id := range l.About {
			all = append(all, side{id, sideAbout, l.key})
		}
	}
	return all, err
}

// writeSides puts the sides of a report's lines, clearSides takes them away.
func (r *row) writeSides(ctx context.Context, tx *sql.Tx, report *int64) error {
	return changeSides(ctx, tx, "INSERT OR IGNORE INTO sides (actor, part, line) VALUES (?, ?, ?)", *report, r.lines)
}

func clearSides(ctx context.Context, tx *sql.Tx, report int64, lines []store.Line) error {
	return changeSides(ctx, tx, "DELETE FROM sides WHERE actor = ? AND part = ? AND line = ?", report, lines)
}

func changeSides(ctx context.Context, tx *sql.Tx, query string, report int64, lines []store.Line) error {
	all, err := sidesOf(report, lines)
	if err != nil {
		return err
	}
	return insertAll(ctx, tx, query, all, func(s side) []any { return []any{s.actor, s.part, s.line} })
}

// compileTalked looks whether a line is an actor's.
func compileTalked(t store.Talked) condition {
	c := condition{sql: "(l.sort <> 'report'"}
	if t.By != "" {
		c.sql += " AND (" + is("l.doer") + " OR EXISTS (SELECT 1 FROM sides WHERE actor = ? AND part = 'for' AND line = l.key))"
		c.args = append(c.args, t.By, t.By)
	}
	if t.About != "" {
		c.sql, c.args = c.sql+" AND EXISTS (SELECT 1 FROM sides WHERE actor = ? AND part = 'about' AND line = l.key)", append(c.args, t.About)
	}
	c.sql += ")"
	return c
}

// splitTalked takes from a query whose lines it asks for.
func splitTalked(q store.Q) (t store.Talked, rest store.And, ok bool) {
	return splitOff(q, func(t store.Talked) bool { return t != store.Talked{} })
}

// talkedFirst finds the lines of an actor in the order of the record: those about one, or of those that it makes and those
// that are made for it both lists at once.
func talkedFirst(t store.Talked, rest store.And) (condition, error) {
	const bySide = "SELECT l.report, l.sort, l.id, s.line FROM sides s CROSS JOIN lines l ON l.key = s.line WHERE s.actor = ? AND s.part = ? AND "
	if t.About != "" {
		c, err := compile(append(store.And{store.Talked{By: t.By}}, rest...))
		return condition{bySide + c.sql + " ORDER BY s.line DESC", append([]any{t.About, sideAbout}, c.args...)}, err
	}
	c, err := compile(rest)
	own := "SELECT l.report, l.sort, l.id, l.key FROM lines l INDEXED BY lines_by_doer WHERE l.sort <> 'report' AND " + is("l.doer") + " AND " + c.sql
	args := append(append([]any{t.By}, c.args...), t.By, sideFor)
	return condition{own + " UNION ALL " + bySide + c.sql + " ORDER BY 4 DESC", append(args, c.args...)}, err
}
