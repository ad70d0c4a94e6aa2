package language

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed times_words.txt
var timeWordsFile string

// timeClass is a class of words in the grammar of times. A word may have several.
type timeClass uint8

// The classes, in the order of timeClassNames.
const (
	monthWord timeClass = iota
	monthAbbr
	weekdayWord
	weekdayAbbr
	weekdaysWord
	unitWord
	unitsWord
	secondWord
	seasonWord
	partWord
	partsWord
	meridiemWord
	zoneWord
	cardinalWord
	ordinalWord
	oneWord
	vagueWord
	ninetiesWord
	deicticWord
	anaphorWord
	pastWord
	nextWord
	earlierWord
	laterWord
	approxWord
	setWord
	oftenWord
	feastWord
	boundWord
	willWord
	didWord
	beWord
	toWord
	numberWord // the rest is read from the letters
	dayWord
	yearWord
	shortYearWord
	isoWord
	slashWord
	clockWord
	dotClockWord
	decadeWord
	fractionWord
	timeClassCount
)

var timeClassNames = [timeClassCount]string{
	"MONTH", "MONTHABBR", "WEEKDAY", "WEEKDAYABBR", "WEEKDAYS", "UNIT", "UNITS", "SECOND", "SEASON", "PART", "PARTS",
	"MERIDIEM", "ZONE", "CARD", "ORD", "ONE", "VAGUE", "NINETIES", "DEICTIC", "ANAPHOR", "PASTWORD", "NEXTWORD",
	"EARLIER", "LATER", "APPROX", "SETWORD", "OFTEN", "FEAST", "BOUND", "WILL", "DID", "BE", "TOVERB",
	"NUM", "DAY", "YEAR", "SHORTYEAR", "ISO", "SLASH", "CLOCK", "DOTCLOCK", "DECADE", "FRAC",
}

func timeClassNamed(name string) (timeClass, bool) {
	for c, n := range timeClassNames {
		if n == name {
			return timeClass(c), true
		}
	}
	return 0, false
}

// timeLexeme is what the grammar knows of a word.
type timeLexeme struct {
	classes uint64 // a bit a timeClass
	value   int    // of the month, the unit, the number
	literal int    // its number as a word that patterns spell out; 0 for none
}

func (l timeLexeme) is(c timeClass) bool { return l.classes&(1<<c) != 0 }

// timeLexicon is the words that the grammar knows, in lower case.
type timeLexicon struct {
	words    map[string]timeLexeme
	literals int
}

func loadTimeLexicon(file string) (*timeLexicon, error) {
	l := &timeLexicon{words: map[string]timeLexeme{}}
	for n, line := range strings.Split(file, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		class, ok := timeClassNamed(fields[0])
		if !ok || class >= numberWord {
			return nil, fmt.Errorf("times_words.txt line %d: no class %q", n+1, fields[0])
		}
		for _, f := range fields[1:] {
			if err := l.add(class, f); err != nil {
				return nil, fmt.Errorf("times_words.txt line %d: %w", n+1, err)
			}
		}
	}
	return l, nil
}

// add takes a field "word" or "word=value".
func (l *timeLexicon) add(class timeClass, field string) error {
	word, number, valued := strings.Cut(field, "=")
	lexeme := l.words[word]
	if valued {
		value, err := strconv.Atoi(number)
		if err != nil {
			return fmt.Errorf("value of %q: %w", field, err)
		}
		if lexeme.value != 0 && lexeme.value != value {
			return fmt.Errorf("%q has two values", word)
		}
		lexeme.value = value
	}
	lexeme.classes |= 1 << class
	l.words[word] = lexeme
	return nil
}

// literal numbers a word that a pattern spells out.
func (l *timeLexicon) literal(word string) int {
	lexeme := l.words[word]
	if lexeme.literal == 0 {
		l.literals++
		lexeme.literal = l.literals
		l.words[word] = lexeme
	}
	return lexeme.literal
}
