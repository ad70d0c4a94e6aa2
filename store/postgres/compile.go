package postgres

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/store"
)

// compiler turns a query into SQL over the row l of table lines. No condition that it writes
// is ever NULL, so NOT turns it round.
type compiler struct {
	args  []any
	terms []string // that are looked for, as a tsquery writes them
}

// arg adds an argument and gives its place.
func (c *compiler) arg(value any) string {
	c.args = append(c.args, value)
	return fmt.Sprintf("$%d", len(c.args))
}

func (c *compiler) compile(q store.Q) (string, error) {
	switch q := q.(type) {
	case nil:
		return "true", nil
	case store.And:
		return c.compileAll(q, " AND ", "true")
	case store.Or:
		return c.compileAll(q, " OR ", "false")
	case store.Not:
		inner, err := c.compile(q.Q)
		return "NOT (" + inner + ")", err
	case store.Words:
		return c.phrase(q.Text, q.Prefix, "", store.By, store.As, store.Actor, store.Recipient), nil
	case store.Name:
		return c.compileName(q)
	case store.Value:
		name, err := column(q.Field)
		return name + " IS NOT DISTINCT FROM " + c.arg(plain(q.Is)), err
	case store.Days:
		return c.compileDays(q), nil
	case store.Parties:
		return c.compileParties(q), nil
	case store.Concerns:
		return "l.key IN (SELECT line FROM stands WHERE toward = ANY(" + c.arg(texts(q)) + "))", nil
	}
	return "", fmt.Errorf("search: unknown condition %T", q)
}

func (c *compiler) compileAll(all []store.Q, with, empty string) (string, error) {
	conditions := make([]string, 0, len(all))
	for _, q := range all {
		one, err := c.compile(q)
		if err != nil {
			return "", err
		}
		conditions = append(conditions, one)
	}
	if len(conditions) == 0 {
		return empty, nil
	}
	return "(" + strings.Join(conditions, with) + ")", nil
}

// column of lines that holds a field of a query.
func column(f store.Field) (string, error) {
	switch f {
	case store.Sort:
		return "l.sort", nil
	case store.Kind, store.Form, store.Type, store.Status, store.Named:
		return "l." + string(f), nil
	}
	return "", fmt.Errorf("search: unknown field %q", f)
}

func (c *compiler) compileDays(d store.Days) string {
	sql := "(l.day_from IS NOT NULL"
	if day, ok := d.From.First(); ok {
		sql += " AND l.day_to >= " + c.arg(day.Format("2006-01-02"))
	}
	if day, ok := d.To.Last(); ok {
		sql += " AND l.day_from <= " + c.arg(day.Format("2006-01-02"))
	}
	return sql + ")"
}

func (c *compiler) compileParties(p store.Parties) string {
	sql := "(l.sort <> 'report'"
	if p.Doer != "" {
		sql += " AND l.doer IS NOT DISTINCT FROM " + c.arg(plain(string(p.Doer)))
	}
	if p.Recipient != "" {
		sql += " AND l.recipient IS NOT DISTINCT FROM " + c.arg(plain(string(p.Recipient)))
	}
	return sql + ")"
}

func (c *compiler) compileName(q store.Name) (string, error) {
	switch q.Part {
	case store.Place:
		place := c.arg(plain(store.FoldName(q.Text)))
		if q.Prefix {
			return "l.key IN (SELECT line FROM places WHERE place >= " + place + " AND starts_with(place, " + place + "))", nil
		}
		return "l.key IN (SELECT line FROM places WHERE place = " + place + ")", nil
	case store.Topic:
		return c.topic(q), nil
	}
	if !slices.ContainsFunc(parts[1:], func(p part) bool { return p.name == q.Part }) {
		return "", fmt.Errorf("search: unknown part %q", q.Part)
	}
	return c.phrase(q.Text, q.Prefix, q.Part), nil
}

// topic asks for stands by the stems of words, in any order.
func (c *compiler) topic(q store.Name) string {
	words := fold(q.Text)
	if len(words) == 0 {
		return "false"
	}
	query := strings.Join(words, " & ")
	if q.Prefix {
		query += ":*"
	}
	return "l.key IN (SELECT line FROM stands WHERE terms @@ to_tsquery('english', " + c.arg(query) + "))"
}

// phrase asks for words next to each other in one of several parts: the index finds the lines
// that have all the words, LIKE those in which they adjoin.
func (c *compiler) phrase(text string, prefix bool, in ...store.Part) string {
	words := fold(text)
	if len(words) == 0 {
		return "false"
	}
	pattern := "% " + strings.Join(words, " ") + " %" // no word holds % or _
	if prefix {
		pattern = "% " + strings.Join(words, " ") + "%"
	}
	like := c.arg(pattern)
	var queries, likes []string
	for _, p := range parts {
		if slices.Contains(in, p.name) {
			query := c.allOf(p.mark, words, prefix)
			queries, likes = append(queries, query), append(likes, "l."+p.title+" LIKE "+like)
		}
	}
	return "(l.terms @@ " + c.arg(anyOf(queries)) + "::tsquery AND (" + strings.Join(likes, " OR ") + "))"
}

// allOf writes a tsquery for all the words of a part.
func (c *compiler) allOf(mark byte, words []string, prefix bool) string {
	all := make([]string, 0, len(words))
	for i, word := range words {
		one := "'" + term(mark, word) + "'"
		if prefix && i == len(words)-1 || len(word) > maxTerm {
			one += ":*"
		}
		all = append(all, one)
	}
	c.terms = append(c.terms, all...)
	return "(" + strings.Join(all, " & ") + ")"
}

func anyOf(queries []string) string { return strings.Join(queries, " | ") }

// texts are the plain strings of names.
func texts[T ~string](all []T) []string {
	out := make([]string, 0, len(all))
	for _, one := range all {
		out = append(out, plain(string(one)))
	}
	return out
}
