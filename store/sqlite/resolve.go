package sqlite

import (
	"context"

	"onrecord/store"
)

// resolve looks up, in the whole record, who is meant by the names of a query, and asks for all
// their names.
func (s *Store) resolve(ctx context.Context, q store.Q) (store.Q, error) {
	switch q := q.(type) {
	case store.And:
		all, err := s.resolveAll(ctx, q)
		return store.And(all), err
	case store.Or:
		all, err := s.resolveAll(ctx, q)
		return store.Or(all), err
	case store.Not:
		inner, err := s.resolve(ctx, q.Q)
		return store.Not{Q: inner}, err
	case store.Name:
		return s.resolveName(ctx, q)
	}
	return q, nil
}

func (s *Store) resolveAll(ctx context.Context, all []store.Q) ([]store.Q, error) {
	resolved := make([]store.Q, 0, len(all))
	for _, q := range all {
		one, err := s.resolve(ctx, q)
		if err != nil {
			return nil, err
		}
		resolved = append(resolved, one)
	}
	return resolved, nil
}

// Bounds of what one name may stand for.
const (
	mostMeant = 5
	mostNames = 40
)

func (s *Store) resolveName(ctx context.Context, q store.Name) (store.Q, error) {
	var meant []store.ActorCount
	switch q.Part {
	case store.By, store.For, store.About, store.Actor, store.Recipient, store.Via, store.Toward:
		if q.Prefix {
			break
		}
		counts, err := s.ActorsNamed(ctx, q.Text)
		if err != nil {
			return nil, err
		}
		meant = counts[:min(mostMeant, len(counts))]
	}
	part := q.Part
	if part == store.Toward {
		part = store.Recipient
	}
	names := store.Or{store.Name{Part: part, Text: q.Text, Prefix: q.Prefix}}
	var ids store.Concerns
	for _, m := range meant {
		ids = append(ids, m.Actor)
		aliases, err := s.AliasesOf(ctx, m.Actor)
		if err != nil {
			return nil, err
		}
		for _, a := range aliases[:min(mostNames, len(aliases))] {
			if a.Name != store.FoldName(q.Text) {
				names = append(names, store.Name{Part: part, Text: a.Name})
			}
		}
	}
	if q.Part == store.Toward && len(ids) > 0 {
		return store.Or{names, ids}, nil
	}
	if len(names) == 1 {
		return names[0], nil
	}
	return names, nil
}
