package postgres_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"onrecord"
	"onrecord/store"
	"onrecord/store/postgres"
	"onrecord/store/postgres/pgtest"
	"onrecord/store/storetest"
)

func TestPutAllIsOneTransaction(t *testing.T) {
	s := open(t, pgtest.Address(t), postgres.Options{})
	embassy, harbour, changed := storetest.Embassy(), storetest.Harbour(), storetest.Embassy()
	changed.Provenance.Program = "another"
	items := func(entries ...*onrecord.Entry) (all []postgres.Item) {
		for _, e := range entries {
			all = append(all, postgres.Item{Entry: e, Page: store.Page{Raw: []byte(e.Text)}})
		}
		return all
	}
	refused := errors.New("refused")
	if _, err := s.PutAll(t.Context(), items(embassy, harbour), func(pgx.Tx) error { return refused }); !errors.Is(err, refused) {
		t.Fatalf("PutAll = %v", err)
	}
	if c, err := s.Count(t.Context()); err != nil || c.Reports != 0 {
		t.Fatalf("after a refusal %+v, %v", c, err)
	}
	for _, step := range []struct {
		put  []postgres.Item
		want []store.Outcome
	}{
		{nil, []store.Outcome{}},
		{items(embassy, embassy), []store.Outcome{store.Added, store.Unchanged}},
		{items(harbour, embassy), []store.Outcome{store.Added, store.Unchanged}},
		{items(changed, harbour), []store.Outcome{store.Replaced, store.Unchanged}},
	} {
		got, err := s.PutAll(t.Context(), step.put, nil)
		if err != nil || !slices.Equal(got, step.want) {
			t.Errorf("PutAll = %v, %v, want %v", got, err, step.want)
		}
	}
	if e, err := s.Get(t.Context(), embassy.Report.ID); err != nil || e.Provenance.Program != "another" {
		t.Errorf("Get = %+v, %v", e, err)
	}
	held, err := s.HoldsOf(t.Context(), []onrecord.ReportID{embassy.Report.ID, harbour.Report.ID}, harbour.Provenance)
	if err != nil || len(held) != 1 || !held[harbour.Report.ID] {
		t.Errorf("HoldsOf = %v, %v", held, err)
	}
}
