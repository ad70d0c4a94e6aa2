package words

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed phrases.txt
var phraseFile string

// phrases is the table of phrases.txt: first stem and second word, and the stem they stand for.
var phrases = sync.OnceValue(func() map[[2]string]string {
	table := map[[2]string]string{}
	eachLine(phraseFile, func(phrase, means string) {
		if first, second, ok := strings.Cut(phrase, " "); ok {
			table[[2]string{stem(first), second}] = stem(means)
		}
	})
	return table
})

// joinPhrases gives the first word of a phrase the meaning of both: "ruled out" is "rejected".
func joinPhrases(tokens []Token) {
	for i := 0; i+1 < len(tokens); i++ {
		if means, ok := phrases()[[2]string{tokens[i].Stem, tokens[i+1].Lower}]; ok {
			tokens[i].Stem, tokens[i].Class = means, 0
			tokens[i+1].Class = Empty
		}
	}
}
