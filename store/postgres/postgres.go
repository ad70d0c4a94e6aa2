// Package postgres keeps entries in a PostgreSQL database, for many machines at once. Start at
// [Open].
//
// A Put or PutAll is one transaction that goes to the server in few messages, a table's rows in
// one statement. What is found by words is folded here, not by the server, so that both stores find
// the same. The schema is migrations/*.sql.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"onrecord/store"
	"onrecord/store/pack"
)

var _ store.Store = (*Store)(nil)

// IsAddress reports whether a database is named as one of PostgreSQL.
func IsAddress(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Options say how a database is opened. The zero value reads and writes, and makes the tables
// in a database that has none.
type Options struct {
	ReadOnly bool // nothing is written; the tables must be there
	Migrate  bool // bring tables of an older version up; without, they are refused
}

// Store is an open database. It is safe for many goroutines.
type Store struct {
	name string // without password
	pool *pgxpool.Pool
	pack *pack.Packer
}

// Open opens the database at an address such as postgres://user:password@host:5432/name. What
// the address leaves out is told by the usual variables (PGHOST, PGPASSWORD, ...) and files.
func Open(ctx context.Context, address string, o Options) (*Store, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil { // it may hold the password
		return nil, errors.New("open the PostgreSQL database: its address is not postgres://USER:PASSWORD@HOST:PORT/NAME?OPTION=VALUE")
	}
	if o.ReadOnly {
		config.ConnConfig.RuntimeParams["default_transaction_read_only"] = "on"
	}
	s := &Store{name: nameOf(config.ConnConfig), pack: pack.New()}
	if s.pool, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return nil, s.fault("open", err)
	}
	if err := s.prepare(ctx, o); err != nil {
		s.pool.Close()
		return nil, s.fault("open", err)
	}
	return s, nil
}

// Name gives the name of the database at an address for people to see: without user and
// password.
func Name(address string) string {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return "the PostgreSQL database"
	}
	return nameOf(config)
}

func nameOf(c *pgx.ConnConfig) string {
	host := net.JoinHostPort(c.Host, fmt.Sprint(c.Port))
	if strings.HasPrefix(c.Host, "/") {
		host = "localhost"
	}
	return "postgres://" + host + "/" + c.Database
}

// Pool gives the connections, for tables that are not the store's own.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Name is the database's for people to see: without user and password.
func (s *Store) Name() string { return s.name }

// Close ends all connections.
func (s *Store) Close() error {
	s.pool.Close()
	return nil
}

// inWriting runs a deed as one transaction.
func (s *Store) inWriting(ctx context.Context, what string, deed func(pgx.Tx) error) error {
	return s.fault(what, pgx.BeginFunc(ctx, s.pool, deed))
}

// querier is the pool or a transaction.
type querier interface {
	Query(context.Context, string, ...any) (pgx.Rows, error)
}

// collect runs a query and reads each of its rows.
func collect[T any](ctx context.Context, db querier, read pgx.RowToFunc[T], query string, args ...any) ([]T, error) {
	rows, err := db.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return pgx.AppendRows([]T(nil), rows, read)
}
