package encoder

import "unicode/utf8"

// What the network sees of a word. training/features.py does the same in Python;
// the fixture of TestParity holds the two together.

const (
	fnvStart = 0xcbf29ce484222325
	fnvPrime = 0x100000001b3
)

// pieceCount is the number of hashed pieces of a word.
const pieceCount = 6

// looker hashes words; its room is used again.
type looker struct{ small []rune }

// hashes of the pieces: the word, its first three letters, its last three and two,
// its shape, and its last four with the case of the first.
func (l *looker) look(form string) (h [pieceCount]uint64) {
	l.small = l.small[:0]
	for _, r := range form {
		l.small = append(l.small, smallRune(r))
	}
	s := l.small
	h[0] = hashRunes('w', s)
	h[1] = hashRunes('p', s[:min(3, len(s))])
	h[2] = hashRunes('s', s[max(0, len(s)-3):])
	h[3] = hashRunes('t', s[max(0, len(s)-2):])
	h[4] = hashShape(form)
	h[5] = hashEnd(form, s[max(0, len(s)-4):])
	return h
}

// smallRune knows the case of ASCII alone, so that no table of Unicode decides.
func smallRune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= '0' && r <= '9':
		return '0'
	}
	switch r {
	case '’', '‘':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—':
		return '-'
	}
	return r
}

func hashEnd(form string, end []rune) uint64 {
	mark := byte('_')
	if form != "" && form[0] >= 'A' && form[0] <= 'Z' {
		mark = '^'
	}
	h := hashByte(hashByte(fnvStart, 'u'), mark)
	for _, r := range end {
		h = hashRune(h, r)
	}
	return h
}

// hashShape hashes the kinds of the letters, at most three alike in a row and eight in all.
func hashShape(form string) uint64 {
	h := hashByte(fnvStart, 'h')
	last, alike, n := rune(-1), 0, 0
	for _, r := range form {
		k := kindOf(r)
		if k != last {
			last, alike = k, 0
		}
		if alike++; alike > 3 {
			continue
		}
		h = hashRune(h, k)
		if n++; n == 8 {
			break
		}
	}
	return h
}

func kindOf(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return 'd'
	case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf:
		return 'x'
	}
	return r
}

func hashRunes(mark byte, runes []rune) uint64 {
	h := hashByte(fnvStart, mark)
	for _, r := range runes {
		h = hashRune(h, r)
	}
	return h
}

func hashRune(h uint64, r rune) uint64 {
	if r < utf8.RuneSelf {
		return hashByte(h, byte(r))
	}
	var room [utf8.UTFMax]byte
	for _, b := range room[:utf8.EncodeRune(room[:], r)] {
		h = hashByte(h, b)
	}
	return h
}

func hashByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * fnvPrime }
