package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/store"
)

// Bounds of a query; what people and programs ask for lies far below them.
const (
	maxBytes = 10_000
	maxTerms = 200
	maxDepth = 50
)

// Parse reads a query. An empty one gives nil, which asks for everything. The
// error is a [*SyntaxError].
func Parse(query string) (store.Q, error) {
	p := &parser{lexer: lexer{query: query}}
	if len(query) > maxBytes {
		return nil, &SyntaxError{Query: query[:20], Fault: fmt.Sprintf("longer than %d bytes", maxBytes)}
	}
	if at := invalidAt(query); at >= 0 {
		return nil, p.fault(at, "not UTF-8")
	}
	q, err := p.parse()
	if err != nil {
		return nil, err
	}
	return q, nil
}

func invalidAt(query string) int {
	for at, r := range query {
		if r == utf8.RuneError && !strings.HasPrefix(query[at:], "\ufffd") {
			return at
		}
	}
	return -1
}

// parser reads by descent: or > and > not > term. It looks one token ahead.
type parser struct {
	lexer
	token token
	terms int
	depth int
}

func (p *parser) fault(at int, format string, args ...any) *SyntaxError {
	return &SyntaxError{Query: p.query, At: at, Fault: fmt.Sprintf(format, args...)}
}

func (p *parser) advance() (err *SyntaxError) {
	p.token, err = p.next()
	return err
}

func (p *parser) parse() (store.Q, *SyntaxError) {
	if err := p.advance(); err != nil || p.token.kind == end {
		return nil, err
	}
	q, err := p.parseOr()
	if err == nil && p.token.kind != end {
		err = p.fault(p.token.at, "nothing is open that %q closes", p.token.text)
	}
	return q, err
}

func (p *parser) parseOr() (store.Q, *SyntaxError) {
	q, err := p.parseAnd()
	if err != nil || p.token.kind != or {
		return q, err
	}
	all := store.Or{q}
	for p.token.kind == or {
		if err := p.advance(); err != nil {
			return nil, err
		}
		if q, err = p.parseAnd(); err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

func (p *parser) parseAnd() (store.Q, *SyntaxError) {
	var all store.And
	for {
		q, err := p.parseNot()
		if err != nil {
			return nil, err
		}
		all = append(all, q)
		if p.token.kind == and {
			if err := p.advance(); err != nil {
				return nil, err
			}
			continue // AND wants a term after it
		}
		if p.token.kind == or || p.token.kind == closing || p.token.kind == end {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

func (p *parser) parseNot() (store.Q, *SyntaxError) {
	if p.token.kind != minus {
		return p.parseTerm()
	}
	if err := p.descend(); err != nil {
		return nil, err
	}
	defer p.ascend()
	if err := p.advance(); err != nil {
		return nil, err
	}
	q, err := p.parseNot()
	return store.Not{Q: q}, err
}

func (p *parser) descend() *SyntaxError {
	if p.depth++; p.depth > maxDepth {
		return p.fault(p.token.at, "nested deeper than %d", maxDepth)
	}
	return nil
}

func (p *parser) ascend() { p.depth-- }

func (p *parser) parseTerm() (store.Q, *SyntaxError) {
	t := p.token
	if p.terms++; p.terms > maxTerms {
		return nil, p.fault(t.at, "more than %d terms", maxTerms)
	}
	switch t.kind {
	case open:
		return p.parseGroup()
	case field:
		return p.parseField()
	case word, phrase:
		text, prefix, err := p.words(t)
		if err != nil {
			return nil, err
		}
		return store.Words{Text: text, Prefix: prefix}, p.advance()
	}
	return nil, p.fault(t.at, "a term is missing here")
}

func (p *parser) parseGroup() (store.Q, *SyntaxError) {
	start := p.token.at
	if err := p.descend(); err != nil {
		return nil, err
	}
	defer p.ascend()
	if err := p.advance(); err != nil {
		return nil, err
	}
	q, err := p.parseOr()
	if err != nil {
		return nil, err
	}
	if p.token.kind != closing {
		return nil, p.fault(start, "the parenthesis is never closed")
	}
	return q, p.advance()
}

// words gives what is to be looked for, and whether its last word may go on.
func (p *parser) words(t token) (text string, prefix bool, err *SyntaxError) {
	text = t.text
	if t.kind != phrase {
		text, prefix = strings.CutSuffix(text, "*")
	}
	if !strings.ContainsFunc(text, isWordRune) {
		return "", false, p.fault(t.at, "nothing to look for: a term needs a letter or a digit")
	}
	return text, prefix, nil
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
