package postgres_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
	"onrecord/store/postgres"
	"onrecord/store/postgres/pgtest"
	"onrecord/store/storetest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

func open(t testing.TB, address string, o postgres.Options) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConformance(t *testing.T) {
	pgtest.Address(t) // skips the suite as one
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, pgtest.Address(t), postgres.Options{}) })
}

func TestSchemaIsMadeOnceByManyPrograms(t *testing.T) {
	address := pgtest.Address(t)
	if _, err := postgres.Open(t.Context(), address, postgres.Options{ReadOnly: true}); !errors.Is(err, store.ErrUnreadable) {
		t.Errorf("an empty database opened for reading: %v", err)
	}
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s, err := postgres.Open(t.Context(), address, postgres.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			e := storetest.Embassy()
			e.Report.ID = onrecord.ReportID(fmt.Sprint("r", i))
			if _, err := s.Put(t.Context(), e, store.Page{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	s := open(t, address, postgres.Options{ReadOnly: true})
	if c, err := s.Count(t.Context()); err != nil || c.Reports != 4 {
		t.Errorf("Count = %+v, %v", c, err)
	}
	if _, err := s.Put(t.Context(), storetest.Harbour(), store.Page{}); !errors.Is(err, store.ErrNotAllowed) {
		t.Errorf("Put into a database opened for reading: %v", err)
	}
}

func TestOtherVersionsAreRefused(t *testing.T) {
	address := pgtest.Address(t)
	open(t, address, postgres.Options{})
	db, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(t.Context())
	for _, version := range []int{1, 999} {
		if _, err := db.Exec(t.Context(), "UPDATE onrecord_schema SET version = $1", version); err != nil {
			t.Fatal(err)
		}
		if _, err := postgres.Open(t.Context(), address, postgres.Options{}); !errors.Is(err, store.ErrOtherModel) {
			t.Errorf("schema %d: %v", version, err)
		}
	}
}

func TestPasswordIsNeverTold(t *testing.T) {
	for _, address := range []string{
		"postgres://me:secret@127.0.0.1:1/none?connect_timeout=5",
		"postgres://me:secret@host:port/none",
	} {
		if _, err := postgres.Open(t.Context(), address, postgres.Options{}); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%v", err)
		}
	}
}

// TestHostileFieldsAreKept puts what PostgreSQL would refuse or run.
func TestHostileFieldsAreKept(t *testing.T) {
	s := open(t, pgtest.Address(t), postgres.Options{})
	for i, odd := range []string{"a\x00b", "\xff\xfe", "'; DROP TABLE reports; --", `\ ' " $1 %s`, "<script>alert(1)</script>", "\u202eright to left", strings.Repeat("long", 1000)} {
		e := storetest.Embassy()
		e.Report.ID = onrecord.ReportID(fmt.Sprint("odd", i))
		e.Report.Source, e.Report.URL, e.Report.Outlet, e.Report.Headline = odd, odd, odd, odd
		e.Actors[0].Name, e.Statements[0].Speaker.Role = odd, odd
		if _, err := s.Put(t.Context(), e, store.Page{Raw: []byte(odd)}); err != nil {
			t.Errorf("%q: %v", odd, err)
		}
		for _, err := range s.Search(t.Context(), store.Query{Where: store.Or{store.Words{Text: odd}, store.Name{Part: store.Outlet, Text: odd, Prefix: true}}}) {
			if err != nil {
				t.Errorf("search %q: %v", odd, err)
			}
		}
	}
	if c, err := s.Count(t.Context()); err != nil || c.Reports != 7 {
		t.Errorf("Count = %+v, %v", c, err)
	}
}
