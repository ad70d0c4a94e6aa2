package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Underived gives at most limit reports that these rules have not derived, in the order in
// which they were put.
func (s *Store) Underived(ctx context.Context, rules string, limit int) ([]onrecord.ReportID, error) {
	ids, err := collect(ctx, s.read, func(rows *sql.Rows) (id onrecord.ReportID, err error) {
		return id, rows.Scan(&id)
	}, "SELECT r.id FROM reports r LEFT JOIN derived d ON d.report = r.key WHERE d.rules IS NOT ? ORDER BY r.key LIMIT ?", rules, limit)
	return ids, s.fault("look into", err)
}

// OtherRules reports whether anything was derived by other rules than these.
func (s *Store) OtherRules(ctx context.Context, rules string) (other bool, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM derived WHERE rules <> ?)", rules).Scan(&other)
	return other, s.fault("look into", err)
}

// ClearDerived empties the tables of what is derived.
func (s *Store) ClearDerived(ctx context.Context) error {
	return s.inWriting(ctx, "clear what is derived in", func(tx *sql.Tx) error {
		for _, table := range []string{"derived", "postings", "torn", "notes", "gists", "pairs", "stands", "stand_words"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		return nil
	})
}

// inWriting runs a deed as one transaction of the writer.
func (s *Store) inWriting(ctx context.Context, what string, deed func(*sql.Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("%s %s: %w", what, s.path, store.ErrNotAllowed)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.fault(what, err)
	}
	defer func() { _ = tx.Rollback() }() // says that there is nothing to roll back after a commit
	if err := deed(tx); err != nil {
		return s.fault(what, err)
	}
	return s.fault(what, tx.Commit())
}

// Plant puts the gists of reports and the postings and notes of their lines; those that are there go first.
func (s *Store) Plant(ctx context.Context, gists []store.Gist, postings []store.Posting, notes []store.Note) error {
	return s.inWriting(ctx, "derive "+store.TellGists(gists)+" in", func(tx *sql.Tx) error {
		for _, g := range gists {
			if err := plantGist(ctx, tx, g); err != nil {
				return err
			}
		}
		sorted := slices.SortedFunc(slices.Values(postings), func(a, b store.Posting) int { return cmp.Compare(a.Key, b.Key) }) // neighbours share pages
		err := insertAll(ctx, tx, "INSERT OR IGNORE INTO postings (key, place, line) VALUES (?, ?, ?)", sorted,
			func(p store.Posting) []any { return []any{p.Key, p.Place, p.Line} })
		if err != nil {
			return err
		}
		standing := listsOf(postings)
		inOrder := slices.SortedFunc(slices.Values(notes), func(a, b store.Note) int { return cmp.Compare(noteKey(a.Line), noteKey(b.Line)) }) // what is appended fills its pages
		return insertAll(ctx, tx, "INSERT INTO notes (key, line, place, keys, body) VALUES (?, ?, ?, ?, ?)", inOrder, func(n store.Note) []any {
			return []any{noteKey(n.Line), n.Line, standing[n.Line].place, standing[n.Line].pack(), n.Body}
		})
	})
}

func plantGist(ctx context.Context, tx *sql.Tx, g store.Gist) error {
	key, _, err := findReport(ctx, tx, g.Report)
	if err != nil {
		return err
	}
	if err := clearDerived(ctx, tx, key); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO gists (report, id, body) VALUES (?, ?, ?)", key, g.Report, g.Body)
	return err
}

// insertAll runs a query for each of many. They are not stopped one by one, for watching for that costs more
// than what they do.
func insertAll[T any](ctx context.Context, tx *sql.Tx, query string, all []T, args func(T) []any) error {
	if len(all) == 0 {
		return ctx.Err()
	}
	insert, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, one := range all {
		if _, err := insert.ExecContext(context.WithoutCancel(ctx), args(one)...); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// clearDerived takes away what hangs on the lines of a report.
func clearDerived(ctx context.Context, tx *sql.Tx, report int64) error {
	var isPlanted bool // most reports are new
	err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM notes WHERE "+ofReport+")", report).Scan(&isPlanted)
	if err != nil || !isPlanted {
		return err
	}
	if err := clearPostings(ctx, tx, report); err != nil {
		return err
	}
	for _, statement := range []string{
		"DELETE FROM notes WHERE " + ofReport,
		`DELETE FROM pairs WHERE "from" IN (SELECT key FROM lines WHERE report = ?)`,
		`DELETE FROM pairs WHERE "to" IN (SELECT key FROM lines WHERE report = ?)`,
		"DELETE FROM stand_words WHERE rowid IN (SELECT rowid FROM stands WHERE line IN (SELECT key FROM lines WHERE report = ?))",
		"DELETE FROM stands WHERE line IN (SELECT key FROM lines WHERE report = ?)",
		"DELETE FROM gists WHERE report = ?",
		"DELETE FROM derived WHERE report = ?",
	} {
		if _, err := tx.ExecContext(ctx, statement, report); err != nil {
			return err
		}
	}
	return nil
}

// Derive makes a change, all or nothing.
func (s *Store) Derive(ctx context.Context, c store.Change) error {
	return s.inWriting(ctx, "derive "+store.TellIDs(c.Reports)+" in", func(tx *sql.Tx) error {
		for _, write := range []func(context.Context, *sql.Tx, *store.Change) error{writePairs, writeStands, writeDerived} {
			if err := write(ctx, tx, &c); err != nil {
				return err
			}
		}
		return nil
	})
}

func writePairs(ctx context.Context, tx *sql.Tx, c *store.Change) error {
	err := insertAll(ctx, tx, `DELETE FROM pairs WHERE "from" = ? AND "to" = ?`, c.Drop,
		func(p store.Pair) []any { return []any{p.From, p.To} })
	if err != nil {
		return err
	}
	return insertAll(ctx, tx, `INSERT OR REPLACE INTO pairs ("from", "to", sort, kind, share, why) VALUES (?, ?, ?, ?, ?, ?)`, c.Pairs,
		func(p store.Pair) []any { return []any{p.From, p.To, p.Sort, p.Kind, p.Share, p.Why} })
}

func writeStands(ctx context.Context, tx *sql.Tx, c *store.Change) error {
	const insert = `INSERT INTO stands (line, topic, wording, holder, who, toward, together, stance, day, start, "end") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	for _, d := range c.Stands {
		done, err := tx.ExecContext(ctx, insert, d.Line, d.Topic, d.Wording, d.Holder, d.Who, d.Toward, d.Together, d.Stance, orNull(d.Day), d.Start, d.End)
		if err != nil {
			return err
		}
		row, err := done.LastInsertId()
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO stand_words (rowid, wording) VALUES (?, ?)", row, d.Wording+border+string(d.Topic)); err != nil {
			return err
		}
	}
	return nil
}

func writeDerived(ctx context.Context, tx *sql.Tx, c *store.Change) error {
	err := insertAll(ctx, tx, "INSERT OR REPLACE INTO derived (report, rules) SELECT key, ? FROM reports WHERE id = ?", c.Reports,
		func(id onrecord.ReportID) []any { return []any{c.Rules, id} })
	if err != nil {
		return err
	}
	return insertAll(ctx, tx, "DELETE FROM torn WHERE key = ? AND place = ?", c.Mended,
		func(p store.Posting) []any { return []any{p.Key, p.Place} })
}
