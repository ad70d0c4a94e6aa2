// Package words makes the words of different reports comparable: it cuts them into
// tokens, stems them, knows which actor a name means, which words mean nearly the
// same and which the opposite, and how much a word tells. Start at [Reader.Read].
//
// It knows no syntax: trees are not kept with entries. It knows no record either:
// every weight comes from a table, so that what two texts have in common does not
// depend on what else is stored.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// Token is a word, a number or a mark.
type Token struct {
	onrecord.Span        // in the text of the report
	Text          string // as it stands there
	Lower         string
	Stem          string           // "" for marks
	Actor         onrecord.ActorID // whom it names; all tokens of a name have it
	Adjective     bool             // an adjective of a state: "Russian"
	Class         Class
}

// IsMark reports whether the token is punctuation.
func (t *Token) IsMark() bool { return t.Stem == "" }

// IsContent reports whether the token tells what a text is about.
func (t *Token) IsContent() bool {
	return !t.IsMark() && t.Actor == "" && t.Class&^(Officials|Light) == 0 && len(t.Stem) > 2 && !t.IsNumber()
}

// IsNumber reports whether the token is written in digits.
func (t *Token) IsNumber() bool { return t.Lower != "" && t.Lower[0] >= '0' && t.Lower[0] <= '9' }

// maxTokens bounds what is read of one statement or event.
const maxTokens = 600

// Reader reads the words of one report.
type Reader struct{ names *names }

// NewReader makes a reader that knows the actors of an entry by the names that the
// entry gives them, and states by their usual names too.
func NewReader(e *onrecord.Entry) *Reader { return &Reader{newNames(e.Actors)} }

// Read cuts quotes into tokens. self is whom the speaker means by "we".
func (r *Reader) Read(self onrecord.ActorID, quotes ...onrecord.Quote) []Token {
	var all []Token
	for _, q := range quotes {
		from := len(all)
		all = cut(all, q)
		joinPhrases(all[from:])
		r.names.mark(all[from:])
	}
	if self != "" {
		markSelf(all, self)
	}
	return all
}

// ActorNamed gives the actor that a name of the entry means.
func (r *Reader) ActorNamed(name string) onrecord.ActorID { return r.names.named(name) }

// Cut cuts a quote into tokens and names nobody.
func Cut(q onrecord.Quote) []Token { return cut(nil, q) }

// Plain reads a quote as a Reader does, but knows no names.
func Plain(q onrecord.Quote) []Token {
	all := cut(make([]Token, 0, min(maxTokens, len(q.Text)/letters+1)), q)
	joinPhrases(all)
	return all
}

// letters is about how long a token is in a text, with the space behind it.
const letters = 5

// cut adds the tokens of a quote.
func cut(to []Token, q onrecord.Quote) []Token {
	text := q.Text
	for at := 0; at < len(text) && len(to) < maxTokens; {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := at + size
		switch {
		case unicode.IsSpace(r):
			at = end
			continue
		case isWord(r):
			end = wordEnd(text, at)
		}
		to = append(to, newToken(text[at:end], q.Start+at))
		at = end
	}
	return to
}

func newToken(text string, start int) Token {
	t := Token{Span: onrecord.Span{Start: start, End: start + len(text)}, Text: text}
	if r, _ := utf8.DecodeRuneInString(text); !isWord(r) {
		return t
	}
	t.Lower = lower(text)
	if len(text) == 1 || text != strings.ToUpper(text) { // "US" is not "us"
		t.Class = classOf(t.Lower)
	}
	t.Stem = stemOf(t.Lower)
	return t
}

func lower(word string) string { return strings.ToLower(strings.ReplaceAll(word, "’", "'")) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd finds the end of a word; hyphens part words, apostrophes and the marks
// inside numbers do not.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWord(r) && !joins(text, at, size, r) {
			return at
		}
		at += size
	}
	return at
}

func joins(text string, at, size int, r rune) bool {
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(next)
	case ',', '.':
		return at > 0 && unicode.IsDigit(next) && text[at-1] >= '0' && text[at-1] <= '9'
	}
	return false
}

// markSelf gives "we", "our" and "us" their actor, and "it", "its", "they", "their"
// and "he" at the very beginning.
func markSelf(tokens []Token, self onrecord.ActorID) {
	for i := range tokens {
		t := &tokens[i]
		if t.Actor == "" && (t.Class&First != 0 || i == 0 && t.Class&Third != 0) {
			t.Actor = self
		}
	}
}
