package language

import (
	"strings"
	"unicode"
)

// wordEnd gives the end of the word that starts at the place, clitics included.
func (c *cutter) wordEnd(at, end int) int {
	next := at
	for next < end {
		r := runeAt(c.words, next, end)
		size := runeLen(r)
		if isWordRune(r) {
			if n := c.unitStart(at, next, end); n {
				return next
			}
			next += size
			continue
		}
		after := runeAt(c.words, next+size, end)
		if isWordRune(after) && c.binds(at, next, end, r, after) {
			next += size
			continue
		}
		return c.withFinal(at, next, r)
	}
	return next
}

// unitStart reports whether a unit begins here, after a number: the "pm" of "5pm".
func (c *cutter) unitStart(at, next, end int) bool {
	if next == at || !isDigit(runeBefore(c.words, next, at)) || !unicode.IsLetter(runeAt(c.words, next, end)) {
		return false
	}
	for i := at; i < next; i++ {
		if b := c.words[i]; (b < '0' || b > '9') && b != '.' && b != ',' && b != ':' {
			return false
		}
	}
	n := next
	for n < end && isWordRune(runeAt(c.words, n, end)) {
		n += runeLen(runeAt(c.words, n, end))
	}
	unit := c.words[next:n]
	if rest := c.words[next:end]; len(rest) >= 4 && (strings.EqualFold(rest[:4], "a.m.") || strings.EqualFold(rest[:4], "p.m.")) {
		return true
	}
	return c.tables.units[unit]
}

// binds reports whether a sign between two word runes joins them to one word.
func (c *cutter) binds(at, sign, end int, r, after rune) bool {
	before := runeBefore(c.words, sign, at)
	digits := isDigit(before) && isDigit(after)
	switch r {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case '.':
		return digits || c.dotBinds(at, sign, end)
	case ',', ':':
		return digits
	case '/':
		return digits || isShortSlash(c.words[at:end])
	case '&':
		return sign-at <= 3 && unicode.IsLetter(before) && unicode.IsLetter(after)
	case '-', '‑':
		return c.hyphenBinds(at, sign, end, r)
	case '_', '@':
		return true
	}
	return false
}

// dotBinds keeps "U.S.", "a.m." and "Ph.D." whole, but cuts "end.The".
func (c *cutter) dotBinds(at, dot, end int) bool {
	last := strings.LastIndexByte(c.words[at:dot], '.') + 1 + at
	if dot-last <= 1 {
		return true
	}
	after := runeAt(c.words, dot+1, end)
	follows := runeAt(c.words, dot+1+runeLen(after), end)
	if unicode.IsUpper(after) {
		return dot-last <= 2 && !unicode.IsLetter(follows)
	}
	return unicode.IsLower(after)
}

func isShortSlash(s string) bool {
	lower := strings.ToLower(s[:min(len(s), 8)])
	for _, word := range [...]string{"s/he", "w/o", "n/a", "c/o", "b/c"} {
		if rest, ok := strings.CutPrefix(lower, word); ok && !isWordRune(runeAt(rest, 0, len(rest))) {
			return true
		}
	}
	return false
}

// Bounds of what is looked at again at every hyphen of a word.
const (
	maxPrefix     = 32
	maxNumberCode = 64
)

// hyphenBinds keeps prefixes, dates and telephone numbers whole.
func (c *cutter) hyphenBinds(at, hyphen, end int, r rune) bool {
	if hyphen-at <= maxPrefix && c.tables.hyphens[strings.ToLower(c.words[at:hyphen])] {
		return unicode.IsLetter(runeAt(c.words, hyphen+runeLen(r), end)) || strings.EqualFold(c.words[at:hyphen], "mid")
	}
	return r == '-' && isNumberCode(c.words[at:min(end, at+maxNumberCode)])
}

// isNumberCode reports whether the chunk begins with groups of digits such as
// "2015-12-29", "555-0199": three groups, or three digits and four.
func isNumberCode(s string) bool {
	groups, first, run := 0, 0, 0
	for i := 0; ; i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			run++
			continue
		}
		if run == 0 {
			return false
		}
		groups++
		if groups == 1 {
			first = run
		}
		if i >= len(s) || s[i] != '-' {
			return groups >= 3 || groups == 2 && first == 3 && run == 4
		}
		run = 0
	}
}

// withFinal adds the sign after the word if it belongs to it: the full stop of an
// abbreviation, the "$" of "US$4".
func (c *cutter) withFinal(at, next int, r rune) int {
	word := c.words[at:next]
	switch {
	case r == '.' && c.isAbbreviation(word, next+1):
		return next + 1
	case r == '$' && len(word) <= 3 && strings.ToUpper(word) == word && !isDigit(rune(word[0])):
		return next + 1
	case r == '-' && isBrokenOff(word) && unicode.IsSpace(runeAt(c.words, next+1, len(c.words))):
		return next + 1
	}
	return next
}

// isBrokenOff reports whether a word may be the start of one that was not spoken to
// its end: the "w-" of "w- we went".
func isBrokenOff(word string) bool {
	return len(word) <= 3 && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// isAbbreviation reports whether the full stop before the place belongs to the word.
func (c *cutter) isAbbreviation(word string, after int) bool {
	if strings.IndexByte(word, '.') >= 0 {
		last := word[strings.LastIndexByte(word, '.')+1:]
		return len(last) == 1 && last[0] > '9' || strings.EqualFold(word, "ph.d")
	}
	follows := c.nextWord(after)
	if len(word) == 1 && unicode.IsUpper(rune(word[0])) {
		return word != "I" && unicode.IsUpper(follows)
	}
	switch c.tables.abbreviations[strings.ToLower(word)] {
	case "any":
		return true
	case "name":
		return unicode.IsUpper(follows)
	case "number":
		return isDigit(follows)
	}
	return false
}

// nextWord gives the first rune of the paragraph after the place that is no space
// or quotation mark; 0 if there is none.
func (c *cutter) nextWord(at int) rune {
	for at < c.end {
		r := runeAt(c.words, at, c.end)
		if !unicode.IsSpace(r) {
			return r
		}
		at += runeLen(r)
	}
	return 0
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }
