package language

import (
	"strings"
	"unicode"

	"onrecord"
)

// cutter cuts the words of one paragraph as the English treebanks do: clitics,
// hyphens and signs stand alone, "U.S." and "5:00" do not.
type cutter struct {
	tables   *wordTables
	words    string
	end      int // of the paragraph
	tokens   []onrecord.Token
	openSign int // single quotation marks opened and not closed
}

// cutWords appends the words of a paragraph to tokens. It stops behind maxTokens of
// them.
func cutWords(tables *wordTables, words string, span onrecord.Span, tokens []onrecord.Token) []onrecord.Token {
	c := cutter{tables: tables, words: words, end: span.End, tokens: tokens}
	for at := span.Start; at < span.End && len(c.tokens) <= maxTokens; {
		r := runeAt(words, at, span.End)
		if isLeftOut(r) {
			at += runeLen(r)
			continue
		}
		end := at
		for end < span.End {
			r := runeAt(words, end, span.End)
			if isLeftOut(r) {
				break
			}
			end += runeLen(r)
		}
		c.cutChunk(at, end)
		at = end
	}
	return c.tokens
}

// isLeftOut reports whether a rune parts words and belongs to none.
func isLeftOut(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// cutChunk cuts what stands between two spaces.
func (c *cutter) cutChunk(start, end int) {
	for at := start; at < end && len(c.tokens) <= maxTokens; {
		r := runeAt(c.words, at, end)
		var next int
		switch n := wholeEnd(c.words, start, at, end); {
		case n > at:
			next = n
			c.add(at, next, false)
		case strings.HasPrefix(c.words[at:end], "''"):
			next = at + 2
			c.add(at, next, false)
		case isApostrophe(r):
			next = c.cutApostrophe(start, at, end)
		case isWordRune(r):
			next = c.wordEnd(at, end)
			c.cutWord(at, next)
		default:
			next = signEnd(c.words, at, end)
			c.noteQuote(r)
			c.add(at, next, false)
		}
		at = next
	}
}

func (c *cutter) add(start, end int, joined bool) {
	c.tokens = append(c.tokens, onrecord.Token{Span: onrecord.Span{Start: start, End: end}, Head: -1, Joined: joined})
}

func (c *cutter) noteQuote(r rune) {
	if r == '‘' {
		c.openSign++
	}
}

// cutApostrophe decides what an apostrophe at the border of a word is: the
// possessive of "officials'", a left-out beginning ('90s, 'em), or a quotation mark.
func (c *cutter) cutApostrophe(start, at, end int) int {
	next := at + runeLen(runeAt(c.words, at, end))
	before, after := runeBefore(c.words, at, start), runeAt(c.words, next, end)
	switch {
	case isWordRune(before) && !isWordRune(after) && c.openSign == 0 && (before == 's' || before == 'S'):
		c.add(at, next, true)
		return next
	case !isWordRune(before) && isWordRune(after):
		if n := clippedEnd(c.words, next, end); n > next {
			c.add(at, n, before == '.') // "the U.S.'s" is one word in writing
			return n
		}
		c.openSign++
	case c.openSign > 0:
		c.openSign--
	}
	c.add(at, next, false)
	return next
}

// clippedEnd gives the end of a word that lost its beginning.
func clippedEnd(words string, at, end int) int {
	n := at
	for n < end && isWordRune(runeAt(words, n, end)) {
		n += runeLen(runeAt(words, n, end))
	}
	word := strings.ToLower(words[at:n])
	switch word {
	case "em", "til", "cause", "cuz", "n", "tis", "twas", "bout", "round", "s", "m", "re", "ve", "ll", "d":
		return n
	}
	if len(word) >= 2 && len(word) <= 3 && word[0] >= '0' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9' {
		return n
	}
	return at
}

// signEnd gives the end of a sign; dots, dashes and the like run on.
func signEnd(words string, at, end int) int {
	r := runeAt(words, at, end)
	next := at + runeLen(r)
	if r == '.' && next < end && strings.IndexByte("!?", words[next]) >= 0 {
		r = '?' // ".?" is one outcry; after "..." the question stands alone
	}
	for next < end && runsOn(r, runeAt(words, next, end)) {
		next += runeLen(runeAt(words, next, end))
	}
	return next
}

func runsOn(r, next rune) bool {
	switch {
	case r == '!' || r == '?':
		return next == '!' || next == '?'
	case strings.ContainsRune("-=_", r) && strings.ContainsRune("-=_", next):
		return true
	case strings.ContainsRune(".-–—*=_~+#<>`…^|•$", r):
		return next == r
	}
	return false
}
