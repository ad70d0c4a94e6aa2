// Package search is the language in which people ask for lines of the record.
// Start at [Parse], which reads a query into the conditions of package store;
// [Format] prints them again.
//
//	by:kabulov kind:deny since:2015-12 -via:tass "do not see a need"
//
// Terms stand next to each other and all must hold; OR and parentheses join
// others; "-" or NOT turns one round. docs/search.md is the reference.
package search

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// SyntaxError says what is wrong with a query, and where.
type SyntaxError struct {
	Query string
	At    int // byte offset into Query
	Fault string
	Hint  string // what may have been meant; "" if unknown
}

func (e *SyntaxError) Error() string {
	message := fmt.Sprintf("query, character %d: %s", e.column()+1, e.Fault)
	if e.Hint != "" {
		message += " (" + e.Hint + ")"
	}
	return message
}

// Pointer is the query with a caret under the place, for a terminal.
func (e *SyntaxError) Pointer() string {
	line := strings.Map(blankControls, e.Query)
	return "  " + line + "\n  " + strings.Repeat(" ", e.column()) + "^"
}

// column counts characters, as people do.
func (e *SyntaxError) column() int { return utf8.RuneCountInString(e.Query[:e.At]) }

func blankControls(r rune) rune {
	if r < ' ' || r == 0x7f {
		return ' '
	}
	return r
}
