package store

import (
	"slices"

	"onrecord"
)

// HitIn finds a line, by its sort and id, in its entry. Between search and loading the entry
// may have been replaced; then the report itself is the hit.
func HitIn(e *onrecord.Entry, sort, id string) Hit {
	hit := Hit{Entry: e}
	switch sort {
	case StatementLine:
		if i := slices.IndexFunc(e.Statements, func(s onrecord.Statement) bool { return string(s.ID) == id }); i >= 0 {
			hit.Statement = &e.Statements[i]
		}
	case EventLine:
		if i := slices.IndexFunc(e.Events, func(v onrecord.Event) bool { return string(v.ID) == id }); i >= 0 {
			hit.Event = &e.Events[i]
		}
	}
	return hit
}
