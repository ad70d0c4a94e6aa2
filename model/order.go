package model

import (
	"cmp"
	"maps"
	"slices"
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func sortCells(row []cell) {
	slices.SortFunc(row, func(a, b cell) int { return cmp.Compare(a.class, b.class) })
}
