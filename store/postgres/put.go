package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// Put keeps an entry and its page. See [store.Store].
func (s *Store) Put(ctx context.Context, e *onrecord.Entry, page store.Page) (store.Outcome, error) {
	outcomes, err := s.PutAll(ctx, []Item{{Entry: e, Page: page}}, nil)
	if err != nil {
		return store.Unchanged, err
	}
	return outcomes[0], nil
}

// Item is an entry with the page that it was read from.
type Item = store.Item

// PutAll puts many reports in one transaction, all or none; with, unless nil, is the last deed
// of it. Outcomes are in the order of the items. Of a report that comes twice the first counts.
func (s *Store) PutAll(ctx context.Context, items []Item, with func(pgx.Tx) error) ([]store.Outcome, error) {
	rows := make([]*row, 0, len(items))
	for _, item := range items {
		r, err := s.newRow(item)
		if err != nil {
			return nil, fmt.Errorf("put report %s into %s: %w", item.Entry.Report.ID, s.name, err)
		}
		rows = append(rows, r)
	}
	err := s.inWriting(ctx, "put "+named(items)+" into", func(tx pgx.Tx) error {
		if err := putRows(ctx, tx, rows); err != nil || with == nil {
			return err
		}
		return with(tx)
	})
	if err != nil {
		return nil, err
	}
	outcomes := make([]store.Outcome, len(rows))
	for i, r := range rows {
		outcomes[i] = r.outcome
	}
	return outcomes, nil
}

func named(items []Item) string {
	ids := make([]onrecord.ReportID, 0, len(items))
	for _, item := range items {
		ids = append(ids, item.Entry.Report.ID)
	}
	return store.TellIDs(ids)
}

// row is a report ready to be written: all slow work is done before the transaction begins.
type row struct {
	entry       *onrecord.Entry
	id          string
	made        string
	packedEntry []byte
	packedPage  []byte // nil if only the digest is kept
	page        store.Page
	lines       []store.Line
	key         int64 // of the report's row
	outcome     store.Outcome
}

func (s *Store) newRow(item Item) (*row, error) {
	e, page := item.Entry, item.Page.Sealed()
	if err := e.CheckValid(); err != nil {
		return nil, err
	}
	packed, err := s.pack.Entry(e)
	if err != nil {
		return nil, err
	}
	r := &row{entry: e, id: plain(string(e.Report.ID)), made: store.Digest(e.Provenance), packedEntry: packed, page: page, lines: store.Lines(e)}
	if len(r.lines) >= mostLines {
		return nil, fmt.Errorf("%d lines in one report, %d are the most", len(r.lines), mostLines-1)
	}
	if !page.DigestOnly {
		r.packedPage = s.pack.Raw(page.Raw)
	}
	return r, nil
}

// putRows writes what is not there. Until the transaction ends nobody else writes these
// reports, there or not.
func putRows(ctx context.Context, tx pgx.Tx, rows []*row) error {
	there, err := findReports(ctx, tx, idsOf(rows))
	if err != nil {
		return err
	}
	news := rows[:0:0]
	for _, r := range rows {
		found := there[r.id]
		if found.made == r.made {
			continue
		}
		r.outcome = store.Added
		if found.made != "" {
			r.outcome = store.Replaced
			if err := clearLines(ctx, tx, found.key); err != nil {
				return err
			}
		}
		there[r.id] = report{made: r.made} // should it come again
		news = append(news, r)
	}
	if len(news) == 0 {
		return nil
	}
	if err := writeReports(ctx, tx, news); err != nil {
		return err
	}
	return writeRest(ctx, tx, news)
}

func idsOf(rows []*row) []string {
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.id
	}
	return ids
}

// report is what tells of a report whether it must be written; made is "" where it is not there.
type report struct {
	key  int64
	made string
}

// findReports locks reports, always in one order so that nobody waits for each other, and
// gives those that are there.
func findReports(ctx context.Context, tx pgx.Tx, ids []string) (map[string]report, error) {
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hash) FROM (
SELECT DISTINCT hashtextextended(id, 0) AS hash FROM unnest($1::text[]) AS id ORDER BY hash) AS sorted`, ids); err != nil {
		return nil, err
	}
	rows, err := tx.Query(ctx, "SELECT id, key, made FROM reports WHERE id = ANY($1)", ids)
	if err != nil {
		return nil, err
	}
	found := make(map[string]report, len(ids))
	var id string
	var r report
	_, err = pgx.ForEachRow(rows, []any{&id, &r.key, &r.made}, func() error {
		found[id] = r
		return nil
	})
	return found, err
}

// findReport is findReports for one.
func findReport(ctx context.Context, tx pgx.Tx, id onrecord.ReportID) (key int64, made string, err error) {
	found, err := findReports(ctx, tx, []string{plain(string(id))})
	r := found[plain(string(id))]
	return r.key, r.made, err
}

// clearLines makes room for another entry of the same report. The report's row stays, and
// with it its place in the order.
func clearLines(ctx context.Context, tx pgx.Tx, key int64) error {
	if err := clearDerived(ctx, tx, key); err != nil {
		return err
	}
	return execAll(ctx, tx, []string{ // places go with their lines
		"DELETE FROM lines WHERE report = $1",
		"DELETE FROM actors WHERE report = $1",
		"DELETE FROM actor_names WHERE report = $1",
	}, key)
}

// execAll sends several statements with one argument at once.
func execAll(ctx context.Context, tx pgx.Tx, statements []string, arg any) error {
	var all pgx.Batch
	for _, statement := range statements {
		all.Queue(statement, arg)
	}
	return tx.SendBatch(ctx, &all).Close()
}

// Remove takes a report out of the record, with all that hangs on it.
func (s *Store) Remove(ctx context.Context, id onrecord.ReportID) error {
	return s.inWriting(ctx, "remove report "+string(id)+" from", func(tx pgx.Tx) error {
		key, made, err := findReport(ctx, tx, id)
		if err != nil {
			return err
		}
		if made == "" {
			return store.ErrNotFound
		}
		if err := clearDerived(ctx, tx, key); err != nil { // the rest goes with the report's row
			return err
		}
		_, err = tx.Exec(ctx, "DELETE FROM reports WHERE key = $1", key)
		return err
	})
}
