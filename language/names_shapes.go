package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldDigits writes every digit as 0, so that numbers fall together.
func foldDigits(text string) string {
	if strings.IndexFunc(text, unicode.IsDigit) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, text)
}

// wordShape draws a word: capitals X, small letters x, digits 0, runs of one
// sort cut to two.
func wordShape(text string) string {
	var b strings.Builder
	last, run := rune(0), 0
	for _, r := range text {
		c := r
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		if b.WriteRune(c); b.Len() > 12 {
			break
		}
	}
	return b.String()
}

// prefix gives the first n bytes of a word, widened to a rune border.
func prefix(word string, n int) string {
	if n >= len(word) {
		return word
	}
	for n < len(word) && !utf8.RuneStart(word[n]) {
		n++
	}
	return word[:n]
}

// suffix gives the last n bytes of a word, widened to a rune border.
func suffix(word string, n int) string {
	at := len(word) - n
	if at <= 0 {
		return word
	}
	for at > 0 && !utf8.RuneStart(word[at]) {
		at--
	}
	return word[at:]
}

func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func startsUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
