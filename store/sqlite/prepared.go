package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// prepared holds the statements of queries that are asked again and again, by their words: understanding a
// short query takes SQLite longer than answering it.
type prepared struct {
	guard sync.Mutex
	known map[string]*sql.Stmt
}

// ask gives the statement of a query whose words are always the same. It is closed with the readers.
func (p *prepared) ask(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	p.guard.Lock()
	defer p.guard.Unlock()
	if s := p.known[query]; s != nil {
		return s, nil
	}
	s, err := db.PrepareContext(context.WithoutCancel(ctx), query)
	if err != nil {
		return nil, err
	}
	if p.known == nil {
		p.known = map[string]*sql.Stmt{}
	}
	p.known[query] = s
	return s, nil
}
