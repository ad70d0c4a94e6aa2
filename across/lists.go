package across

import "slices"

// lists are lists by their numbers, all in one piece: of many short ones the record has hundreds of thousands.
type lists[T any] struct {
	all    []T
	begins []int32 // where each begins, and where the last ends
}

// newLists makes n lists. each adds what is in them, each with the number of its list and in the order of the list; it is
// asked twice.
func newLists[T any](n int, each func(add func(list int, one T))) lists[T] {
	begins := make([]int32, n+1)
	each(func(list int, _ T) { begins[list+1]++ })
	for list := range n {
		begins[list+1] += begins[list]
	}
	all, next := make([]T, begins[n]), slices.Clone(begins)
	each(func(list int, one T) {
		all[next[list]] = one
		next[list]++
	})
	return lists[T]{all, begins}
}

func (l *lists[T]) list(n int) []T { return l.all[l.begins[n]:l.begins[n+1]] }
