package actors

import (
	"maps"
	"slices"
)

// sortedKeys gives the keys of a map in order, so that no output hangs on the
// order of a map.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
