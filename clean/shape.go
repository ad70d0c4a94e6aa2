package clean

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// shape is what a block looks like, whatever it says.
type shape struct {
	words    int  // words and numbers
	glue     int  // English function words among them
	capitals int  // words that begin with a capital
	ends     bool // ends like a sentence
	cut      bool // ends in "...": a teaser
	cells    int  // bars and bullets between words, as in a menu
	quoted   bool
	stamp    stamped
}

// sentenceWords is how many words a block has at least if it is a sentence of a
// report and nothing else tells so.
const sentenceWords = 12

// isSentence reports whether a block reads like running text.
func (s shape) isSentence() bool {
	if s.isLong() {
		return true
	}
	if s.cut || !s.ends || s.cells > 2 {
		return false
	}
	return s.words >= sentenceWords && s.glue*8 >= s.words || s.words >= 6 && s.glue >= 2 || s.quoted && s.words >= 4
}

// isLong reports whether a block is running text by its length alone, however it
// ends: a source may stand behind the last full stop.
func (s shape) isLong() bool { return s.words >= 40 && s.glue*6 >= s.words && s.cells <= 2 && !s.cut }

// isTitle reports whether a block could be a headline or a link to one.
func (s shape) isTitle() bool {
	return s.words >= 1 && s.words <= 24 && (!s.ends || s.words <= 14 && s.capitals*2 > s.words) && !s.cut
}

func shapeOf(text string) shape {
	s := shape{stamp: stampOf(text)}
	for word := range wordsOf(text) {
		s.words++
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			s.capitals++
		}
		if isGlue(word) {
			s.glue++
		}
	}
	s.cells = strings.Count(text, "|") + strings.Count(text, "•") + strings.Count(text, "·") + strings.Count(text, "»")
	s.quoted = strings.ContainsAny(text, "\"“”")
	s.cut = strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…") || strings.HasSuffix(text, "[...]")
	s.ends = !s.cut && endsSentence(text)
	return s
}

// endsSentence reports whether a text ends in a full stop, closing quotation
// marks and brackets taken off.
func endsSentence(text string) bool {
	bare := strings.TrimRight(text, " \t\"'”’)]»*")
	last, _ := utf8.DecodeLastRuneInString(bare)
	return last == '.' || last == '!' || last == '?' || last == '…' || last == ':' || last == ';'
}

// wordsOf yields the words and numbers of a text.
func wordsOf(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			switch inside := isWordRune(r) || (r == '\'' || r == '’') && start >= 0; {
			case inside && start < 0:
				start = i
			case !inside && start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// glueWords are the English words that hold sentences together and stand in no
// other language's boilerplate.
var glueWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`the a an of and to in on for with that this his her its their they he she it who which was were is are
		be been has have had by from at as but not or after before while when said says told would will could should can about over against into
		than between under more also there where if because i we you my our your us them him what how why did do does so up out off only just`) {
		set[word] = true
	}
	return set
})

func isGlue(word string) bool { return len(word) <= 8 && glueWords()[strings.ToLower(word)] }
