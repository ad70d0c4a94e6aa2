package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/masthead_words.txt
var mastheadFile string

var mastheadWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(mastheadFile) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				words[w] = true
			}
		}
	}
	return words
})

// maxMastheadWords bounds the words of an outlet's name: "The North Shore Evening
// Gazette".
const maxMastheadWords = 6

// mastheadInHead reads the outlet where a line before the running text gives its
// name, alone or before a date: "Steppe Daily", "Lake Herald | Thursday, 16 July".
func (s *sheet) mastheadInHead() string {
	for i := 0; i < s.first && i < len(s.blocks); i++ {
		if i == s.headline {
			continue
		}
		for line := range strings.Lines(s.blocks[i].text) {
			name := strings.TrimSpace(line)
			for _, border := range []string{" | ", ", ", " - ", " – ", " — ", " · "} {
				if before, after, ok := strings.Cut(name, border); ok && hasDigit(after) {
					name = before
				}
			}
			if isMasthead(name) {
				return name
			}
		}
	}
	return ""
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// isMasthead reports whether the words are an outlet's name: two or more, all
// capitalised but for links, the last one a masthead word.
func isMasthead(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > maxMastheadWords || !mastheadWords()[strings.ToLower(words[len(words)-1])] {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !isLink(w) || strings.ContainsAny(w, ".,:;!?\"”“") {
			return false
		}
	}
	return words[0] != "By"
}

func isLink(w string) bool {
	switch w {
	case "of", "the", "and", "del", "de", "du", "le", "la", "for":
		return true
	}
	return false
}
