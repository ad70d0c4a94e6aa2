package gold

import (
	"strings"

	"onrecord"
)

// keptWords counts how much clutter an entry removed and how much of the report
// it kept, by aligning the words of page and entry.
type keptWords struct{ clutterGone, clutter, bodyKept, body int }

func countKept(a *Article, e *onrecord.Entry) keptWords {
	words, isClutter := maskedWords(a)
	kept := make([]bool, len(words))
	for _, b := range matchingBlocks(words, append(wordsOf(e.Report.Headline), wordsOf(bodyOf(e))...)) {
		for i := b.a; i < b.a+b.size; i++ {
			kept[i] = true
		}
	}
	var k keptWords
	for i := range words {
		switch {
		case isClutter[i]:
			k.clutter++
			if !kept[i] {
				k.clutterGone++
			}
		default:
			k.body++
			if kept[i] {
				k.bodyKept++
			}
		}
	}
	return k
}

// bodyOf is the entry's text with its clutter blanked.
func bodyOf(e *onrecord.Entry) string {
	text := []byte(e.Text)
	for _, c := range e.Clutter {
		for i := c.Start; i < c.End; i++ {
			text[i] = ' '
		}
	}
	return string(text)
}

// maskedWords gives the words of a page and which of them are gold clutter.
func maskedWords(a *Article) (words []string, isClutter []bool) {
	mask := make([]bool, len(a.Text))
	for _, c := range a.Clutter {
		at := strings.Index(a.Text, c)
		for at >= 0 && mask[at] {
			next := strings.Index(a.Text[at+1:], c)
			if next < 0 {
				at = -1
				break
			}
			at += 1 + next
		}
		for i := 0; at >= 0 && i < len(c); i++ {
			mask[at+i] = true
		}
	}
	at := 0
	for _, field := range strings.Fields(a.Text) {
		at += strings.Index(a.Text[at:], field)
		for _, w := range wordsOf(field) {
			words = append(words, w)
			isClutter = append(isClutter, mask[at])
		}
		at += len(field)
	}
	return words, isClutter
}

// block is a run of equal words: a[a:a+size] == b[b:b+size].
type block struct{ a, b, size int }

// matchingBlocks aligns two word sequences by the longest common run, then the
// longest left and right of it (Ratcliff and Obershelp 1988).
func matchingBlocks(a, b []string) []block {
	places := map[string][]int{}
	for j, w := range b {
		places[w] = append(places[w], j)
	}
	var out []block
	queue := [][4]int{{0, len(a), 0, len(b)}}
	for len(queue) > 0 {
		q := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		m := longestRun(a, places, q)
		if m.size == 0 {
			continue
		}
		out = append(out, m)
		queue = append(queue, [4]int{q[0], m.a, q[2], m.b}, [4]int{m.a + m.size, q[1], m.b + m.size, q[3]})
	}
	return out
}

func longestRun(a []string, places map[string][]int, q [4]int) block {
	best := block{q[0], q[2], 0}
	lengths := map[int]int{}
	for i := q[0]; i < q[1]; i++ {
		next := map[int]int{}
		for _, j := range places[a[i]] {
			if j < q[2] {
				continue
			}
			if j >= q[3] {
				break
			}
			k := lengths[j-1] + 1
			next[j] = k
			if k > best.size {
				best = block{i - k + 1, j - k + 1, k}
			}
		}
		lengths = next
	}
	return best
}
