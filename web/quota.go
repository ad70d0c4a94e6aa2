package web

import (
	"context"
	"net/url"

	"onrecord/across"
	"onrecord/search"
	"onrecord/store"
)

// quota bounds how many statements a page quotes: of each the report is read. What is not quoted is told as a number
// that leads to it.
type quota struct {
	left  int
	quote func(context.Context, []across.Evidence) error
}

const (
	mostQuoted = 30 // statements of a page
	mostRows   = 40 // of a table over time
)

// quoted is the last of some statements, with their words, and how many came before.
type quoted struct {
	Last []across.Evidence
	More int
	At   string // of all of them
}

// take quotes the last of some statements, at most so many.
func (q *quota) take(ctx context.Context, all []across.Evidence, most int, at string) (quoted, error) {
	n := min(len(all), most, q.left)
	q.left -= n
	last := all[len(all)-n:]
	return quoted{last, len(all) - n, at}, q.quote(ctx, last)
}

// wordsOn leads to the statements of somebody on an issue.
func wordsOn(t *across.Topic, who *across.Actor) string {
	all := store.And{store.Name{Part: store.Topic, Text: t.Name}, isA(store.StatementLine)}
	if who != nil {
		all = append(store.And{store.Name{Part: store.By, Text: who.Name}}, all...)
	}
	return "/search?" + url.Values{"q": {search.Format(all)}}.Encode()
}
