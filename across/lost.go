package across

import (
	"context"
	"slices"

	"onrecord/store"
)

// dropLost drops the pairs of two parted lines that stand near each other in no list now.
func (f *finder) dropLost(ctx context.Context, parted []twoLines, change *store.Change) error {
	parted, err := f.pairsAmong(ctx, parted)
	if err != nil {
		return err
	}
	isNear, err := f.areNear(ctx, parted)
	if err != nil {
		return err
	}
	for i, two := range parted {
		if !isNear[i] {
			change.Drop = append(change.Drop, store.Pair{From: two[0], To: two[1]}, store.Pair{From: two[1], To: two[0]})
		}
	}
	return nil
}

// pairsAmong gives those of the parted that are a pair, which are few.
func (f *finder) pairsAmong(ctx context.Context, parted []twoLines) (pairs []twoLines, err error) {
	found, err := f.tables.PairsFrom(ctx, f.others(parted))
	if err != nil {
		return nil, err
	}
	for _, p := range found {
		two := twoOf(p.From, p.To)
		if _, isParted := slices.BinarySearchFunc(parted, two, inOrder); isParted {
			pairs = append(pairs, two)
		}
	}
	return pairs, nil
}

// areNear tells of each two lines whether they stand near each other in some list.
func (f *finder) areNear(ctx context.Context, all []twoLines) ([]bool, error) {
	shared, err := f.tables.Shared(ctx, all, reach)
	if err != nil {
		return nil, err
	}
	near := make([]bool, len(all))
	for i := range shared {
		near[i] = slices.ContainsFunc(shared[i], func(l store.SharedList) bool { return l.Between < reach })
	}
	return near, nil
}
