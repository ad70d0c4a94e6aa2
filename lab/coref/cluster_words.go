package coref

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sizes of the clustering. They were chosen so that it ends in a few minutes on
// two cores.
const (
	clusterVocabulary = 60000 // words that get a cluster
	clusterContexts   = 3000  // words that count as neighbours
	clusterDimensions = 80
	clusterCount      = 1024
	clusterRounds     = 14
)

// ClusterWords groups the words of raw news by the company they keep: it
// weighs each word's neighbours by mutual information, reduces that to few
// dimensions and gathers near words. The result maps a word to "coarse.middle.fine".
func ClusterWords(raw io.Reader, log io.Writer) (map[string]string, error) {
	words, err := readRawWords(raw)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "cluster: %d words read\n", len(words.stream))
	matrix, names := words.neighbours()
	fmt.Fprintf(log, "cluster: %d words, %d neighbour weights\n", matrix.rows, len(matrix.values))
	points := matrix.reduce(clusterDimensions)
	fine := gather(points, clusterCount, clusterRounds)
	fmt.Fprintf(log, "cluster: gathered\n")
	// The larger groups are of clusters, not of words, so that the many rare
	// words weigh no more than the frequent ones.
	coarse, middle := gather(fine.centres, 64, clusterRounds), gather(fine.centres, 256, clusterRounds)
	out := make(map[string]string, len(names))
	for i, name := range names {
		f := fine.of[i]
		out[name] = fmt.Sprintf("%d.%d.%d", coarse.of[f], middle.of[f], f)
	}
	return out, nil
}

// rawWords is the raw text as a stream of word numbers.
type rawWords struct {
	stream []int32
	number map[string]int32
	words  []string
	counts []int32
}

func readRawWords(raw io.Reader) (*rawWords, error) {
	w := &rawWords{number: map[string]int32{}}
	w.add("\n")
	for text, err := range rawTexts(raw) {
		if err != nil {
			return nil, err
		}
		splitRaw(text, w.add)
		w.add("\n")
	}
	return w, nil
}

func (w *rawWords) add(word string) {
	n, known := w.number[word]
	if !known {
		word = strings.Clone(word)
		n = int32(len(w.words))
		w.number[word] = n
		w.words = append(w.words, word)
		w.counts = append(w.counts, 0)
	}
	w.counts[n]++
	w.stream = append(w.stream, n)
}

// splitRaw cuts text roughly as a treebank would: runs of letters and digits
// with inner dots, hyphens and commas, single marks, and "'s" apart. Digits
// become 0 so that numbers fall together.
func splitRaw(text string, give func(string)) {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == '\n':
			give("\n")
			text = strings.TrimLeft(text, "\n \t\r")
			continue
		case unicode.IsSpace(r):
			text = text[size:]
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			if n := genitiveLen(text); n > 0 {
				give("'s")
				text = text[n:]
				continue
			}
			give(text[:size])
			text = text[size:]
			continue
		}
		n := wordLen(text)
		giveWord(text[:n], give)
		text = text[n:]
	}
}

func genitiveLen(text string) int {
	for _, form := range []string{"'s", "’s"} {
		if strings.HasPrefix(text, form) {
			return len(form)
		}
	}
	return 0
}

func wordLen(text string) int {
	end := 0
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			end = i + utf8.RuneLen(r)
			continue
		}
		if !strings.ContainsRune(".-,&", r) || i != end {
			break
		}
	}
	if end < len(text) && text[end] == '.' && isAbbreviated(text[:end]) {
		end++
	}
	return end
}

// dotted are the words that keep their dot.
var dotted = strings.Fields("Mr Mrs Ms Dr Sen Rep Reps Sens Gen Gov Lt Col Sgt Capt Maj Adm Rev Hon St Jr Sr Inc Corp Co Ltd Jan Feb Aug Sept Oct Nov Dec vs No")

// isAbbreviated tells a word whose dot belongs to it: "Mr", "J", "U.S".
func isAbbreviated(word string) bool {
	if len(word) == 1 {
		return unicode.IsUpper(rune(word[0]))
	}
	return len(word) == 3 && word[1] == '.' && unicode.IsUpper(rune(word[2])) || slices.Contains(dotted, word)
}

func giveWord(word string, give func(string)) {
	if strings.IndexFunc(word, unicode.IsDigit) >= 0 {
		word = strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return '0'
			}
			return r
		}, word)
	}
	// A dot or comma inside letters is a missing space ("him.The") unless the
	// parts are single letters ("U.S").
	if i := strings.IndexAny(word, ".,"); i > 1 && unicode.IsLetter(rune(word[0])) && len(word) > i+2 {
		give(word[:i])
		give(word[i : i+1])
		giveWord(word[i+1:], give)
		return
	}
	give(word)
}

// rank gives word numbers by falling count, ties by spelling.
func (w *rawWords) rank() []int32 {
	order := make([]int32, len(w.words))
	for i := range order {
		order[i] = int32(i)
	}
	sort.Slice(order, func(a, b int) bool {
		x, y := order[a], order[b]
		if w.counts[x] != w.counts[y] {
			return w.counts[x] > w.counts[y]
		}
		return w.words[x] < w.words[y]
	})
	return order
}

// neighbours counts which frequent words stand left, right and two off each
// word, and weighs the counts by positive pointwise mutual information.
func (w *rawWords) neighbours() (*sparse, []string) {
	order := w.rank()
	rows := min(clusterVocabulary, len(order))
	context := min(clusterContexts, len(order))
	place := make([]int32, len(w.words))
	for i := range place {
		place[i] = -1
	}
	names := make([]string, rows)
	for i, n := range order[:rows] {
		place[n] = int32(i)
		names[i] = w.words[n]
	}
	counts := make([]map[int32]float32, rows)
	for i := range counts {
		counts[i] = map[int32]float32{}
	}
	for i, n := range w.stream {
		row := place[n]
		if row < 0 {
			continue
		}
		for block, off := range []int{-1, 1, -2, 2} {
			if j := i + off; j >= 0 && j < len(w.stream) {
				if c := place[w.stream[j]]; c >= 0 && int(c) < context {
					counts[row][int32(min(block, 2)*context)+c]++
				}
			}
		}
	}
	return weigh(counts, 3*context), names
}

// weigh turns counts into positive pointwise mutual information, with the
// neighbours' counts flattened so that rare ones do not dominate.
func weigh(counts []map[int32]float32, columns int) *sparse {
	column := make([]float64, columns)
	row := make([]float64, len(counts))
	for i, m := range counts {
		for _, c := range sortedKeys(m) {
			column[c] += float64(m[c])
			row[i] += float64(m[c])
		}
	}
	total := 0.0
	for c := range column {
		column[c] = math.Pow(column[c], 0.75)
		total += column[c]
	}
	out := &sparse{rows: len(counts), columns: columns, starts: []int{0}}
	for i, m := range counts {
		for _, c := range sortedKeys(m) {
			n := float64(m[c])
			if v := math.Log(n * total / (row[i] * column[c])); v > 0 {
				// Little evidence, little weight.
				out.index = append(out.index, c)
				out.values = append(out.values, float32(v*n/(n+2)))
			}
		}
		out.starts = append(out.starts, len(out.values))
	}
	return out
}

func sortedKeys(m map[int32]float32) []int32 {
	keys := make([]int32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool { return keys[a] < keys[b] })
	return keys
}
