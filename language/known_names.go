package language

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
	"onrecord/model/encoder"
)

// knownNames are names of bodies that the product knows, as words, by their first
// word; of one first word the longest name comes first.
type knownNames map[string][][]string

// knownBonus is how much the scores of an organisation's labels gain where a known
// name stands: more than a doubt of the encoder, less than what it is sure of.
const knownBonus = 4

// readKnownNames reads rows of names whose words are parted by spaces.
func (k *knownNames) read(rows []byte) error {
	*k = knownNames{}
	for row := range strings.Lines(string(rows)) {
		if words := strings.Fields(row); len(words) > 0 {
			(*k)[words[0]] = append((*k)[words[0]], words)
		}
	}
	for _, names := range *k {
		slices.SortStableFunc(names, func(x, y []string) int { return cmp.Compare(len(y), len(x)) })
	}
	return nil
}

// support adds to the scores of the labels where the words of a sentence are a
// known name.
func (k knownNames) support(words []string, scores []float32) {
	const organisation = 1 + 4*1 // its first label: see nameTypes
	for at := 0; at < len(words); at++ {
		n := k.lengthAt(words[at:])
		for i := range n {
			scores[(at+i)*encoder.Labels+organisation+placeIn(i, n)] += knownBonus
		}
		at += max(0, n-1)
	}
}

// lengthAt gives the number of words of the longest known name that the words begin
// with, 0 for none.
func (k knownNames) lengthAt(words []string) int {
	for _, name := range k[words[0]] {
		if len(name) <= len(words) && slices.Equal(name, words[:len(name)]) {
			return len(name)
		}
	}
	return 0
}

// placeIn is the place of word i in a name of n words.
func placeIn(i, n int) int {
	switch {
	case n == 1:
		return aloneInName
	case i == 0:
		return firstInName
	case i == n-1:
		return lastInName
	}
	return insideName
}

// PackKnownNames gives the file of the names of bodies that the reader leans on.
func PackKnownNames(names []string) ([]byte, error) {
	tables := openWordTables()
	var rows strings.Builder
	for _, name := range names {
		text := name + " x" // no sentence ends with the name
		tokens := cutWords(tables, text, onrecord.Span{End: len(text)}, nil)
		for _, t := range tokens[:len(tokens)-1] {
			rows.WriteString(text[t.Start:t.End] + " ")
		}
		rows.WriteString("\n")
	}
	return PackText([]byte(rows.String()), knownModel)
}
