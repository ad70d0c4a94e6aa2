package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord"
)

// shape says how a word is written, as far as names care.
type shape uint8

const (
	lower   shape = iota
	initial       // first letter is a capital: "Taliban"
	caps          // all letters are: "IS", "U"
)

// word is a run of letters and digits of a text. Names are compared by words,
// so that "Da'esh", "al-Qaeda" and "U.S." need no rule of their own.
type word struct {
	onrecord.Span
	key   string // lower case, without marks: "élysée" is "elysee"
	gap   string // hard signs between it and the word before: ",", "\n"; "" for a soft gap
	shape shape
}

// splitWords cuts a text into words.
func splitWords(text string) []word {
	words := make([]word, 0, len(text)/6)
	last := 0
	for i := 0; i < len(text); {
		end := wordEnd(text, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		w := word{Span: onrecord.Span{Start: i, End: end}, key: fold(text[i:end]), shape: shapeOf(text[i:end])}
		w.gap = gapOf(text[last:i], words)
		words = append(words, w)
		i, last = end, end
	}
	return words
}

// wordEnd gives where the word that starts at i ends; i if none does.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !isPlainWordByte(c) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) || r == 'ʻ' || r == 'ʼ' {
			return i
		}
		i += size
	}
	return i
}

func isPlainWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// fold makes the key of a word.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldMarks(s)
		}
	}
	return strings.ToLower(s)
}

func foldMarks(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func shapeOf(s string) shape {
	first, size := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		return lower
	}
	for _, r := range s[size:] {
		if unicode.IsLower(r) {
			return initial
		}
	}
	return caps
}

// gapOf reduces what stands between two words to what parts names: spaces, one
// line end, hyphens and apostrophes do not, nor the stop of a short form
// ("St. Lucia") or one without a space ("U.S.").
func gapOf(between string, before []word) string {
	if between == " " || between == "-" || between == "'" || between == "" {
		return ""
	}
	short := len(before) > 0 && before[len(before)-1].Len() <= 4
	var hard strings.Builder
	lines := 0
	for i, r := range between {
		switch r {
		case ' ', '\t', '\r', '-', '‐', '‑', '\'', '’', '‘', '`', 'ʻ', 'ʼ', '\u00a0':
		case '\n':
			if lines++; lines == 2 {
				hard.WriteByte('\n')
			}
		case '.':
			if !short && i+1 < len(between) {
				hard.WriteByte('.')
			}
		default:
			hard.WriteRune(r)
		}
		if hard.Len() > 8 {
			break
		}
	}
	return hard.String()
}
