// Package sqlite keeps entries in one SQLite file, without a server. Start at
// [Open].
//
// The file is in WAL mode: one connection writes, several read, and readers do not
// wait for the writer. Each Put is one transaction. Pages and entries are packed
// with zstd; words and names stand in an FTS5 index that keeps no second copy of
// them. The schema is migrations/*.sql.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	_ "modernc.org/sqlite" // registers the driver "sqlite"

	"onrecord/store"
	"onrecord/store/pack"
)

var _ store.Store = (*Store)(nil)

// Options say how a file is opened. The zero value reads and writes, and makes
// the file if it is missing.
type Options struct {
	ReadOnly bool          // the file must exist; nothing is written, not even a newer schema
	Patience time.Duration // how long to wait for another program's lock; 0 means 10 seconds
	MaxBytes int64         // a Put that would make the file larger fails with store.ErrFull; 0: no bound

	// Progress is told how far a file is that is brought up to a newer schema, which takes a minute for
	// each hundred thousand reports; nil: nobody waits for it.
	Progress func(done, all int)
}

// Store is an open SQLite file. It is safe for many goroutines.
type Store struct {
	path  string
	write *sql.DB // one connection; nil if read-only
	read  *sql.DB
	pack  *pack.Packer

	prepared prepared
	atHome   prepared // for the connection of [Store.home]
	recent   recent
	watch    watch
}

// Open opens the file at path. Close must be called to leave one file behind:
// until then there may be two beside it (-wal, -shm).
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, pack: pack.New()}
	if err := checkFile(path, o.ReadOnly); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := s.connect(ctx, o); err != nil {
		return nil, errors.Join(s.fault("open", err), s.closeAll())
	}
	return s, nil
}

// connect opens the writer first, which migrates, then the readers.
func (s *Store) connect(ctx context.Context, o Options) (err error) {
	if !o.ReadOnly {
		if s.write, err = sql.Open("sqlite", dataSource(s.path, o, true)); err != nil {
			return err
		}
		s.write.SetMaxOpenConns(1)
		if err := migrate(ctx, s.write, o.Progress); err != nil {
			return err
		}
		if err := limitSize(ctx, s.write, o.MaxBytes); err != nil {
			return err
		}
	}
	err = s.openReaders(ctx, dataSource(s.path, o, false))
	if o.ReadOnly && isUnopenable(err) && !exists(s.path+"-wal") {
		// A folder that nobody may write to, such as a disc: readers cannot agree on
		// who reads what, and need not, since nothing changes.
		err = s.openReaders(ctx, dataSource(s.path, o, false)+"&immutable=1")
	}
	return err
}

func (s *Store) openReaders(ctx context.Context, source string) (err error) {
	if s.read != nil {
		_ = s.read.Close() // of an attempt that failed
	}
	if s.read, err = sql.Open("sqlite", source); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(readers())
	s.read.SetMaxIdleConns(readers()) // one that is closed forgets its pages and prepared statements
	return checkSchema(ctx, s.read)
}

// readers is how many connections read; one of them watches.
func readers() int { return max(4, runtime.GOMAXPROCS(0)) + 1 }

// Pages of the file that readers keep, in KB: all together, and each at least.
const (
	keptByReaders = 40_000
	keptByReader  = 2_000
)

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// dataSource names the file and what is set on every connection to it.
func dataSource(path string, o Options, write bool) string {
	patience := o.Patience
	if patience == 0 {
		patience = 10 * time.Second
	}
	set := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()),
		"foreign_keys(1)",
	}}
	switch {
	case write:
		set.Set("_txlock", "immediate")
		set.Add("_pragma", "cache_size(-64000)")       // a report touches some hundred pages all over a large file
		set.Add("_pragma", "wal_autocheckpoint(8000)") // so many pages, about thirty reports, are folded in at a time
		set.Add("_pragma", "journal_mode(wal)")
		set.Add("_pragma", "synchronous(normal)") // whole after a crash; the last Puts may be gone and can be put again
	case o.ReadOnly:
		set.Set("mode", "ro")
		fallthrough
	default:
		set.Add("_pragma", fmt.Sprintf("cache_size(-%d)", max(keptByReader, keptByReaders/readers())))
		set.Add("_pragma", "query_only(1)")
	}
	return fileURL(path) + "?" + set.Encode()
}

// fileURL escapes what would else end the name: "?" and "#" are fine in one.
func fileURL(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// checkFile finds what SQLite would report as "unable to open" or, worse, as a
// new database.
func checkFile(path string, mustExist bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && !mustExist:
		_, err = os.Stat(filepath.Dir(path))
		return err
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: not a regular file", store.ErrUnreadable)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return f.Close()
}

// Close ends all connections and folds the write-ahead log into the file.
func (s *Store) Close() error { return s.fault("close", s.closeAll()) }

func (s *Store) closeAll() error {
	faults := []error{s.watch.close()}
	for _, db := range []*sql.DB{s.read, s.write} { // the writer last: it can fold the log
		if db != nil {
			faults = append(faults, db.Close())
		}
	}
	return errors.Join(faults...)
}

// limitSize bounds the file. The bound belongs to the connection; the writer has
// but one, so it is never opened anew behind our back.
func limitSize(ctx context.Context, db *sql.DB, size int64) error {
	if size <= 0 {
		return nil
	}
	var page int64
	if err := db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&page); err != nil {
		return err
	}
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", max(1, size/page)))
	return err
}
