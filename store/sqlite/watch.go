package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
)

// watch is a connection of its own that tells whether others have changed the file since it last looked.
type watch struct {
	guard  sync.Mutex
	conn   *sql.Conn // once asked
	opened int       // how often: another connection counts anew
}

// State names the state of the file.
func (s *Store) State(ctx context.Context) (string, error) {
	state, err := s.watch.look(context.WithoutCancel(ctx), s.read) // it is over at once, and a connection that is stopped is lost
	return state, s.fault("look into", err)
}

func (w *watch) look(ctx context.Context, db *sql.DB) (state string, err error) {
	w.guard.Lock()
	defer w.guard.Unlock()
	if w.conn == nil {
		if w.conn, err = db.Conn(ctx); err != nil {
			return "", err
		}
		w.opened++
	}
	var changes int64
	if err := w.conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&changes); err != nil {
		_ = w.conn.Close() // the fault is told
		w.conn = nil
		return "", err
	}
	return fmt.Sprint(w.opened, ".", changes), nil
}

func (w *watch) close() error {
	w.guard.Lock()
	defer w.guard.Unlock()
	if w.conn == nil {
		return nil
	}
	conn := w.conn
	w.conn = nil
	return conn.Close()
}
