package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// Put keeps an entry and its page. See [store.Store].
func (s *Store) Put(ctx context.Context, e *onrecord.Entry, page store.Page) (outcome store.Outcome, err error) {
	if err := e.CheckValid(); err != nil {
		return store.Unchanged, fmt.Errorf("put into %s: %w", s.name, err)
	}
	row, err := s.newRow(e, page)
	if err != nil {
		return store.Unchanged, fmt.Errorf("put report %s into %s: %w", e.Report.ID, s.name, err)
	}
	err = s.inWriting(ctx, "put report "+string(e.Report.ID)+" into", func(tx pgx.Tx) error {
		outcome, err = putRow(ctx, tx, row)
		return err
	})
	if err != nil {
		return store.Unchanged, err
	}
	return outcome, nil
}

// row is a report ready to be written: all slow work is done before the transaction begins.
type row struct {
	entry       *onrecord.Entry
	made        string
	packedEntry []byte
	packedPage  []byte // nil if only the digest is kept
	page        store.Page
	lines       []store.Line
}

func (s *Store) newRow(e *onrecord.Entry, page store.Page) (*row, error) {
	packed, err := s.pack.Entry(e)
	if err != nil {
		return nil, err
	}
	page = page.Sealed()
	r := &row{entry: e, made: store.Digest(e.Provenance), packedEntry: packed, page: page, lines: store.Lines(e)}
	if len(r.lines) >= mostLines {
		return nil, fmt.Errorf("%d lines in one report, %d are the most", len(r.lines), mostLines-1)
	}
	if !page.DigestOnly {
		r.packedPage = s.pack.Raw(page.Raw)
	}
	return r, nil
}

func putRow(ctx context.Context, tx pgx.Tx, r *row) (store.Outcome, error) {
	key, made, err := findReport(ctx, tx, r.entry.Report.ID)
	if err != nil || made == r.made {
		return store.Unchanged, err
	}
	outcome := store.Added
	if made != "" {
		outcome = store.Replaced
		if err := clearLines(ctx, tx, key); err != nil {
			return store.Unchanged, err
		}
	}
	if key, err = r.writeReport(ctx, tx); err != nil {
		return store.Unchanged, err
	}
	return outcome, r.writeRest(ctx, tx, key)
}

// findReport gives key 0 and made "" for a report that is not there. Until the transaction
// ends nobody else writes this report, there or not.
func findReport(ctx context.Context, tx pgx.Tx, id onrecord.ReportID) (key int64, made string, err error) {
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", plain(string(id))); err != nil {
		return 0, "", err
	}
	err = tx.QueryRow(ctx, "SELECT key, made FROM reports WHERE id = $1", plain(string(id))).Scan(&key, &made)
	if errors.Is(err, pgx.ErrNoRows) {
		err = nil
	}
	return key, made, err
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

const upsertReport = `
INSERT INTO reports (id, made, source, url, outlet, headline, published, entry, media_type, raw, raw_digest, raw_size)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (id) DO UPDATE SET made = excluded.made, source = excluded.source, url = excluded.url,
  outlet = excluded.outlet, headline = excluded.headline, published = excluded.published, entry = excluded.entry,
  media_type = excluded.media_type, raw = excluded.raw, raw_digest = excluded.raw_digest, raw_size = excluded.raw_size
RETURNING key`

func (r *row) writeReport(ctx context.Context, tx pgx.Tx) (key int64, err error) {
	head := r.entry.Report
	err = tx.QueryRow(ctx, upsertReport,
		plain(string(head.ID)), r.made, plain(head.Source), plain(head.URL), plain(head.Outlet), plain(head.Headline), orNull(r.lines[0].From),
		r.packedEntry, string(r.page.MediaType), r.packedPage, r.page.Digest, r.page.Size).Scan(&key)
	return key, err
}

// writeRest sends the rows that hang on the report's as one batch, each table's in one
// statement.
func (r *row) writeRest(ctx context.Context, tx pgx.Tx, report int64) error {
	lines, places := columnsOf(report, r.lines)
	names, actors := namesOf(r.entry), actorsOf(r.entry)
	var all pgx.Batch
	all.Queue(insertLines, append([]any{report}, lines.args()...)...)
	all.Queue("INSERT INTO places SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING", places.place, places.line)
	all.Queue("INSERT INTO actors SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING",
		report, actors[0], actors[1], actors[2], actors[3])
	all.Queue("INSERT INTO actor_names SELECT *, $1 FROM unnest($2::text[], $3::text[]) ON CONFLICT DO NOTHING",
		report, names[0], names[1])
	return tx.SendBatch(ctx, &all).Close()
}

func namesOf(e *onrecord.Entry) (columns [2][]string) {
	for _, n := range store.ActorNames(e) {
		columns[0] = append(columns[0], plain(n.Name))
		columns[1] = append(columns[1], plain(string(n.Actor)))
	}
	return columns
}

func actorsOf(e *onrecord.Entry) (columns [4][]string) {
	for _, a := range e.Actors {
		for i, value := range []string{string(a.ID), a.Name, string(a.Kind), a.Country} {
			columns[i] = append(columns[i], plain(value))
		}
	}
	return columns
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
