package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Put keeps an entry and its page. See [store.Store].
func (s *Store) Put(ctx context.Context, e *onrecord.Entry, page store.Page) (store.Outcome, error) {
	outcomes, err := s.PutAll(ctx, []store.Item{{Entry: e, Page: page}})
	if err != nil {
		return store.Unchanged, err
	}
	return outcomes[0], nil
}

// PutAll puts many reports in one transaction, all or none, which costs less than one by one. Outcomes are in
// the order of the items.
func (s *Store) PutAll(ctx context.Context, items []store.Item) ([]store.Outcome, error) {
	rows := make([]*row, 0, len(items))
	ids := make([]onrecord.ReportID, 0, len(items))
	for _, item := range items {
		if err := item.Entry.CheckValid(); err != nil {
			return nil, fmt.Errorf("put into %s: %w", s.path, err)
		}
		r, err := s.newRow(item.Entry, item.Page)
		if err != nil {
			return nil, fmt.Errorf("put report %s into %s: %w", item.Entry.Report.ID, s.path, err)
		}
		rows, ids = append(rows, r), append(ids, item.Entry.Report.ID)
	}
	outcomes := make([]store.Outcome, len(rows))
	err := s.inWriting(ctx, "put "+store.TellIDs(ids)+" into", func(tx *sql.Tx) (err error) {
		for i := 0; i < len(rows) && err == nil; i++ {
			outcomes[i], err = s.putRow(ctx, tx, rows[i])
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// row is a report ready to be written: all slow work is done before the
// transaction begins.
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
	if !page.DigestOnly {
		r.packedPage = s.pack.Raw(page.Raw)
	}
	return r, nil
}

func (s *Store) putRow(ctx context.Context, tx *sql.Tx, r *row) (store.Outcome, error) {
	key, made, err := findReport(ctx, tx, r.entry.Report.ID)
	if err != nil || made == r.made {
		return store.Unchanged, err
	}
	outcome := store.Added
	if made != "" {
		outcome = store.Replaced
		if err := s.clearLines(ctx, tx, key); err != nil {
			return store.Unchanged, err
		}
	}
	for _, write := range []func(context.Context, *sql.Tx, *int64) error{r.writeReport, r.writeLines, r.writeActors, r.writeSums} {
		if err := write(ctx, tx, &key); err != nil {
			return store.Unchanged, err
		}
	}
	return outcome, nil
}

// findReport gives key 0 and made "" for a report that is not there.
func findReport(ctx context.Context, tx *sql.Tx, id onrecord.ReportID) (key int64, made string, err error) {
	err = tx.QueryRowContext(ctx, "SELECT key, made FROM reports WHERE id = ?", id).Scan(&key, &made)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return key, made, err
}

// clearLines makes room for another entry of the same report. The report's row
// stays, and with it its place in the order.
func (s *Store) clearLines(ctx context.Context, tx *sql.Tx, key int64) error {
	if err := s.clearSums(ctx, tx, key); err != nil {
		return err
	}
	if err := clearDerived(ctx, tx, key); err != nil {
		return err
	}
	for _, statement := range []string{
		"DELETE FROM line_words WHERE rowid IN (SELECT key FROM lines WHERE report = ?)",
		"DELETE FROM lines WHERE report = ?",
		"DELETE FROM actors WHERE report = ?",
	} {
		if _, err := tx.ExecContext(ctx, statement, key); err != nil {
			return err
		}
	}
	return nil
}

const upsertReport = `
INSERT INTO reports (id, made, source, url, outlet, headline, published, entry, media_type, raw, raw_digest, raw_size)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET made = excluded.made, source = excluded.source, url = excluded.url,
  outlet = excluded.outlet, headline = excluded.headline, published = excluded.published, entry = excluded.entry,
  media_type = excluded.media_type, raw = excluded.raw, raw_digest = excluded.raw_digest, raw_size = excluded.raw_size
RETURNING key`

func (r *row) writeReport(ctx context.Context, tx *sql.Tx, key *int64) error {
	head := r.entry.Report
	return tx.QueryRowContext(ctx, upsertReport,
		head.ID, r.made, head.Source, head.URL, head.Outlet, head.Headline, orNull(r.lines[0].From),
		r.packedEntry, r.page.MediaType, r.packedPage, r.page.Digest, r.page.Size).Scan(key)
}

const (
	insertLine = `INSERT INTO lines (key, report, sort, id, start, day_from, day_to, kind, form, named, type, status, doer, recipient)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertWords = `INSERT INTO line_words (rowid, words, "by", "as", "for", about, actor, "to", via, outlet)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

func (r *row) writeLines(ctx context.Context, tx *sql.Tx, report *int64) error {
	lines, err := keyLines(*report, r.lines)
	if err != nil {
		return err
	}
	if err := insertAll(ctx, tx, insertLine, lines, func(l keyedLine) []any { return l.row(*report) }); err != nil {
		return err
	}
	if err := insertAll(ctx, tx, insertWords, lines, keyedLine.words); err != nil {
		return err
	}
	for _, l := range lines {
		err := insertAll(ctx, tx, "INSERT OR IGNORE INTO places (place, line) VALUES (?, ?)", store.PlaceWords(l.Place),
			func(word string) []any { return []any{word, l.key} })
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *row) writeTalk(ctx context.Context, tx *sql.Tx, _ *int64) error {
	return addTalk(ctx, tx, store.Talks(r.entry, r.lines), 1)
}

func (l keyedLine) row(report int64) []any {
	value := func(f store.Field) any { return orNull(l.Values[f]) }
	return []any{
		l.key, report, l.Sort, l.ID, l.Start, orNull(l.From), orNull(l.To),
		value(store.Kind), value(store.Form), value(store.Named), value(store.Type), value(store.Status),
		orNull(string(l.Doer)), orNull(string(l.RecipientID)),
	}
}

func (l keyedLine) words() []any {
	names := func(p store.Part) string { return strings.Join(l.Names[p], border) }
	return []any{
		l.key, strings.Join(l.Words, border),
		names(store.By), names(store.As), names(store.For), names(store.About), names(store.Actor),
		names(store.Recipient), names(store.Via), names(store.Outlet),
	}
}

// border is a token of its own to FTS5, so no phrase matches across it.
const border = " \ue000 "

func (r *row) writeActors(ctx context.Context, tx *sql.Tx, report *int64) error {
	insert, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO actors (report, id, name, kind, country) VALUES (?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, a := range r.entry.Actors {
		if _, err := insert.ExecContext(ctx, *report, a.ID, a.Name, a.Kind, a.Country); err != nil {
			return err
		}
	}
	return nil
}

// writeSums adds the report to what is counted, behind its own rows.
func (r *row) writeSums(ctx context.Context, tx *sql.Tx, report *int64) error {
	for _, write := range []func(context.Context, *sql.Tx, *int64) error{r.writeTalk, r.writeVoicesAndSides, r.writeHeard} {
		if err := write(ctx, tx, report); err != nil {
			return err
		}
	}
	if err := addNames(ctx, tx, store.ActorNames(r.entry), 1); err != nil {
		return err
	}
	return addSums(ctx, tx, *report)
}

func (r *row) writeVoicesAndSides(ctx context.Context, tx *sql.Tx, report *int64) error {
	if err := addVoices(ctx, tx, store.Voices(r.entry), 1); err != nil {
		return err
	}
	return r.writeSides(ctx, tx, report)
}

func (r *row) writeHeard(ctx context.Context, tx *sql.Tx, _ *int64) error {
	return addHeard(ctx, tx, store.Voices(r.entry), 1)
}

// Remove takes a report out of the record, with all that hangs on it.
func (s *Store) Remove(ctx context.Context, id onrecord.ReportID) error {
	defer s.recent.forget()
	return s.inWriting(ctx, "remove report "+string(id)+" from", func(tx *sql.Tx) error {
		key, made, err := findReport(ctx, tx, id)
		if err != nil {
			return err
		}
		if made == "" {
			return store.ErrNotFound
		}
		if err := s.clearLines(ctx, tx, key); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM reports WHERE key = ?", key)
		return err
	})
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
