package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"onrecord/store"
)

// meaning gives PostgreSQL's codes in the words of package store.
func meaning(code string) error {
	switch code {
	case "53100", "53200": // disk full, out of memory
		return store.ErrFull
	case "42501", "25006": // not granted, a read-only transaction
		return store.ErrNotAllowed
	case "53300", "55P03", "40P01", "57P03": // too many connections, a lock, a deadlock, starting up
		return store.ErrBusy
	case "XX001", "XX002": // data or index corrupted
		return store.ErrUnreadable
	}
	return nil
}

// fault says what was done to which database, and wraps the store's word for what went wrong
// where there is one.
func (s *Store) fault(deed string, err error) error {
	var coded *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
	case errors.As(err, &coded):
		if kind := meaning(coded.Code); kind != nil {
			return fmt.Errorf("%s %s: %w (%w)", deed, s.name, kind, coded)
		}
	}
	return fmt.Errorf("%s %s: %w", deed, s.name, err)
}
