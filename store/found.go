package store

import (
	"iter"

	"onrecord"
)

// Found is a line that a search found: the number of its report, its sort and id.
type Found struct {
	Report   int64
	Sort, ID string
}

// HitsOf gives lines that were found with their entries. By date, the lines of one report stand together, so read is asked
// for each entry once; lines are all that were found of it there.
func HitsOf(all []Found, read func(report int64, lines []string) (*onrecord.Entry, error)) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		for len(all) > 0 {
			n := 0
			var lines []string
			for ; n < len(all) && all[n].Report == all[0].Report; n++ {
				lines = append(lines, all[n].ID)
			}
			entry, err := read(all[0].Report, lines)
			if err != nil {
				yield(Hit{}, err)
				return
			}
			for _, f := range all[:n] {
				if !yield(HitIn(entry, f.Sort, f.ID), nil) {
					return
				}
			}
			all = all[n:]
		}
	}
}
