package statements

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markFamily tells double marks from single ones.
type markFamily byte

const (
	doubleMark markFamily = iota + 1
	singleMark
)

// quoteMark is one quotation mark as it is written.
type quoteMark struct {
	family            markFamily
	style             byte // marks close those of their own style
	mayOpen, mayClose bool
}

// readMark reads the mark that words begin with; family 0 if they begin with
// none. The size is that of the mark, else of the first rune.
func readMark(words string) (quoteMark, int) {
	if strings.HasPrefix(words, "''") {
		return quoteMark{doubleMark, 'd', true, true}, 2
	}
	if strings.HasPrefix(words, "``") {
		return quoteMark{doubleMark, 'd', true, false}, 2
	}
	r, size := utf8.DecodeRuneInString(words)
	switch r {
	case '"':
		return quoteMark{doubleMark, 's', true, true}, size
	case '“', '„':
		return quoteMark{doubleMark, 'c', true, false}, size
	case '”':
		return quoteMark{doubleMark, 'c', false, true}, size
	case '«':
		return quoteMark{doubleMark, 'g', true, false}, size
	case '»':
		return quoteMark{doubleMark, 'g', false, true}, size
	case '‘':
		return quoteMark{singleMark, 'c', true, false}, size
	case '’':
		return quoteMark{singleMark, 'c', false, true}, size
	case '\'':
		return quoteMark{singleMark, 's', true, true}, size
	}
	return quoteMark{}, size
}

// opens tells that a mark can stand before the words it opens.
func opens(m quoteMark, before, after rune) bool {
	if m.mayOpen && !m.mayClose {
		return !unicode.IsSpace(after)
	}
	return isGap(before) && !unicode.IsSpace(after)
}

// isInWord tells an apostrophe from a mark: "Russia's", "don’t".
func isInWord(before, after rune) bool {
	return isLetterOrDigit(before) && isLetterOrDigit(after)
}

// isGap tells that no word touches a mark on the side of r.
func isGap(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–―-/“‘\"'…:", r)
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
