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

// home is where deriving reads: at the writer, which keeps the pages that it read when it writes. A reader forgets
// all of its pages whenever another connection has written, and deriving writes behind every report.
func (s *Store) home() *sql.DB {
	if s.write == nil {
		return s.read
	}
	return s.write
}

// collectAtHome is collectPrepared where deriving reads.
func collectAtHome[T any](ctx context.Context, s *Store, read func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	statement, err := s.atHome.ask(ctx, s.home(), query) //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(ctx, args...)
	return collectRows(rows, err, read)
}

// ask gives the statement of a query whose words are always the same. It is closed with the connection.
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
