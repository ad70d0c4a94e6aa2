package sqlite

import (
	"context"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"onrecord/store"
)

// meaning gives SQLite's result codes in the words of package store.
func meaning(code int) error {
	switch code {
	case lib.SQLITE_IOERR_SHMSIZE: // no room for the index of the write-ahead log
		return store.ErrFull
	}
	switch code & 0xff {
	case lib.SQLITE_FULL:
		return store.ErrFull
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return store.ErrUnreadable
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN: // the file is there; see checkFile
		return store.ErrNotAllowed
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return store.ErrBusy
	}
	return nil
}

// isUnopenable reports whether SQLite could not make the files beside the file.
func isUnopenable(err error) bool {
	var coded *driver.Error
	return errors.As(err, &coded) && coded.Code()&0xff == lib.SQLITE_CANTOPEN
}

// fault says what was done to which file, and wraps the store's word for what
// went wrong where there is one.
func (s *Store) fault(deed string, err error) error {
	var coded *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s %s: %w", deed, s.path, err)
	case errors.As(err, &coded):
		if coded.Code()&0xff == lib.SQLITE_INTERRUPT {
			return fmt.Errorf("%s %s: %w", deed, s.path, context.Canceled)
		}
		if kind := meaning(coded.Code()); kind != nil {
			return fmt.Errorf("%s %s: %w (%w)", deed, s.path, kind, coded)
		}
	}
	return fmt.Errorf("%s %s: %w", deed, s.path, err)
}
