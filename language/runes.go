package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isWordRune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || unicode.Is(unicode.Cf, c)
}

func isApostrophe(c rune) bool { return c == '\'' || c == '’' }

// runeAt gives the rune at a place, 0 at and after the end.
func runeAt(s string, at, end int) rune {
	if at < 0 || at >= end {
		return 0
	}
	c, _ := utf8.DecodeRuneInString(s[at:end])
	return c
}

func runeBefore(s string, at, start int) rune {
	if at <= start {
		return 0
	}
	c, _ := utf8.DecodeLastRuneInString(s[start:at])
	return c
}

func runeLen(c rune) int {
	if n := utf8.RuneLen(c); n > 0 {
		return n
	}
	return 1
}

func isCloser(s string) bool {
	return s != "" && strings.Trim(s, "\"'”’)]}»") == ""
}

func isOpener(s string) bool {
	return s != "" && strings.Trim(s, "\"'“‘([{«`") == ""
}

// isStop reports whether a token can end a sentence by itself.
func isStop(s string) bool {
	return s != "" && strings.Trim(s, ".!?…") == ""
}
