package language

import (
	"fmt"
	"io"
)

// Course is what the cutting of sentences and the inflection of words are learned
// from. The encoder, which reads tags and trees, is learned elsewhere.
type Course struct {
	Sentences  [][]Word
	Paragraphs []Paragraph // of the same treebanks
	Lexicon    []byte      // as made by a [LexiconLearner]; may be nil
}

// Learn learns where sentences end and how words are inflected, and gives the
// files of weights by name.
func Learn(c Course, log io.Writer) (map[string][]byte, error) {
	r := newReader()
	if c.Lexicon != nil {
		if err := r.readLexicon(c.Lexicon); err != nil {
			return nil, err
		}
	}
	tags := knownTags(c.Sentences)
	if len(tags) >= maxTags {
		return nil, fmt.Errorf("learn inflection: %d tags are too many", len(tags))
	}
	r.inflection = learnInflection(c.Sentences, tags)
	fmt.Fprintln(log, "learned lemmas of words with", len(tags), "tags")
	r.kinds = learnKinds(c.Sentences)
	r.learnBorders(c.Paragraphs)
	return r.pack()
}
