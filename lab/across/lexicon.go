package across

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"strings"

	"onrecord"
	"onrecord/across/words"
)

// lexicon is the rarer words of some reports by length, those in most use first. A word that is put for
// another of its length and about its rank keeps spans right, and leaves a record of many variations
// with as many rare words, and as many in common use, as reports have.
type lexicon struct {
	byLength map[int][]string
	rank     map[string]int
}

func readLexicon(entries iter.Seq[*onrecord.Entry]) *lexicon {
	uses := map[string]int{}
	for e := range entries {
		eachWord(e.Text, func(start, end int) { count(uses, e.Text[start:end]) })
	}
	l := &lexicon{map[int][]string{}, map[string]int{}}
	for word := range uses {
		if isRarer(word) {
			l.byLength[len(word)] = append(l.byLength[len(word)], word)
		}
	}
	for _, list := range l.byLength {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
		for i, word := range list {
			l.rank[word] = i
		}
	}
	return l
}

// count counts a word; the text that it is cut from is let go.
func count(uses map[string]int, word string) {
	if _, known := uses[word]; !known {
		word = strings.Clone(word)
	}
	uses[word]++
}

// isRarer leaves out the words of concepts: what is done to each other is told in the same words everywhere.
func isRarer(word string) bool {
	const rarer = 5 // bits
	stem := words.Stem(word)
	return words.Weight(stem) >= rarer && !words.HasConcept(stem)
}

// turn puts another word for every rarer one, each time the same one in a variation.
func (l *lexicon) turn(text string, n int) string {
	out := []byte(text)
	eachWord(text, func(start, end int) {
		if rank, ok := l.rank[text[start:end]]; ok {
			copy(out[start:end], l.other(text[start:end], rank, n))
		}
	})
	return string(out)
}

// other draws one of the ranks from half to double a word's own.
func (l *lexicon) other(word string, rank, n int) string {
	list := l.byLength[len(word)]
	from, to := rank/2, min(2*rank+8, len(list))
	h := fnv.New64a()
	_, _ = h.Write([]byte(word))
	_, _ = h.Write([]byte{byte(n), byte(n >> 8)})
	return list[from+int(h.Sum64()%uint64(to-from))]
}

// eachWord gives the words of more than three lower-case letters.
func eachWord(text string, do func(start, end int)) {
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && text[end] >= 'a' && text[end] <= 'z' {
			end++
		}
		if end-start > 3 && (start == 0 || text[start-1] == ' ') {
			do(start, end)
		}
		start = end + 1
	}
}
