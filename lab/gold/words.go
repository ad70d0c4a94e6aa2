package gold

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
)

// wordsOf gives the words that are compared: casefolded, without possessive 's,
// apostrophes, punctuation and the dots of "U.S.".
func wordsOf(s string) []string {
	s = strings.NewReplacer("\u2019", "'", "\u2018", "'", "\u02bc", "'").Replace(cases.Fold().String(s))
	runes := dropInitialDots(dropPossessives([]rune(s)))
	return strings.FieldsFunc(string(runes), func(r rune) bool { return !isWordRune(r) })
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func dropPossessives(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); i++ {
		if in[i] != '\'' {
			out = append(out, in[i])
			continue
		}
		if i+1 < len(in) && in[i+1] == 's' && (i+2 == len(in) || !isWordRune(in[i+2])) {
			i++
		}
	}
	return out
}

// dropInitialDots turns "u.s." into "us": two or more single letters with dots,
// at the start of a word.
func dropInitialDots(in []rune) []rune {
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); {
		n := 0
		if i == 0 || !isWordRune(in[i-1]) {
			for i+2*n+1 < len(in) && in[i+2*n] >= 'a' && in[i+2*n] <= 'z' && in[i+2*n+1] == '.' {
				n++
			}
		}
		if n < 2 {
			out = append(out, in[i])
			i++
			continue
		}
		for k := range n {
			out = append(out, in[i+2*k])
		}
		i += 2 * n
	}
	return out
}

func count(words []string) map[string]int {
	bag := make(map[string]int, len(words))
	for _, w := range words {
		bag[w]++
	}
	return bag
}

// tokenF1 is the F1 of two strings' bags of words.
func tokenF1(a, b string) float64 {
	wa, wb := wordsOf(a), wordsOf(b)
	bag, shared := count(wa), 0
	for _, w := range wb {
		if bag[w] > 0 {
			bag[w]--
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(wa)+len(wb))
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

func shared(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

func setF1(a, b map[string]bool) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}
