package events

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// flatWord is a word of a text that was not analysed.
type flatWord struct {
	start, end int
	stem       string
}

// cutWords cuts a text into words and marks, each with its stem.
func (l *lexicon) cutWords(text string) []flatWord {
	var words []flatWord
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + size
		if isWordRune(r) {
			end = wordEnd(text, i)
		}
		words = append(words, flatWord{i, end, l.stem(text[i:end])})
		i = end
	}
	return words
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd finds the end of the word at i; hyphens and dots between letters belong
// to it ("pro-Kremlin", "U.S"), apostrophes do not.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if r != '-' && r != '.' || !isWordRune(next) {
				return i
			}
		}
		i += size
	}
	return i
}

// stem brings a word to the form that its inflections share. It serves words
// that were not analysed; what matters is that lexicon and text are cut alike.
func (l *lexicon) stem(word string) string {
	w := strings.ToLower(word)
	if lemma, ok := l.irregular[w]; ok {
		return dropLast(lemma, "e")
	}
	w = stemPlural(w)
	for _, ending := range []string{"ing", "ed"} {
		if base, ok := strings.CutSuffix(w, ending); ok && len(base) > 2 && strings.ContainsAny(base, "aeiouy") {
			return dropLast(undouble(base), "e")
		}
	}
	return dropLast(w, "e")
}

func stemPlural(w string) string {
	switch {
	case len(w) > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes")):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// undouble takes back the doubling before an ending: "stopp" is "stop".
func undouble(w string) string {
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

func dropLast(w, ending string) string {
	if len(w) > 4 {
		return strings.TrimSuffix(w, ending)
	}
	return w
}
