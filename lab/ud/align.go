package ud

import (
	"cmp"
	"slices"
)

// align pairs the words of a prediction with those of gold: by place, and inside
// stretches that hold a multiword token of either by the longest common
// subsequence of forms. The result is by index of the predicted word.
func align(gold, predicted scored) map[int]int {
	stretches := multiwordStretches(gold.words, predicted.words)
	gIn, gOut := sortWords(gold.words, stretches)
	pIn, pOut := sortWords(predicted.words, stretches)
	pairs := map[int]int{}
	for at, j := range pOut {
		if i, ok := gOut[at]; ok {
			pairs[j] = i
		}
	}
	for k := range stretches {
		for _, pair := range longestCommon(gold.words, gIn[k], predicted.words, pIn[k]) {
			pairs[pair[1]] = pair[0]
		}
	}
	return pairs
}

// multiwordStretches joins overlapping multiword tokens of both files.
func multiwordStretches(files ...[]scoredWord) []span {
	var multi []span
	for _, words := range files {
		for _, w := range words {
			if w.multi {
				multi = append(multi, w.span)
			}
		}
	}
	slices.SortFunc(multi, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var joined []span
	for _, m := range multi {
		if n := len(joined); n > 0 && m.start < joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, m.end)
		} else {
			joined = append(joined, m)
		}
	}
	return joined
}

// sortWords tells which words lie in which stretch and where the others lie.
func sortWords(words []scoredWord, stretches []span) (inside [][]int, outside map[span]int) {
	inside, outside = make([][]int, len(stretches)), map[span]int{}
	k := 0
	for i, w := range words {
		for k < len(stretches) && stretches[k].end <= w.start {
			k++
		}
		if k < len(stretches) && stretches[k].start <= w.start && w.end <= stretches[k].end {
			inside[k] = append(inside[k], i)
		} else {
			outside[w.span] = i
		}
	}
	return inside, outside
}

// longestCommon gives the index pairs of a longest common subsequence of forms;
// on a tie gold is advanced.
func longestCommon(gold []scoredWord, in []int, predicted []scoredWord, also []int) [][2]int {
	n, m := len(in), len(also)
	same := func(i, j int) bool { return gold[in[i]].form == predicted[also[j]].form }
	best := make([][]int, n+1)
	best[n] = make([]int, m+1)
	for i := n - 1; i >= 0; i-- {
		best[i] = make([]int, m+1)
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			pairs = append(pairs, [2]int{in[i], also[j]})
			i++
			j++
		case best[i+1][j] == best[i][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}
