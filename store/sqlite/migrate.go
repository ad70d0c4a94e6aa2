package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"onrecord/store"
	"onrecord/store/pack"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a SQLite file as ours: "onrc" in ASCII.
const applicationID = 0x6f6e7263

// schema is what a file says of itself in its header.
type schema struct {
	application, version, tables int
}

func readSchema(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (s schema, err error) {
	for query, into := range map[string]*int{
		"PRAGMA application_id":                   &s.application,
		"PRAGMA user_version":                     &s.version,
		"SELECT count(*) FROM main.sqlite_schema": &s.tables,
	} {
		if err := db.QueryRowContext(ctx, query).Scan(into); err != nil {
			return s, err
		}
	}
	return s, nil
}

// check refuses files of other programs and of newer versions of this one.
func (s schema) check(newest int) error {
	switch {
	case s.application != applicationID && (s.application != 0 || s.tables > 0):
		return fmt.Errorf("%w: a SQLite file of another program", store.ErrUnreadable)
	case s.version > newest:
		return fmt.Errorf("%w: schema %d, this program knows %d: use a newer onrecord", store.ErrOtherModel, s.version, newest)
	}
	return nil
}

// migrate brings the file's schema up to the newest, one transaction a step. The
// number of a step is its place in migrations/; there is no way back. progress may be nil.
func migrate(ctx context.Context, db *sql.DB, progress func(done, all int)) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return err
	}
	for {
		done, err := migrateOne(ctx, db, steps, progress)
		if err != nil || done {
			return err
		}
	}
}

// migrateOne looks again inside the transaction: another program may have
// migrated the file since.
func migrateOne(ctx context.Context, db *sql.DB, steps []string, progress func(done, all int)) (done bool, err error) {
	if now, err := readSchema(ctx, db); err != nil || now.version >= len(steps) {
		return true, firstFault(err, now.check(len(steps)))
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() { _ = tx.Rollback() }()
	now, err := readSchema(ctx, tx)
	if err := firstFault(err, now.check(len(steps))); err != nil || now.version >= len(steps) {
		return true, err
	}
	step, err := migrations.ReadFile(steps[now.version])
	if err != nil {
		return false, err
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, now.version+1)
	if _, err := tx.ExecContext(ctx, string(step)+mark); err != nil {
		return false, fmt.Errorf("%s: %w", steps[now.version], err)
	}
	if fill := fillers[steps[now.version]]; fill != nil {
		if err := fillFrom(ctx, tx, fill, progress); err != nil {
			return false, fmt.Errorf("%s: %w", steps[now.version], err)
		}
	}
	return false, tx.Commit()
}

// fillers fill, report by report, the tables that a step made.
var fillers = map[string]func(*row, context.Context, *sql.Tx, *int64) error{
	"migrations/003_order.sql": (*row).writeLines,
	"migrations/004_talk.sql":  (*row).writeTalk,
	"migrations/007_sums.sql":  (*row).writeVoicesAndSides,
}

func fillFrom(ctx context.Context, tx *sql.Tx, fill func(*row, context.Context, *sql.Tx, *int64) error, progress func(done, all int)) error {
	packer, all := pack.New(), 0
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM reports").Scan(&all); err != nil {
		return err
	}
	for last, done := int64(-1), 0; ; done++ {
		if progress != nil {
			progress(done, all)
		}
		var key int64
		var packed []byte
		err := tx.QueryRowContext(ctx, "SELECT key, entry FROM reports WHERE key > ? ORDER BY key LIMIT 1", last).Scan(&key, &packed)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		} else if err != nil {
			return err
		}
		entry, err := packer.OpenEntry(packed)
		if err != nil {
			return err
		}
		if err := fill(&row{entry: entry, lines: store.Lines(entry)}, ctx, tx, &key); err != nil {
			return err
		}
		last = key
	}
}

// checkSchema makes sure that a file opened for reading has the newest schema.
func checkSchema(ctx context.Context, db *sql.DB) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	now, err := readSchema(ctx, db)
	if err := firstFault(err, now.check(len(steps))); err != nil {
		return err
	}
	switch {
	case now.version == 0:
		return fmt.Errorf("%w: the file is empty", store.ErrUnreadable)
	case now.version < len(steps):
		return fmt.Errorf("%w: schema %d, needed is %d: \"onrecord add\" brings it up", store.ErrOtherModel, now.version, len(steps))
	}
	return nil
}

func firstFault(faults ...error) error {
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}
