package statements

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"onrecord"
)

//go:embed cue_words.txt
var cueWordsFile string

// cueClass says how a reporting word takes what it reports.
type cueClass byte

const (
	speechCue cueClass = iota + 1
	actCue
	mindCue
	showsCue
)

var cueClasses = map[string]cueClass{"speech": speechCue, "act": actCue, "mind": mindCue, "shows": showsCue}

// cueSense is one reading of a reporting word.
type cueSense struct {
	Kind  onrecord.StatementKind
	Class cueClass
}

// cueWords gives the readings of a reporting word; nouns are written "word/N".
var cueWords = sync.OnceValue(func() map[string][]cueSense {
	senses, err := readCueWords(cueWordsFile)
	if err != nil {
		panic(err) // the embedded file is checked by a test
	}
	return senses
})

func readCueWords(file string) (map[string][]cueSense, error) {
	senses := map[string][]cueSense{}
	for n, line := range strings.Split(file, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		head, words, ok := strings.Cut(line, ":")
		kind, class, ok2 := strings.Cut(head, " ")
		if !ok || !ok2 || cueClasses[class] == 0 {
			return nil, fmt.Errorf("read cue words: line %d: %q is not KIND CLASS: WORDS", n+1, line)
		}
		for _, w := range strings.Fields(words) {
			senses[w] = append(senses[w], cueSense{onrecord.StatementKind(kind), cueClasses[class]})
		}
	}
	return senses, nil
}

// sensesOf gives the readings of a token, looked up by its lemma and, should the
// lemma be unknown, by what its written form may come from.
func sensesOf(t *onrecord.Token, low string) []cueSense {
	words := cueWords()
	if t.UPOS == "NOUN" {
		return words[strings.ToLower(t.Lemma)+"/N"]
	}
	if senses := words[strings.ToLower(t.Lemma)]; senses != nil || t.UPOS != "VERB" {
		return senses
	}
	for _, ending := range verbEndings {
		if stem, ok := strings.CutSuffix(low, ending[0]); ok && len(stem) > 1 {
			if senses := words[stem+ending[1]]; senses != nil {
				return senses
			}
		}
	}
	return nil
}

// verbEndings are the written endings of verb forms and what they stand for.
var verbEndings = [][2]string{{"ied", "y"}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"es", ""}, {"s", ""}}
