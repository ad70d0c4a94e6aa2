package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/agencies.txt
var agenciesFile string

// agencies gives the printed name of an agency by each of its forms in small letters.
var agencies = sync.OnceValue(func() map[string]string {
	byForm := map[string]string{}
	for text := range strings.Lines(agenciesFile) {
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		name, _, _ := strings.Cut(text, "|")
		for form := range strings.SplitSeq(text, "|") {
			byForm[strings.ToLower(form)] = name
		}
	}
	return byForm
})

// agencyNamed is the printed name of an agency, "" if the words name none. Short
// names must be in capitals: "Trend" and "trend" differ.
func agencyNamed(words string) string {
	words = strings.TrimSpace(strings.TrimPrefix(words, "The "))
	first, _ := utf8.DecodeRuneInString(words)
	if !unicode.IsUpper(first) && words != "dpa" {
		return ""
	}
	return agencies()[strings.ToLower(words)]
}

// agenciesAmong finds agencies among other words of a line: "World Reuters Edited
// by Ann Teal".
func agenciesAmong(text string) []string {
	var names []string
	for word := range wordsOf(text) {
		if name := agencyNamed(word); name != "" && (len(word) > 4 || isCaps(word)) {
			names = append(names, name)
		}
	}
	return names
}
