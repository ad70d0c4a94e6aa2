package web

import (
	"onrecord/search"
	"onrecord/store"
)

// opener gives the address that lists the lines of a sort in a time; "" is every sort, or open.
type opener func(sort, since, until string) string

// found opens lines by a search.
func found(where store.Q) opener {
	return func(sort, since, until string) string {
		all := store.And{}
		if where != nil {
			all = append(all, where)
		}
		if sort == "" {
			all = append(all, store.Not{Q: isA(store.ReportLine)})
		} else {
			all = append(all, isA(sort))
		}
		if since != until {
			all = append(all, daysOf(since, until))
		}
		q := search.Format(all)
		if since == until {
			q += " date:" + since
		}
		return findAt(q)
	}
}
