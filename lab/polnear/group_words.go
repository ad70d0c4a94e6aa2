package polnear

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"onrecord/statements"
)

// The sizes of the word classes.
const (
	classWords   = 24000 // words that are grouped
	contextWords = 1000  // frequent words whose neighbourhood tells a word's use
	classFloor   = 40    // times that a grouped word is seen at least
	coarseGroups = 120
	fineGroups   = 700
	sketchSize   = 160 // numbers that a word's use is boiled down to
	groupRounds  = 12
)

// GroupWords groups the words of raw news by their neighbours and packs the
// classes for package statements.
func GroupWords(open func() (io.ReadCloser, error), log io.Writer) ([]byte, error) {
	counts, err := countWords(open)
	if err != nil {
		return nil, err
	}
	words := frequentWords(counts, classWords, classFloor)
	fmt.Fprintf(log, "%d words to group\n", len(words))
	sketches, err := sketchWords(open, words)
	if err != nil {
		return nil, err
	}
	coarse, fine := group(sketches, coarseGroups), group(sketches, fineGroups)
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(words[a], words[b]) })
	var names []string
	var c, f []int
	for _, i := range order {
		names, c, f = append(names, words[i]), append(c, coarse[i]), append(f, fine[i])
	}
	return statements.PackWordClasses(names, c, f)
}

// eachReport gives the words and marks of every raw report, written small.
func eachReport(open func() (io.ReadCloser, error), visit func(words []string)) error {
	in, err := open()
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 1<<20), maxLine)
	var words []string
	for lines.Scan() {
		var report struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &report); err != nil {
			return fmt.Errorf("read raw news: %w", err)
		}
		words = cutPlainly(strings.ToLower(report.Text), words[:0])
		visit(words)
	}
	return lines.Err()
}

// cutPlainly cuts runs of letters, numbers as one sign, and single marks.
func cutPlainly(text string, out []string) []string {
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || (start >= 0 && (r == '-' || r == '\'' || r == '’')) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, cutEnding(text[start:i])...)
			start = -1
		}
		switch {
		case unicode.IsDigit(r):
			if len(out) == 0 || out[len(out)-1] != "0" {
				out = append(out, "0")
			}
		case r == '“' || r == '”' || r == '"':
			out = append(out, "\"")
		case !unicode.IsSpace(r):
			out = append(out, string(r))
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

func cutEnding(word string) []string {
	word = strings.TrimRight(strings.ReplaceAll(word, "’", "'"), "-'")
	if stem, ok := strings.CutSuffix(word, "'s"); ok {
		return []string{stem, "'s"}
	}
	return []string{word}
}

func countWords(open func() (io.ReadCloser, error)) (map[string]int, error) {
	counts := map[string]int{}
	err := eachReport(open, func(words []string) {
		for _, w := range words {
			if _, ok := counts[w]; ok {
				counts[w]++
			} else {
				counts[strings.Clone(w)] = 1
			}
		}
	})
	return counts, err
}

func frequentWords(counts map[string]int, most, floor int) []string {
	var words []string
	for w, n := range counts {
		if n >= floor && len(w) < 40 && w != "" {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return words[:min(most, len(words))]
}

// sketchWords counts each word's neighbours at four places and boils the
// weighted counts down by random signs, which keeps likeness.
func sketchWords(open func() (io.ReadCloser, error), words []string) ([][]float32, error) {
	number := map[string]int{}
	for i, w := range words {
		number[w] = i
	}
	near := make([][]uint32, len(words)) // by word: place * contextWords + neighbour
	for i := range near {
		near[i] = make([]uint32, 4*contextWords)
	}
	places := [4]int{-2, -1, 1, 2}
	err := eachReport(open, func(text []string) {
		ids := make([]int, len(text))
		for i, w := range text {
			id, ok := number[w]
			if !ok {
				id = -1
			}
			ids[i] = id
		}
		for i, id := range ids {
			if id < 0 {
				continue
			}
			for p, d := range places {
				if j := i + d; j >= 0 && j < len(ids) && ids[j] >= 0 && ids[j] < contextWords {
					near[id][p*contextWords+ids[j]]++
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return boilDown(near), nil
}

func boilDown(near [][]uint32) [][]float32 {
	columns, total := make([]float64, 4*contextWords), 0.0
	rows := make([]float64, len(near))
	for i, row := range near {
		for c, n := range row {
			columns[c] += float64(n)
			rows[i] += float64(n)
		}
		total += rows[i]
	}
	chance := rand.New(rand.NewPCG(1, 2))
	signs := make([][]float32, 4*contextWords)
	for c := range signs {
		signs[c] = make([]float32, sketchSize)
		for d := range signs[c] {
			signs[c][d] = float32(chance.NormFloat64())
		}
	}
	out := make([][]float32, len(near))
	for i, row := range near {
		out[i] = make([]float32, sketchSize)
		for c, n := range row {
			if n == 0 {
				continue
			}
			more := math.Log(float64(n) * total / (rows[i] * math.Pow(columns[c], 0.75) * math.Pow(total, 0.25)))
			if more <= 0 {
				continue
			}
			for d, s := range signs[c] {
				out[i][d] += float32(more) * s
			}
		}
		unit(out[i])
	}
	return out
}

func unit(v []float32) {
	sum := float32(0)
	for _, x := range v {
		sum += x * x
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(float64(sum)))
	for d := range v {
		v[d] *= scale
	}
}

// group puts vectors into k groups of like direction. The first vectors, which
// are of the most frequent words, open the groups.
func group(vectors [][]float32, k int) []int {
	k = min(k, len(vectors))
	centres := make([][]float32, k)
	for g := range centres {
		centres[g] = slices.Clone(vectors[g*min(len(vectors), 4*k)/k])
	}
	in := make([]int, len(vectors))
	for range groupRounds {
		for i, v := range vectors {
			best := float32(-2)
			for g, c := range centres {
				if s := dot(v, c); s > best {
					best, in[i] = s, g
				}
			}
		}
		for g := range centres {
			clear(centres[g])
		}
		for i, v := range vectors {
			for d, x := range v {
				centres[in[i]][d] += x
			}
		}
		for g := range centres {
			unit(centres[g])
		}
	}
	return in
}

func dot(a, b []float32) float32 {
	sum := float32(0)
	for d := range min(len(a), len(b)) {
		sum += a[d] * b[d]
	}
	return sum
}
