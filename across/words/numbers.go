package words

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

var (
	smallNumbers = [...]string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// Number reads the number that begins a run of tokens, in digits or in letters: "1,200", "3 million",
// "thirty-six"; n is 0 if none begins there, and size how many tokens it takes. "One" alone is none: it is
// a pronoun as often.
func Number(tokens []Token) (n float64, size int) {
	if len(tokens) == 0 {
		return 0, 0
	}
	if n, size = plainNumber(tokens); size == 0 {
		return 0, 0
	}
	for size < len(tokens) {
		times := multiple(tokens[size].Lower)
		if times == 0 {
			break
		}
		n, size = n*times, size+1
	}
	return n, size
}

// MayCount reports whether a text may hold a number: a look that costs little, before the text is read.
func MayCount(text string) bool {
	if strings.ContainsAny(text, "0123456789") {
		return true
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if isNumeral(word) {
			return true
		}
	}
	return false
}

// longestNumeral is the length of "seventeen".
const longestNumeral = 9

// isNumeral reports whether a word is a number below a hundred.
func isNumeral(word string) bool {
	if len(word) > longestNumeral {
		return false
	}
	word = strings.ToLower(word)
	return slices.Contains(smallNumbers[2:], word) || slices.Contains(tens[2:], word)
}

func multiple(word string) float64 {
	switch word {
	case "dozen":
		return 12
	case "hundred":
		return 100
	case "thousand":
		return 1e3
	case "million":
		return 1e6
	case "billion":
		return 1e9
	}
	return 0
}

// plainNumber reads digits, or letters up to ninety-nine.
func plainNumber(tokens []Token) (n float64, size int) {
	t := &tokens[0]
	if t.IsNumber() {
		n, err := strconv.ParseFloat(strings.ReplaceAll(t.Lower, ",", ""), 64)
		if err != nil {
			return 0, 0
		}
		return n, 1
	}
	if t.Class&Counts == 0 {
		return 0, 0
	}
	if i := slices.Index(smallNumbers[:], t.Lower); i > 1 {
		return float64(i), 1
	}
	i := slices.Index(tens[:], t.Lower)
	if i < 2 {
		return 0, 0
	}
	if len(tokens) > 2 && tokens[1].Text == "-" {
		if unit := slices.Index(smallNumbers[:10], tokens[2].Lower); unit > 1 || tokens[2].Lower == "one" {
			return float64(10*i + max(1, unit)), 3
		}
	}
	return float64(10 * i), 1
}
