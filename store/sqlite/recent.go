package sqlite

import (
	"context"
	"sync"

	"onrecord"
)

// recent keeps the entries that were read last: unpacking one takes longer than finding it, and pages ask for
// the newest and the best known again and again. An entry counts for its report and provenance alone, so one
// that another program put in its place is not missed.
type recent struct {
	guard      sync.Mutex
	young, old map[recentKey]*onrecord.Entry
}

type recentKey struct {
	report onrecord.ReportID
	made   string
}

// mostYoung is how many entries are kept at least, and half of how many at most.
const mostYoung = 64

func (r *recent) find(key recentKey) *onrecord.Entry {
	r.guard.Lock()
	defer r.guard.Unlock()
	if e := r.young[key]; e != nil {
		return e
	}
	e := r.old[key]
	if e != nil {
		r.add(key, e)
	}
	return e
}

func (r *recent) keep(key recentKey, e *onrecord.Entry) {
	r.guard.Lock()
	defer r.guard.Unlock()
	r.add(key, e)
}

// forget drops all: a report may go, and come again as another.
func (r *recent) forget() {
	r.guard.Lock()
	defer r.guard.Unlock()
	r.young, r.old = nil, nil
}

// add makes room by forgetting what was not asked for since the last time.
func (r *recent) add(key recentKey, e *onrecord.Entry) {
	if len(r.young) >= mostYoung || r.young == nil {
		r.young, r.old = map[recentKey]*onrecord.Entry{}, r.young
	}
	r.young[key] = e
}

// loadEntry gives the entry of the report that a condition on table reports names.
func (s *Store) loadEntry(ctx context.Context, where string, arg any) (*onrecord.Entry, error) {
	head, err := s.prepared.ask(ctx, s.read, "SELECT id, made FROM reports WHERE "+where) //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err != nil {
		return nil, err
	}
	var key recentKey
	if err := head.QueryRowContext(ctx, arg).Scan(&key.report, &key.made); err != nil {
		return nil, notFound(err)
	}
	if e := s.recent.find(key); e != nil {
		return e, nil
	}
	e, err := s.unpackEntry(ctx, where, arg, &key.made)
	if err == nil && e.Report.ID == key.report {
		s.recent.keep(key, e)
	}
	return e, err
}

// unpackEntry gives the entry as it is stored, and how it was made.
func (s *Store) unpackEntry(ctx context.Context, where string, arg any, made *string) (*onrecord.Entry, error) {
	var packed []byte
	if err := s.read.QueryRowContext(ctx, "SELECT made, entry FROM reports WHERE "+where, arg).Scan(made, &packed); err != nil {
		return nil, notFound(err)
	}
	return s.pack.OpenEntry(packed)
}
