package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is the kind of a token of a query.
type tokenKind int

const (
	end     tokenKind = iota
	word              // kabulov, ambass*
	phrase            // "do not see"
	field             // by:
	open              // (
	closing           // )
	minus             // - before a term, NOT
	or                // OR
	and               // AND
)

// token is a piece of a query and where it stands.
type token struct {
	kind tokenKind
	at   int
	text string // of a word, a phrase without its quotes, a field without its colon
}

// isValue reports whether the token can stand after a field's colon. OR, AND and
// NOT have no meaning of their own there.
func (t token) isValue() bool {
	switch t.kind {
	case word, phrase, or, and:
		return true
	case minus:
		return t.text == "NOT"
	}
	return false
}

// lexer cuts a query into tokens, one at a time.
type lexer struct {
	query string
	at    int
}

// closes gives, for a mark that opens a phrase, the one that closes it.
func closes(r rune) (closing rune, ok bool) {
	switch r {
	case '"':
		return '"', true
	case '“', '„':
		return '”', true
	case '«':
		return '»', true
	}
	return 0, false
}

func (l *lexer) next() (token, *SyntaxError) {
	l.at += len(l.query[l.at:]) - len(strings.TrimLeftFunc(l.query[l.at:], unicode.IsSpace))
	at := l.at
	r, size := utf8.DecodeRuneInString(l.query[at:])
	if size == 0 {
		return token{end, at, ""}, nil
	}
	if closing, ok := closes(r); ok {
		l.at += size
		return l.phrase(at, closing)
	}
	switch r {
	case '(', ')', '-':
		l.at += size
		return token{map[rune]tokenKind{'(': open, ')': closing, '-': minus}[r], at, string(r)}, nil
	}
	return l.word(at), nil
}

// phrase reads up to the closing mark; a backslash takes the next character as
// it is.
func (l *lexer) phrase(at int, closing rune) (token, *SyntaxError) {
	var text strings.Builder
	for l.at < len(l.query) {
		r, size := utf8.DecodeRuneInString(l.query[l.at:])
		l.at += size
		switch {
		case r == closing || (r == '"' && closing == '”'):
			return token{phrase, at, text.String()}, nil
		case r == '\\' && l.at < len(l.query):
			_, size = utf8.DecodeRuneInString(l.query[l.at:])
			l.at += size
		}
		text.WriteString(l.query[l.at-size : l.at])
	}
	return token{}, &SyntaxError{Query: l.query, At: at, Fault: "the quotation mark is never closed"}
}

// word reads up to a space, a parenthesis, a quotation mark, or the colon that
// makes it a field.
func (l *lexer) word(at int) token {
	for l.at < len(l.query) {
		r, size := utf8.DecodeRuneInString(l.query[l.at:])
		if r == ':' {
			l.at += size
			return token{field, at, l.query[at : l.at-size]}
		}
		if _, quote := closes(r); quote || r == '(' || r == ')' || unicode.IsSpace(r) {
			break
		}
		l.at += size
	}
	text := l.query[at:l.at]
	switch text {
	case "OR":
		return token{or, at, text}
	case "AND":
		return token{and, at, text}
	case "NOT":
		return token{minus, at, text}
	}
	return token{word, at, text}
}
