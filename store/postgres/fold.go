package postgres

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain takes out of a text what PostgreSQL cannot hold: NUL, and bytes that are no UTF-8.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

// orNull is NULL for "".
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	s = plain(s)
	return &s
}

// fold cuts a text into words as searches see them: letters and digits, lower case, without
// accents.
func fold(text string) []string {
	return strings.FieldsFunc(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(text)), func(r rune) bool { return r == ' ' })
}

// maxTerm is the longest word that the index takes; PostgreSQL refuses words of 2 KB.
const maxTerm = 500

// term is a word as the index holds it, marked by the part that it stands in.
func term(mark byte, word string) string {
	return string(mark) + strings.ToValidUTF8(word[:min(len(word), maxTerm)], "")
}

// folded writes pieces so that LIKE finds a phrase in one of them: " the envoy | of norland ".
func folded(pieces []string) (text string, words []string) {
	var b strings.Builder
	b.WriteByte(' ')
	for _, piece := range pieces {
		all := fold(piece)
		if len(all) == 0 {
			continue
		}
		if len(words) > 0 {
			b.WriteString("| ")
		}
		for _, word := range all {
			b.WriteString(word)
			b.WriteByte(' ')
		}
		words = append(words, all...)
	}
	return b.String(), words
}

// vector writes terms as PostgreSQL reads a tsvector: each once, quoted. A vector holds a
// megabyte at most; what is beyond is found by nobody, and nobody writes so.
func vector(terms []string) string {
	slices.Sort(terms)
	var b strings.Builder
	for _, t := range slices.Compact(terms) {
		if b.Len() > 900_000 {
			break
		}
		b.WriteString("'" + t + "' ")
	}
	return b.String()
}
