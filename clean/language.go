package clean

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"onrecord"
)

// languageReach bounds the words by which the language is told.
const languageReach = 3000

// tellLanguage tells the language of the running text: English by its function
// words, another by its letters and their order. What the page declares decides
// where the words are too few.
func tellLanguage(text *onrecord.Text, declared string) string {
	sample := bodySample(text)
	words, glue := 0, 0
	for word := range wordsOf(sample) {
		words++
		if isGlue(word) {
			glue++
		}
	}
	if words >= 8 && glue*5 >= words {
		return "en"
	}
	info := whatlanggo.Detect(sample)
	if code := info.Lang.Iso6391(); words >= 8 && code != "" && (info.IsReliable() || code == declared) {
		return code
	}
	if declared == "" && words >= 3 && glue*6 >= words {
		return "en"
	}
	return declared
}

func bodySample(text *onrecord.Text) string {
	var b strings.Builder
	for _, p := range text.Paragraphs {
		if p.Kind == onrecord.Body && b.Len() < languageReach {
			b.WriteString(text.Cut(p.Span))
			b.WriteByte('\n')
		}
	}
	sample := b.String()
	return strings.TrimRightFunc(sample[:runeBorder(sample, languageReach)], unicode.IsSpace)
}
