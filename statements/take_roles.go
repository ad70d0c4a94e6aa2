package statements

import (
	"slices"
)

// fillRoles labels the words of the cue's sentence.
func (t *Attributor) fillRoles(s *scene, d *draft) {
	v := s.viewRoles(d.head)
	rows, contexts := v.rows()
	labels, marginals := t.roles.Read(rows, contexts)
	d.take(v, labels)
	d.weigh(marginals, labels)
	d.sure = d.cueOdds
}

// weigh notes how sure the labels of the source and of the content are.
func (d *draft) weigh(marginals []float64, labels []int) {
	var sum, n [roleLabels]float64
	for k, l := range labels {
		sum[l] += marginals[k*roleLabels+l]
		n[l]++
	}
	for l := range sum {
		d.labelOdds[l] = 1
		if n[l] > 0 {
			d.labelOdds[l] = sum[l] / n[l]
		}
	}
}

// roleFeatures is about the number of features of a word.
const roleFeatures = 80

// rows gives the features and contexts of every word in the view, in the room of the last ones.
func (v *roleView) rows() (rows [][]uint32, contexts []int) {
	n := v.end - v.first
	rows, contexts = make([][]uint32, n), make([]int, n)
	v.room = slices.Grow(v.room[:0], n*roleFeatures)
	for k := range n {
		rows[k] = v.features(v.first+k, v.room[k*roleFeatures:k*roleFeatures:(k+1)*roleFeatures])
		contexts[k] = v.context(v.first + k)
	}
	return rows, contexts
}

// take sorts the labelled words into the frame's parts.
func (d *draft) take(v *roleView, labels []int) {
	d.cue, d.source, d.content = nil, nil, nil
	for k, l := range labels {
		i := v.first + k
		switch {
		case i == d.head:
			d.cue = append(d.cue, i)
		case l == inCue:
			d.cue = append(d.cue, i)
		case l == inSource:
			d.source = append(d.source, i)
		case l == inContent:
			d.content = append(d.content, i)
		}
	}
	d.cue = v.withoutMarks(runAround(d.cue, d.head), d.head)
	d.content = v.evenQuotes(d.content)
}

// withoutMarks drops commas, semicolons and quotation marks from the end of a cue.
func (v *roleView) withoutMarks(cue []int, head int) []int {
	for n := len(cue); n > 1 && cue[n-1] != head; n = len(cue) {
		if w := v.low[cue[n-1]]; w != "," && w != ";" && w != ":" && !v.isQuoteMark(cue[n-1]) {
			break
		}
		cue = cue[:n-1]
	}
	return cue
}

// runAround keeps the run of neighbouring tokens that holds the given one.
func runAround(sorted []int, keep int) []int {
	at := slices.Index(sorted, keep)
	first, end := at, at+1
	for first > 0 && sorted[first-1] == sorted[first]-1 {
		first--
	}
	for end < len(sorted) && sorted[end] == sorted[end-1]+1 {
		end++
	}
	return sorted[first:end]
}

// evenQuotes takes a quotation whole or not at all: whole if most of its words
// in the view are content.
func (v *roleView) evenQuotes(content []int) []int {
	all, in := map[int]int{}, map[int]int{}
	for i := v.first; i < v.end; i++ {
		all[v.quoteOf[i]]++
	}
	for _, i := range content {
		in[v.quoteOf[i]]++
	}
	own := v.quoteOf[v.cue]
	var out []int
	for i := v.first; i < v.end; i++ {
		q := v.quoteOf[i]
		if q < 0 || q == own {
			if _, ok := slices.BinarySearch(content, i); ok {
				out = append(out, i)
			}
			continue
		}
		if 2*in[q] > all[q] {
			out = append(out, i)
		}
	}
	return out
}
