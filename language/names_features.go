package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameFeaturer turns the words of one report into features for the tagger of
// names. It sees the report whole, because what a word is elsewhere in a report
// ("Mr Berg said") tells what it is here ("Berg denies").
type nameFeaturer struct {
	words *WordTable
	seen  map[string]*wordSeen // by lower-case word
}

// nameWord is what the features need to know of one word.
type nameWord struct {
	text, lower, shape string
	textHash           uint32
	lowerHash          uint32
	shapeHash          uint32
	clusters           [3]uint32 // coarse, middle, fine; 0 if unknown
	lowerCluster       uint32    // fine cluster of the word written small
	capital            bool
	seen               *wordSeen
}

// wordSeen is what a report shows of a word in all its places.
type wordSeen struct {
	small   bool     // written small somewhere
	before  []uint32 // the words before its capitalised places, inside sentences
	after   []uint32
	longest int    // length of the longest run of capitalised words that holds it
	first   uint32 // that run's first and last word
	last    uint32
	lastFix uint32
}

// maxSeenContexts bounds how many places of a word vote.
const maxSeenContexts = 6

// maxNameSentence bounds the words of a sentence that are tagged in one go.
const maxNameSentence = 512

func newNameFeaturer(words *WordTable) *nameFeaturer {
	return &nameFeaturer{words: words, seen: map[string]*wordSeen{}}
}

// features gives the features of every word of a report, sentence by sentence.
func (f *nameFeaturer) features(sentences [][]string) [][][]uint32 {
	words := make([][]nameWord, len(sentences))
	for i, s := range sentences {
		words[i] = f.look(s)
	}
	for _, s := range words {
		f.gather(s)
	}
	out := make([][][]uint32, len(words))
	for i, s := range words {
		out[i] = sentenceFeatures(s)
	}
	return out
}

func (f *nameFeaturer) look(sentence []string) []nameWord {
	out := make([]nameWord, len(sentence))
	for i, text := range sentence {
		w := &out[i]
		w.text = foldDigits(text)
		w.lower = strings.ToLower(w.text)
		w.shape = wordShape(text)
		w.textHash, w.lowerHash, w.shapeHash = hashWord(w.text), hashWord(w.lower), hashWord(w.shape)
		w.capital = startsUpper(text)
		w.clusters = f.words.clusters(w.text, w.lower)
		w.lowerCluster = f.words.clusters(w.lower, w.lower)[2]
	}
	return out
}

// gather notes where the words of a sentence stand.
func (f *nameFeaturer) gather(s []nameWord) {
	shout := isShouting(s)
	for i := range s {
		w := &s[i]
		seen := f.seen[w.lower]
		if seen == nil {
			seen = &wordSeen{}
			f.seen[w.lower] = seen
		}
		w.seen = seen
		if !w.capital {
			seen.small = true
			continue
		}
		if shout || i == 0 {
			continue
		}
		if len(seen.before) < maxSeenContexts {
			seen.before = append(seen.before, s[i-1].lowerHash)
			after := uint32(0)
			if i+1 < len(s) {
				after = s[i+1].lowerHash
			}
			seen.after = append(seen.after, after)
		}
		f.gatherRun(s, i)
	}
}

// gatherRun keeps the longest run of capitalised words that holds word i.
func (f *nameFeaturer) gatherRun(s []nameWord, i int) {
	from, to := i, i+1
	for from > 1 && s[from-1].capital && i-from < 6 {
		from--
	}
	for to < len(s) && s[to].capital && to-i < 6 {
		to++
	}
	seen := s[i].seen
	if to-from > seen.longest {
		seen.longest = to - from
		seen.first, seen.last = s[from].lowerHash, s[to-1].lowerHash
		seen.lastFix = hashWord(suffix(s[to-1].lower, 3))
	}
}

// isShouting tells a sentence whose capitals say little: a headline in upper
// case or with every long word capitalised.
func isShouting(s []nameWord) bool {
	small, capital := 0, 0
	for i := range s {
		if len(s[i].text) < 4 {
			continue
		}
		if s[i].capital {
			capital++
		} else if r, _ := utf8.DecodeRuneInString(s[i].text); unicode.IsLower(r) {
			small++
		}
	}
	return capital > 2 && capital > 3*small
}
