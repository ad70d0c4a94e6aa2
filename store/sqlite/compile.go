package sqlite

import (
	"fmt"
	"strings"
	"time"

	"onrecord/store"
)

// condition is SQL over the row l of table lines, and its arguments. It is never
// NULL, so NOT turns it round.
type condition struct {
	sql  string
	args []any
}

// is compares a column that may be NULL so that an index of those that are not serves.
func is(column string) string { return "(" + column + " IS NOT NULL AND " + column + " = ?)" }

// columns of lines that hold the fields of a query.
func column(f store.Field) (string, error) {
	switch f {
	case store.Sort:
		return "l.sort", nil
	case store.Kind, store.Form, store.Type, store.Status, store.Named:
		return "l." + string(f), nil
	}
	return "", fmt.Errorf("search: unknown field %q", f)
}

// compile turns a query into SQL. What the FTS index can answer by itself is
// handed to it in one piece.
func compile(q store.Q) (condition, error) {
	if q == nil {
		return condition{sql: "1"}, nil
	}
	if match, ok := matchExpression(q); ok {
		return condition{"l.key IN (SELECT rowid FROM line_words WHERE line_words MATCH ?)", []any{match}}, nil
	}
	switch q := q.(type) {
	case store.And:
		return compileAll(gather(q), " AND ", "1")
	case store.Or:
		return compileAll(q, " OR ", "0")
	case store.Not:
		c, err := compile(q.Q)
		return condition{"NOT (" + c.sql + ")", c.args}, err
	case store.Value:
		name, err := column(q.Field)
		return condition{is(name), []any{q.Is}}, err
	case store.Days:
		return compileDays(q), nil
	case store.Name:
		return compileName(q)
	case store.Parties:
		return compileParties(q), nil
	case store.Talked:
		return compileTalked(q), nil
	case store.Concerns:
		return condition{"l.key IN (SELECT line FROM stands WHERE toward IN (" + marks(len(q)) + "))", repeat(q, 1)}, nil
	}
	return condition{}, fmt.Errorf("search: unknown condition %T", q)
}

// gather puts all parts of an And that the FTS index can answer into one.
func gather(all store.And) []store.Q {
	var words store.And
	var parts []store.Q
	for _, q := range all {
		if _, ok := matchExpression(q); ok {
			words = append(words, q)
		} else {
			parts = append(parts, q)
		}
	}
	if len(words) > 0 {
		parts = append(parts, words)
	}
	return parts
}

func compileAll(all []store.Q, with, empty string) (condition, error) {
	parts, args := make([]string, 0, len(all)), []any{}
	for _, q := range all {
		c, err := compile(q)
		if err != nil {
			return condition{}, err
		}
		parts, args = append(parts, c.sql), append(args, c.args...)
	}
	if len(parts) == 0 {
		return condition{sql: empty}, nil
	}
	return condition{"(" + strings.Join(parts, with) + ")", args}, nil
}

// compileDays looks at the days of lines in the order of the record; see daysFirst for those of a short time.
func compileDays(d store.Days) condition {
	since, until := bounds(d)
	c := condition{sql: "(l.day_from IS NOT NULL"}
	if since != "" {
		c.sql, c.args = c.sql+" AND +l.day_to >= ?", append(c.args, since)
	}
	if until != "" {
		c.sql, c.args = c.sql+" AND +l.day_from <= ?", append(c.args, until)
	}
	c.sql += ")"
	return c
}

// bounds gives the first and the last day of an interval; "" is open.
func bounds(d store.Days) (since, until string) {
	if from, known := d.From.First(); known {
		since = from.Format(time.DateOnly)
	}
	if to, known := d.To.Last(); known {
		until = to.Format(time.DateOnly)
	}
	return since, until
}

func compileParties(p store.Parties) condition {
	c := condition{sql: "(l.sort <> 'report'"}
	if p.Doer != "" {
		c.sql, c.args = c.sql+" AND "+is("l.doer"), append(c.args, p.Doer)
	}
	if p.Recipient != "" {
		c.sql, c.args = c.sql+" AND "+is("l.recipient"), append(c.args, p.Recipient)
	}
	c.sql += ")"
	return c
}

// compileName asks the tables of parts that have no column in the index.
func compileName(q store.Name) (condition, error) {
	switch q.Part {
	case store.Place:
		if q.Prefix {
			return condition{"l.key IN (SELECT line FROM places WHERE place >= ? AND place < ? || char(1114111))", []any{store.FoldName(q.Text), store.FoldName(q.Text)}}, nil
		}
		return condition{"l.key IN (SELECT line FROM places WHERE place = ?)", []any{store.FoldName(q.Text)}}, nil
	case store.Topic:
		match, ok := matchTopic(q)
		if !ok {
			return condition{sql: "0"}, nil
		}
		return condition{"l.key IN (SELECT line FROM stands WHERE rowid IN (SELECT rowid FROM stand_words WHERE stand_words MATCH ?))", []any{match}}, nil
	}
	return condition{}, fmt.Errorf("search: unknown part %q", q.Part)
}

// isIndexed reports whether a part is a column of the index.
func isIndexed(p store.Part) bool { return p != store.Place && p != store.Topic && p != store.Toward }

// matchExpression writes a condition in the language of FTS5; ok is false if the
// index alone cannot answer it.
func matchExpression(q store.Q) (expression string, ok bool) {
	switch q := q.(type) {
	case store.Words:
		return `{words "by" "as" actor "to"} : ` + phrase(q.Text, q.Prefix), true
	case store.Name:
		if !isIndexed(q.Part) {
			return "", false
		}
		return `"` + string(q.Part) + `" : ` + phrase(q.Text, q.Prefix), true
	case store.And:
		return matchAll(q, " AND ")
	case store.Or:
		return matchAll(q, " OR ")
	}
	return "", false
}

func matchAll(all []store.Q, with string) (string, bool) {
	parts := make([]string, 0, len(all))
	for _, q := range all {
		part, ok := matchExpression(q)
		if !ok {
			return "", false
		}
		parts = append(parts, part)
	}
	return "(" + strings.Join(parts, with) + ")", len(parts) > 0
}

// phrase quotes words for FTS5, which cuts them up as it did the text.
func phrase(words string, prefix bool) string {
	words = strings.NewReplacer(`"`, " ", "\x00", " ").Replace(words)
	if prefix {
		return `"` + words + `" *`
	}
	return `"` + words + `"`
}
