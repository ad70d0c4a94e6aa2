package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
)

// Underived gives at most limit reports that these rules have not derived, in the order in
// which they were put.
func (s *Store) Underived(ctx context.Context, rules string, limit int) ([]onrecord.ReportID, error) {
	ids, err := collect(ctx, s.pool, readID, `SELECT r.id FROM reports r LEFT JOIN derived d ON d.report = r.key
WHERE d.rules IS DISTINCT FROM $1 ORDER BY r.key LIMIT $2`, rules, limitOf(limit))
	return ids, s.fault("look into", err)
}

// OtherRules reports whether anything was derived by other rules than these.
func (s *Store) OtherRules(ctx context.Context, rules string) (other bool, err error) {
	err = s.pool.QueryRow(ctx, "SELECT EXISTS (SELECT FROM derived WHERE rules <> $1)", rules).Scan(&other)
	return other, s.fault("look into", err)
}

// ClearDerived empties the tables of what is derived.
func (s *Store) ClearDerived(ctx context.Context) error {
	return s.inWriting(ctx, "clear what is derived in", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "TRUNCATE derived, postings, torn, notes, gists, pairs, stands")
		return err
	})
}

// Plant puts the gists of reports and the postings and notes of their lines; those that are there go first.
func (s *Store) Plant(ctx context.Context, gists []store.Gist, postings []store.Posting, notes []store.Note) error {
	return s.inWriting(ctx, "derive "+store.TellGists(gists)+" in", func(tx pgx.Tx) error {
		ids, heads := make([]string, 0, len(gists)), make([][]byte, 0, len(gists))
		for _, g := range gists {
			ids, heads = append(ids, plain(string(g.Report))), append(heads, g.Body)
		}
		found, err := findReports(ctx, tx, ids)
		if err != nil {
			return err
		}
		for _, report := range found {
			if err := clearDerived(ctx, tx, report.key); err != nil {
				return err
			}
		}
		var all pgx.Batch
		queuePostings(&all, "INSERT INTO postings SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) ON CONFLICT DO NOTHING", postings)
		lines, bodies := make([]int64, 0, len(notes)), make([][]byte, 0, len(notes))
		for _, n := range notes {
			lines, bodies = append(lines, int64(n.Line)), append(bodies, n.Body)
		}
		all.Queue("INSERT INTO gists SELECT r.key, s.body FROM unnest($1::text[], $2::bytea[]) AS s (id, body) JOIN reports r ON r.id = s.id", ids, heads)
		all.Queue("INSERT INTO notes SELECT * FROM unnest($1::bigint[], $2::bytea[])", lines, bodies)
		return tx.SendBatch(ctx, &all).Close()
	})
}

func plainIDs(ids []onrecord.ReportID) (all []string) {
	for _, id := range ids {
		all = append(all, plain(string(id)))
	}
	return all
}

// queuePostings sends postings, column by column.
func queuePostings(all *pgx.Batch, query string, postings []store.Posting) {
	var columns [3][]int64
	for _, p := range postings {
		for i, value := range []int64{int64(p.Key), p.Place, int64(p.Line)} {
			columns[i] = append(columns[i], value)
		}
	}
	all.Queue(query, columns[0], columns[1], columns[2])
}

// clearDerived takes away what hangs on the lines of a report, and remembers where its
// postings stood: who stood around them may now be compared.
func clearDerived(ctx context.Context, tx pgx.Tx, report int64) error {
	const ofReport = "(SELECT key FROM lines WHERE report = $1)"
	statements := []string{
		"INSERT INTO torn SELECT DISTINCT key, place FROM postings WHERE line IN " + ofReport + " ON CONFLICT DO NOTHING",
		"DELETE FROM postings WHERE line IN " + ofReport,
		"DELETE FROM notes WHERE line IN " + ofReport,
		`DELETE FROM pairs WHERE "from" IN ` + ofReport,
		`DELETE FROM pairs WHERE "to" IN ` + ofReport,
		"DELETE FROM stands WHERE line IN " + ofReport,
		"DELETE FROM gists WHERE report = $1",
		"DELETE FROM derived WHERE report = $1",
	}
	return execAll(ctx, tx, statements, report)
}

// Derive makes a change, all or nothing.
func (s *Store) Derive(ctx context.Context, c store.Change) error {
	return s.inWriting(ctx, "derive "+store.TellIDs(c.Reports)+" in", func(tx pgx.Tx) error {
		var all pgx.Batch
		queuePairs(&all, &c)
		for _, d := range c.Stands {
			all.Queue(insertStand, int64(d.Line), plain(string(d.Topic)), plain(d.Wording), plain(string(d.Holder)), plain(string(d.Who)),
				plain(string(d.Toward)), d.Together, plain(string(d.Stance)), orNull(d.Day), d.Start, d.End,
				strings.Join(fold(d.Wording+" "+string(d.Topic)), " "))
		}
		all.Queue(`INSERT INTO derived SELECT key, $1 FROM reports WHERE id = ANY($2)
ON CONFLICT (report) DO UPDATE SET rules = excluded.rules`, c.Rules, plainIDs(c.Reports))
		queuePostings(&all, "DELETE FROM torn USING unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS m (key, place, line) WHERE torn.key = m.key AND torn.place = m.place", c.Mended)
		return tx.SendBatch(ctx, &all).Close()
	})
}

const insertStand = `
INSERT INTO stands (line, topic, wording, holder, who, toward, together, stance, day, start, "end", terms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_tsvector('english', $12))`

func queuePairs(all *pgx.Batch, c *store.Change) {
	for _, p := range c.Drop {
		all.Queue(`DELETE FROM pairs WHERE "from" = $1 AND "to" = $2`, int64(p.From), int64(p.To))
	}
	for _, p := range c.Pairs {
		all.Queue(`INSERT INTO pairs ("from", "to", sort, kind, share, why) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT ("from", "to") DO UPDATE SET sort = excluded.sort, kind = excluded.kind, share = excluded.share, why = excluded.why`,
			int64(p.From), int64(p.To), p.Sort, p.Kind, p.Share, plain(p.Why))
	}
}
