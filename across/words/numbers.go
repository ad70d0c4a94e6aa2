package words

import (
	"slices"
	"strconv"
	"strings"
)

var numberWords = [...]string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// Number is what a number in digits, or a small one in letters, means. "One" is none: it
// is a pronoun as often.
func (t *Token) Number() (n float64, ok bool) {
	if t.IsNumber() {
		n, err := strconv.ParseFloat(strings.ReplaceAll(t.Lower, ",", ""), 64)
		return n, err == nil
	}
	if t.Class&Counts == 0 {
		return 0, false
	}
	i := slices.Index(numberWords[:], t.Lower)
	return float64(i), i > 1
}
