package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// timeWord is a word, a number or a mark of the text as the grammar of times reads
// it. "2019-12-23", "07:31" and "twenty-five" are one word each.
type timeWord struct {
	timeLexeme
	start, end int
	capital    bool // begins with a capital
	glued      bool // no space before it
}

// longestTimeWord is how many bytes a word of the lexicon may have.
const longestTimeWord = 24

// cutWords appends the words of a stretch of text.
func (l *timeLexicon) cutWords(to []timeWord, text string, s onrecord.Span) []timeWord {
	for at := s.Start; at < s.End; {
		c, size := utf8.DecodeRuneInString(text[at:s.End])
		switch {
		case unicode.IsSpace(c):
			at += size
			continue
		case c >= '0' && c <= '9':
			to = append(to, l.cutNumber(text, at, s.End))
		case unicode.IsLetter(c):
			to = append(to, l.cutLetters(text, at, s.End))
		default:
			to = append(to, l.cutMark(text, at, size, s.End))
		}
		last := &to[len(to)-1]
		last.glued = at > s.Start && !isTimeSpace(text[at-1])
		at = last.end
		to = joinNumber(to)
	}
	return to
}

func isTimeSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// cutLetters reads a word of letters, with its dot if it is known with one, and
// "a.m.". Months and weekdays count only with a capital.
func (l *timeLexicon) cutLetters(text string, at, limit int) timeWord {
	end := at
	for end < limit {
		c, size := utf8.DecodeRuneInString(text[end:limit])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		end += size
	}
	first, _ := utf8.DecodeRuneInString(text[at:limit])
	w := timeWord{start: at, end: end, capital: unicode.IsUpper(first)}
	if m := meridiemEnd(text, at, limit); m > 0 {
		w.end = m
		w.timeLexeme = l.lookUp(text[at:at+1] + ".m.")
		return w
	}
	if end < limit && text[end] == '.' {
		if lexeme := l.lookUp(text[at : end+1]); lexeme.classes != 0 {
			w.timeLexeme, w.end = lexeme, end+1
		}
	}
	if w.classes == 0 && w.literal == 0 {
		w.timeLexeme = l.lookUp(text[at:end])
	}
	const named = 1<<monthWord | 1<<monthAbbr | 1<<weekdayWord | 1<<weekdayAbbr | 1<<weekdaysWord | 1<<feastWord
	if !w.capital {
		w.classes &^= named
	}
	return w
}

// meridiemEnd finds the end of "a.m." and "p.m." in any case; 0 if there is none.
func meridiemEnd(text string, at, limit int) int {
	const form = "a.m."
	if at+len(form) > limit || (text[at]|' ' != 'a' && text[at]|' ' != 'p') {
		return 0
	}
	if !strings.EqualFold(text[at+1:at+len(form)], form[1:]) {
		return 0
	}
	return at + len(form)
}

// lookUp finds a word whatever its case.
func (l *timeLexicon) lookUp(word string) timeLexeme {
	if len(word) > longestTimeWord {
		return timeLexeme{}
	}
	var low [longestTimeWord]byte
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= ' '
		}
		low[i] = c
	}
	return l.words[string(low[:len(word)])]
}

// cutMark reads a mark: a possessive "'s", "'80s", "'82", a dash as "-", "”" as
// a quotation mark, else the sign itself.
func (l *timeLexicon) cutMark(text string, at, size, limit int) timeWord {
	w := timeWord{start: at, end: at + size}
	mark := text[at : at+size]
	switch mark {
	case "'", "’", "‘":
		return l.cutApostrophe(text, w, limit)
	case "–", "—", "‐", "‑":
		mark = "-"
	}
	w.timeLexeme = l.lookUp(mark)
	return w
}

func (l *timeLexicon) cutApostrophe(text string, w timeWord, limit int) timeWord {
	rest := text[w.end:limit]
	opens := w.start == 0 || !isLetterOrDigit(text[w.start-1])
	switch {
	case opens && digitsAhead(rest) == 2 && len(rest) > 2 && rest[2] == 's':
		return timeWord{timeLexeme: timeLexeme{classes: 1 << decadeWord, value: 1900 + twoDigits(rest)}, start: w.start, end: w.end + 3}
	case opens && digitsAhead(rest) == 2:
		return timeWord{timeLexeme: timeLexeme{classes: 1 << shortYearWord, value: twoDigits(rest)}, start: w.start, end: w.end + 2}
	}
	end := w.end
	for end < limit && text[end]|' ' >= 'a' && text[end]|' ' <= 'z' {
		end++
	}
	if !opens || strings.EqualFold(text[w.end:end], "clock") {
		w.timeLexeme, w.end = l.lookUp("'"+text[w.end:min(end, w.end+longestTimeWord)]), end
	}
	return w
}

func isLetterOrDigit(b byte) bool {
	return b >= utf8.RuneSelf || b|' ' >= 'a' && b|' ' <= 'z' || b >= '0' && b <= '9'
}

// digitsAhead counts the digits that a text begins with, up to 32.
func digitsAhead(text string) int {
	n := 0
	for n < len(text) && n < 32 && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

func twoDigits(text string) int { return int(text[0]-'0')*10 + int(text[1]-'0') }
