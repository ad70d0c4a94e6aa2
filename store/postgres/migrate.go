package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"onrecord/store"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrationLock keeps programs that start together from migrating together: "onrc" in ASCII.
const migrationLock = 0x6f6e7263

// undefinedTable is PostgreSQL's code for it.
const undefinedTable = "42P01"

// prepare makes sure that the database has the newest schema, or brings it up where the
// options say so. An empty database is filled by whoever writes first.
func (s *Store) prepare(ctx context.Context, o Options) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return err
	}
	now, err := version(ctx, s.pool)
	switch {
	case err != nil:
		return err
	case now > len(steps):
		return fmt.Errorf("%w: schema %d, this program knows %d: use a newer onrecord", store.ErrOtherModel, now, len(steps))
	case now == len(steps):
		return nil
	case now == 0 && o.ReadOnly:
		return fmt.Errorf("%w: there is nothing in it; \"onrecord migrate\" or \"onrecord add\" makes its tables", store.ErrUnreadable)
	case now > 0 && (o.ReadOnly || !o.Migrate):
		return fmt.Errorf("%w: schema %d, needed is %d: \"onrecord migrate\" brings it up", store.ErrOtherModel, now, len(steps))
	}
	return s.migrate(ctx, steps)
}

// version is the number of the step that the schema has reached, 0 where there is none.
func version(ctx context.Context, db interface {
	QueryRow(context.Context, string, ...any) pgx.Row
}) (now int, err error) {
	err = db.QueryRow(ctx, "SELECT version FROM onrecord_schema").Scan(&now)
	var coded *pgconn.PgError
	if errors.As(err, &coded) && coded.Code == undefinedTable {
		return 0, nil
	}
	return now, err
}

// migrate runs the steps that are missing, all or none. The number of a step is its place in
// migrations/; there is no way back.
func (s *Store) migrate(ctx context.Context, steps []string) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", migrationLock); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "CREATE TABLE IF NOT EXISTS onrecord_schema (version bigint NOT NULL)"); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "INSERT INTO onrecord_schema SELECT 0 WHERE NOT EXISTS (SELECT FROM onrecord_schema)"); err != nil {
			return err
		}
		now, err := version(ctx, tx) // another program may have been faster
		for ; err == nil && now < len(steps); now++ {
			err = migrateOne(ctx, tx, steps[now])
		}
		if err == nil {
			_, err = tx.Exec(ctx, "UPDATE onrecord_schema SET version = $1", now)
		}
		return err
	})
}

func migrateOne(ctx context.Context, tx pgx.Tx, step string) error {
	statements, err := migrations.ReadFile(step)
	if err == nil {
		_, err = tx.Exec(ctx, string(statements))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", step, err)
	}
	return nil
}
