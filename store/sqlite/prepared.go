package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// prepared holds the statements of queries that are asked again and again, by their words: to understand a
// short query takes SQLite longer than to answer it.
type prepared struct {
	guard sync.Mutex
	known map[string]*sql.Stmt
}

// collectPrepared is collect for a query whose words are one of few.
func collectPrepared[T any](ctx context.Context, s *Store, read func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	statement, err := s.prepared.ask(ctx, s.read, query) //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(ctx, args...)
	return collectRows(rows, err, read)
}

// ask gives the statement of a query whose words are always the same. It is closed with the readers.
func (p *prepared) ask(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	p.guard.Lock()
	defer p.guard.Unlock()
	if s := p.known[query]; s != nil {
		return s, nil
	}
	s, err := db.PrepareContext(context.WithoutCancel(ctx), query) //nolint:sqlclosecheck // it is closed with the readers
	if err != nil {
		return nil, err
	}
	if p.known == nil {
		p.known = map[string]*sql.Stmt{}
	}
	p.known[query] = s
	return s, nil
}
