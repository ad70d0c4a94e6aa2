package sqlite

import (
	"context"
	"strings"

	"onrecord/store"
)

// matchTopic asks for the words of a topic in any order; ok is false if it has none.
func matchTopic(q store.Name) (match string, ok bool) {
	var all []string
	for _, word := range strings.Fields(store.FoldName(q.Text)) {
		all = append(all, phrase(word, false))
	}
	if q.Prefix && len(all) > 0 {
		all[len(all)-1] += " *"
	}
	return strings.Join(all, " AND "), len(all) > 0
}

// splitTopic takes from a query the topic of all that it finds.
func splitTopic(q store.Q) (topic store.Name, rest store.And, ok bool) {
	return splitOff(q, func(n store.Name) bool {
		_, hasWords := matchTopic(n)
		return n.Part == store.Topic && hasWords
	})
}

// isCommon reports whether a topic has more stands than the root of all of them. Then to go back through the stands of
// the newest lines until enough are of the topic takes less than to gather all of its own and order them; of a rarer one
// it would be to go through nearly all.
func (s *Store) isCommon(ctx context.Context, topic store.Name) (common bool, err error) {
	ask, err := s.prepared.ask(ctx, s.read, commonTopic) //nolint:sqlclosecheck // it is prepared once and closed with the store
	if err != nil {
		return false, err
	}
	match, _ := matchTopic(topic)
	err = ask.QueryRowContext(ctx, match).Scan(&common)
	return common, err
}

const commonTopic = `SELECT count(*) * count(*) > (SELECT coalesce(max(rowid), 0) FROM stands)
FROM (SELECT 1 FROM stand_words WHERE stand_words MATCH ? LIMIT 10000)`

// topicFirst finds the lines of a topic in the order of the record.
func topicFirst(topic store.Name, rest store.And) (condition, error) {
	match, _ := matchTopic(topic)
	c, err := compile(rest)
	return condition{`SELECT l.report, l.sort, l.id, s.line FROM stands s INDEXED BY stands_by_line CROSS JOIN lines l ON l.key = s.line
WHERE s.rowid IN (SELECT rowid FROM stand_words WHERE stand_words MATCH ?) AND ` + c.sql + " ORDER BY s.line DESC", append([]any{match}, c.args...)}, err
}
