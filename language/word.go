package language

import (
	"unicode"
	"unicode/utf8"

	"onrecord/model"
)

// Word is a word of a tree, apart from any text. The lab learns from words and
// scores words; a report's words are [onrecord.Token]s.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index of the head in the sentence, -1 for the root
	Deprel                         string
}

// look is what the borders of sentences are told from: the forms of the words.
type look struct {
	low   model.Hash // the form in lower case with digits as 0
	shape model.Hash
	end   model.Hash // the last two bytes
	mid   model.Hash // the cluster of the word
	habit model.Hash // how the word is mostly capitalised in news
	kinds model.Hash // the tags that it is known with
}

// looker makes looks. It holds the tables that need no sentence.
type looker struct {
	lexicon codes // cluster and habit by hash of the low form
	kinds   codes // class of tags by hash of the low form
	buf     []byte
}

func (l *looker) look(form string) look {
	l.buf = lowForm(l.buf[:0], form)
	w := look{low: model.HashString(l.buf), shape: shapeOf(form)}
	if n := len(l.buf); n >= 2 {
		w.end = model.HashString(l.buf[n-2:])
	}
	if c := l.lexicon.get(w.low); c != 0 {
		w.mid = model.Hash(c&1023)>>3 + 1
		w.habit = model.Hash(c>>10) + 1
	}
	w.kinds = model.Hash(l.kinds.get(w.low))
	return w
}

// lowForm appends the form in lower case, digits as 0 and quotation marks straight.
func lowForm(to []byte, form string) []byte {
	for i := 0; i < len(form); {
		if b := form[i]; b < utf8.RuneSelf {
			i++
			switch {
			case b >= 'A' && b <= 'Z':
				b += 'a' - 'A'
			case b >= '0' && b <= '9':
				b = '0'
			}
			to = append(to, b)
			continue
		}
		r, size := utf8.DecodeRuneInString(form[i:])
		i += size
		to = utf8.AppendRune(to, straight(unicode.ToLower(r)))
	}
	return to
}

// straight gives the typewriter form of a sign.
func straight(r rune) rune {
	switch r {
	case '’', '‘', '`', '´':
		return '\''
	case '“', '”', '«', '»':
		return '"'
	case '–', '—', '‑':
		return '-'
	}
	return r
}

// shapeOf classifies the letters: small, Capital, ALL, miXed, digits, signs.
func shapeOf(form string) model.Hash {
	var upper, lower, digit, other, n int
	initial := false
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			initial = initial || n == 0
			upper++
		case unicode.IsLetter(r):
			lower++
		case r >= '0' && r <= '9':
			digit++
		default:
			other++
		}
		n++
	}
	shape := model.Hash(0)
	switch {
	case upper == 0 && lower > 0:
		shape = 1
	case initial && upper == 1 && lower > 0:
		shape = 2
	case initial && upper == 1:
		shape = 3
	case upper > 0 && lower == 0:
		shape = 4
	case upper > 0:
		shape = 5
	}
	shape = shape*16 + bit(digit > 0) + bit(digit == n)*2 + bit(other > 0)*4
	return shape + 1
}

func bit(yes bool) model.Hash {
	if yes {
		return 1
	}
	return 0
}
