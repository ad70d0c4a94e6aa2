package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"onrecord/store"
)

// upsertReports keeps the order of the rows: keys are given in it.
const upsertReports = `
INSERT INTO reports (id, made, source, url, outlet, headline, published, entry, media_type, raw, raw_digest, raw_size)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[],
  $9::text[], $10::bytea[], $11::text[], $12::bigint[])
ON CONFLICT (id) DO UPDATE SET made = excluded.made, source = excluded.source, url = excluded.url,
  outlet = excluded.outlet, headline = excluded.headline, published = excluded.published, entry = excluded.entry,
  media_type = excluded.media_type, raw = excluded.raw, raw_digest = excluded.raw_digest, raw_size = excluded.raw_size
RETURNING id, key`

// reportColumns are rows of table reports, column by column.
type reportColumns struct {
	id, made, source, url, outlet, headline, mediaType, digest []string
	published                                                  []*string
	entry, raw                                                 [][]byte
	size                                                       []int64
}

func (c *reportColumns) add(r *row) {
	head := r.entry.Report
	c.id, c.made = append(c.id, r.id), append(c.made, r.made)
	c.source, c.url = append(c.source, plain(head.Source)), append(c.url, plain(head.URL))
	c.outlet, c.headline = append(c.outlet, plain(head.Outlet)), append(c.headline, plain(head.Headline))
	c.published = append(c.published, orNull(r.lines[0].From))
	c.entry, c.raw = append(c.entry, r.packedEntry), append(c.raw, r.packedPage)
	c.mediaType, c.digest = append(c.mediaType, string(r.page.MediaType)), append(c.digest, r.page.Digest)
	c.size = append(c.size, int64(r.page.Size))
}

func (c *reportColumns) args() []any {
	return []any{c.id, c.made, c.source, c.url, c.outlet, c.headline, c.published, c.entry, c.mediaType, c.raw, c.digest, c.size}
}

// writeReports writes the reports' own rows and notes their keys.
func writeReports(ctx context.Context, tx pgx.Tx, rows []*row) error {
	var columns reportColumns
	byID := make(map[string]*row, len(rows))
	for _, r := range rows {
		columns.add(r)
		byID[r.id] = r
	}
	written, err := tx.Query(ctx, upsertReports, columns.args()...)
	if err != nil {
		return err
	}
	var id string
	var key int64
	_, err = pgx.ForEachRow(written, []any{&id, &key}, func() error {
		byID[id].key = key
		return nil
	})
	return err
}

// writeRest sends the rows that hang on the reports' as one batch, each table's in one
// statement.
func writeRest(ctx context.Context, tx pgx.Tx, rows []*row) error {
	var lines lineColumns
	var places placeColumns
	var names, actors hanging
	for _, r := range rows {
		lines.add(r.key, r.lines, &places)
		for _, n := range store.ActorNames(r.entry) {
			names.add(r.key, n.Name, string(n.Actor))
		}
		for _, a := range r.entry.Actors {
			actors.add(r.key, string(a.ID), a.Name, string(a.Kind), a.Country)
		}
	}
	var all pgx.Batch
	all.Queue(insertLines, lines.args()...)
	all.Queue("INSERT INTO places SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING", places.place, places.line)
	all.Queue("INSERT INTO actors SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING",
		actors.report, actors.values[0], actors.values[1], actors.values[2], actors.values[3])
	all.Queue("INSERT INTO actor_names (report, name, actor) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING",
		names.report, names.values[0], names.values[1])
	return tx.SendBatch(ctx, &all).Close()
}

// hanging are rows of a table that hangs on reports: the report and at most four texts.
type hanging struct {
	report []int64
	values [4][]string
}

func (h *hanging) add(report int64, values ...string) {
	h.report = append(h.report, report)
	for i, value := range values {
		h.values[i] = append(h.values[i], plain(value))
	}
}
