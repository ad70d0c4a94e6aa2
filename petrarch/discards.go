package petrarch

import "strings"

// discard is a phrase that stops the coding of its sentence, or of the whole story.
type discard struct {
	words      string // in capitals, one blank between them
	wholeStory bool
}

func (d *Dictionaries) readDiscards(lines []line) error {
	for _, l := range lines {
		words, wholeStory := strings.CutPrefix(l.text, "+")
		if p := parsePhrase(words); len(p.words) > 0 {
			d.discards = append(d.discards, discard{p.String(), wholeStory})
		}
	}
	return nil
}

// Discard says which discard phrase stands in a text, "" if none does: one that
// stops the coding of the whole story, or also those of a sentence.
func (d *Dictionaries) Discard(text string, wholeStory bool) string {
	if len(d.discards) == 0 {
		return ""
	}
	words := " " + parsedWords(text)
	for _, one := range d.discards {
		if (one.wholeStory || !wholeStory) && strings.Contains(words, " "+one.words) {
			return one.words
		}
	}
	return ""
}

func parsedWords(text string) string {
	var words []string
	for _, w := range strings.Fields(text) {
		words = append(words, splitWord(strings.Trim(w, ".,;:!?\"'()“”"))...)
	}
	return strings.Join(words, " ")
}
