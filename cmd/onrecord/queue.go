package main

import (
	"context"
	"errors"

	"onrecord/queue"
	"onrecord/store/postgres"
)

// openQueue opens the queue in the database, which must be one of PostgreSQL.
func (a *app) openQueue(ctx context.Context) (*queue.Queue, *postgres.Store, error) {
	address, err := a.databasePath()
	if err != nil {
		return nil, nil, err
	}
	if !postgres.IsAddress(address) {
		return nil, nil, &usageError{errors.New("the queue needs a PostgreSQL database: --db postgres://USER@HOST/NAME, or $ONRECORD_DB; for a file, \"onrecord add\" reads with all cores")}
	}
	store, err := postgres.Open(ctx, address, postgres.Options{})
	if err != nil {
		return nil, nil, err
	}
	q, err := queue.Open(ctx, store)
	if err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return q, store, nil
}
