package sqlite

import (
	"strings"

	"onrecord/store"
)

// mostConcerned is how many actors' lists are read at once.
const mostConcerned = 20

// splitToward takes from a query toward whom all is that it finds: where one of some names stands, or what concerns one of
// some actors.
func splitToward(q store.Q) (toward store.Or, rest store.And, ok bool) {
	return splitOff(q, func(either store.Or) bool {
		names, actors, ok := namesOrActors(either)
		return ok && len(names) > 0 && len(actors) > 0 && len(actors) <= mostConcerned
	})
}

// namesOrActors parts alternatives that the index answers from actors; ok is false if there are others.
func namesOrActors(either store.Or) (names store.Or, actors store.Concerns, ok bool) {
	for _, one := range either {
		if _, isMatch := matchExpression(one); isMatch {
			names = append(names, one)
			continue
		}
		switch one := one.(type) {
		case store.Concerns:
			actors = append(actors, one...)
		case store.Or:
			more, others, ok := namesOrActors(one)
			if !ok {
				return nil, nil, false
			}
			names, actors = append(names, more...), append(actors, others...)
		default:
			return nil, nil, false
		}
	}
	return names, actors, true
}

// towardFirst finds the lines of names and those that concern actors, each in a list in the order of the record, so that
// the first hits of all are found without looking at the rest.
func towardFirst(toward store.Or, rest store.And) (condition, error) {
	names, actors, _ := namesOrActors(toward)
	from, named, err := compileFrom(append(store.And{names}, rest...))
	if err != nil {
		return condition{}, err
	}
	lists, args := []string{"SELECT l.report, l.sort, l.id, line_words.rowid FROM " + from + " WHERE " + named.sql}, named.args
	c, err := compile(rest)
	for _, actor := range actors {
		lists = append(lists, "SELECT l.report, l.sort, l.id, s.line FROM stands s CROSS JOIN lines l ON l.key = s.line WHERE s.toward = ? AND "+c.sql)
		args = append(append(args, actor), c.args...)
	}
	return condition{strings.Join(lists, " UNION ALL ") + " ORDER BY 4 DESC", args}, err
}
