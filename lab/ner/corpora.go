package ner

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"onrecord"
	"onrecord/lab"
	"onrecord/language"
)

// trainingSet is a corpus that the tagger learns from, and how its labels are to
// be read.
type trainingSet struct {
	file string
	// miscOpen: capitalised words outside names may be "other" names, because
	// the corpus labels adjectives of nations differently or not at all.
	miscOpen bool
	// titled: titles stand inside names of persons and are cut off.
	titled bool
	drop   func(report string) bool
	times  int  // how often it is learned in one round
	held   bool // left out when the models are compared on it
}

// trainingSets are the corpora that may be learned from. Parts of documents with
// non-commercial licences are dropped.
func trainingSets(c lab.Corpora) ([]trainingSet, error) {
	closed, err := closedDocuments(c)
	if err != nil {
		return nil, err
	}
	return []trainingSet{
		{file: "conll2003-train"},
		{file: "crossner_politics-train", times: 3},
		{file: "gmb_part-train", titled: true},
		{file: "gum-train", miscOpen: true, drop: func(report string) bool { return closed[report] }},
		{file: "re3d-train", drop: func(report string) bool { return strings.Contains(report, "BBC") }},
		{file: "wikigold"},
		{file: "btc-train", miscOpen: true}, // posts: names in careless case
		{file: "crossner_politics-dev", held: true},
		{file: "uner_pud-wiki", miscOpen: true, held: true},
	}, nil
}

// closedDocuments names the documents whose text is not free.
func closedDocuments(c lab.Corpora) (map[string]bool, error) {
	f, err := c.Open("corpora", "ud", "gum_docs.tsv")
	if err != nil {
		return nil, fmt.Errorf("read licences of documents: %w", err)
	}
	defer f.Close()
	closed := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if fields := strings.Split(lines.Text(), "\t"); len(fields) > 3 && strings.Contains(fields[3], "NC") {
			closed[fields[0]] = true
		}
	}
	return closed, lines.Err()
}

func readSet(c lab.Corpora, name string) ([]iobSentence, error) {
	f, err := c.Open("corpora", "ner", name+".iob2.gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := readIOB2(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return s, nil
}

// samples turns a set into reports to learn from.
func (t *trainingSet) samples(sentences []iobSentence) [][]language.NameSample {
	var out [][]language.NameSample
	for _, report := range reportsOf(sentences) {
		if t.drop != nil && t.drop(report[0].report) {
			continue
		}
		samples := make([]language.NameSample, len(report))
		for i := range report {
			samples[i] = t.sample(&report[i])
		}
		for range max(1, t.times) {
			out = append(out, samples)
		}
	}
	return out
}

func (t *trainingSet) sample(s *iobSentence) language.NameSample {
	tags := make([]uint32, len(s.words))
	for i, word := range s.words {
		tags[i] = 1
		if t.miscOpen && startsCapital(word) {
			tags[i] |= language.TagOfName(onrecord.Other, 0)
		}
	}
	for _, n := range s.names() {
		if t.titled && n.Type == onrecord.Person {
			n.First = afterTitles(s.words, n.First, n.End)
		}
		mark(tags, n)
	}
	return language.NameSample{Words: s.words, Tags: tags}
}

// mark sets the tags of a name's words.
func mark(tags []uint32, n language.FoundName) {
	for i := n.First; i < n.End; i++ {
		place := 2
		switch {
		case n.End-n.First == 1:
			place = 0
		case i == n.First:
			place = 1
		case i == n.End-1:
			place = 3
		}
		tags[i] = language.TagOfName(n.Type, place)
	}
}

// personTitles are the words that corpora with titled names put before them.
var personTitles = strings.Fields(`President Prime Minister Vice Secretary Foreign Defense Defence Interior Finance State General
	Gen. Gen Lieutenant Lt. Colonel Col. Major Admiral Mr. Mr Mrs. Mrs Ms. Ms Dr. Dr Doctor Senator Sen. Representative Rep.
	Governor Gov. Mayor King Queen Prince Princess Pope Sheikh Ayatollah Cardinal Bishop Archbishop Chancellor Judge Justice
	Ambassador Chief Deputy Former Professor Spokesman Sir Lord Captain Sergeant Commander Attorney Premier Director Chairman
	Congressman Congresswoman Reverend Rev. First Lady Acting Special Envoy U.S.`)

// afterTitles gives the first word of a name past its titles; never past the
// last word.
func afterTitles(words []string, first, end int) int {
	for first < end-1 && slices.Contains(personTitles, words[first]) {
		first++
	}
	return first
}

func startsCapital(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}
