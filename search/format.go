package search

import (
	"fmt"
	"strings"
	"unicode"

	"onrecord/store"
)

// Format prints a query so that [Parse] reads the same conditions back.
func Format(q store.Q) string {
	if q == nil {
		return ""
	}
	return format(q, loose)
}

// binding says what may stand around a condition without parentheses.
type binding int

const (
	loose   binding = iota // anything
	inOr                   // an Or would run together with the one around it
	inAnd                  // so would an And
	inMinus                // a single term
)

func format(q store.Q, b binding) string {
	switch q := q.(type) {
	case store.And:
		return group(join(q, " ", inAnd), b >= inAnd)
	case store.Or:
		return group(join(q, " OR ", inOr), b >= inOr)
	case store.Not:
		return "-" + format(q.Q, inMinus)
	case store.Words:
		return formatWords(q.Text, q.Prefix)
	case store.Name:
		return string(q.Part) + ":" + formatWords(q.Text, q.Prefix)
	case store.Value:
		return string(q.Field) + ":" + formatWords(q.Is, false)
	case store.Days:
		return formatDays(q)
	}
	return fmt.Sprintf("<%T>", q)
}

func group(terms string, needed bool) string {
	if needed {
		return "(" + terms + ")"
	}
	return terms
}

func join[T ~[]store.Q](all T, with string, b binding) string {
	terms := make([]string, 0, len(all))
	for _, q := range all {
		terms = append(terms, format(q, b))
	}
	return strings.Join(terms, with)
}

func formatDays(d store.Days) string {
	switch {
	case d.From == d.To:
		return "date:" + string(d.From)
	case d.To == "":
		return "since:" + string(d.From)
	case d.From == "":
		return "until:" + string(d.To)
	}
	return "date:" + string(d.From) + ".." + string(d.To)
}

// formatWords quotes what would not be read back as one word.
func formatWords(text string, prefix bool) string {
	if prefix {
		return text + "*"
	}
	isSpecial := func(r rune) bool {
		_, quote := closes(r)
		return quote || unicode.IsSpace(r) || strings.ContainsRune(`():\*`, r)
	}
	plain := !strings.ContainsFunc(text, isSpecial) && !strings.HasPrefix(text, "-") && text != ""
	if plain && text != "OR" && text != "AND" && text != "NOT" {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
