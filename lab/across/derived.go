package across

import (
	"context"
	"os"
	"path/filepath"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// kept is a store of entries with all that was derived from them.
type kept struct {
	*sqlite.Store
	dir string
}

// keep stores entries and derives what follows, one after the other, as "onrecord add" does.
func keep(ctx context.Context, entries []*onrecord.Entry) (*kept, error) {
	dir, err := os.MkdirTemp("", "onrecord-lab")
	if err != nil {
		return nil, err
	}
	s, err := sqlite.Open(ctx, filepath.Join(dir, "lab.db"), sqlite.Options{})
	if err != nil {
		return nil, err
	}
	k := &kept{s, dir}
	d := across.NewDeriver(s)
	for _, e := range entries {
		if _, err := s.Put(ctx, e, store.Page{DigestOnly: true}); err != nil {
			return nil, err
		}
		if err := d.CatchUp(ctx, func() {}); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func (k *kept) remove() {
	_ = k.Close()
	_ = os.RemoveAll(k.dir)
}

func (k *kept) links(ctx context.Context) ([]onrecord.Link, error) {
	pairs, err := k.Pairs(ctx, store.PairQuery{Sort: store.StatementLine})
	if err != nil {
		return nil, err
	}
	links := make([]onrecord.Link, 0, len(pairs))
	for _, p := range pairs {
		links = append(links, onrecord.Link{Kind: onrecord.LinkKind(p.Kind), Why: p.Why, Certainty: p.Share,
			From: onrecord.StatementRef{Report: p.FromRef.Report, Statement: onrecord.StatementID(p.FromRef.ID)},
			To:   onrecord.StatementRef{Report: p.ToRef.Report, Statement: onrecord.StatementID(p.ToRef.ID)}})
	}
	return links, nil
}
