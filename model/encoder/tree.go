package encoder

import "onrecord/model/kernel"

// tree finds the best projective tree with one root. Its room is used again.
type tree struct {
	n                    int
	scores               []float32
	width                int
	open, shut           [2][]float32 // best score of a span with its head at the left (0) or right (1)
	openSplit, shutSplit [2][]int16
	seen                 []int8
	stack                []spanned
}

type spanned struct {
	s, t  int
	right bool // the head is at the right end
	open  bool
}

// best writes the heads, -1 for the root. Row i of the scores tells how good each
// head is for word i: column 0 for the root, column j+1 for word j.
func (t *tree) best(scores []float32, width int, heads []int32) {
	t.n, t.scores, t.width = len(heads), scores, width
	for i := range heads {
		heads[i] = int32(kernel.Best(t.row(i))) - 1
	}
	if !t.isTree(heads) {
		t.eisner(heads)
	}
}

// row gives the scores of the heads of word i, with its own place out of reach.
func (t *tree) row(i int) []float32 {
	row := t.scores[i*t.width:][:t.n+1]
	row[i+1] = -1e30
	return row
}

func (t *tree) arc(head, word int) float32 { return t.scores[word*t.width+head+1] }

// isTree tells whether the heads have one root, no circle and no crossing arcs.
func (t *tree) isTree(heads []int32) bool {
	roots := 0
	for _, h := range heads {
		if h < 0 {
			roots++
		}
	}
	return roots == 1 && t.hasNoCircle(heads) && t.hasNoCrossing(heads)
}

func (t *tree) hasNoCircle(heads []int32) bool {
	t.seen = sized(t.seen, len(heads))
	clear(t.seen)
	for i := range heads {
		at := i
		for at >= 0 && t.seen[at] == 0 {
			t.seen[at] = 1
			at = int(heads[at])
		}
		if at >= 0 && t.seen[at] == 1 {
			return false
		}
		for at = i; at >= 0 && t.seen[at] == 1; at = int(heads[at]) {
			t.seen[at] = 2
		}
	}
	return true
}

// hasNoCrossing walks the arcs by their left ends: an arc may not end beyond the
// innermost open one. The root's arc covers all and is over no word.
func (t *tree) hasNoCrossing(heads []int32) bool {
	for i, h := range heads {
		if h < 0 {
			continue
		}
		from, to := min(i, int(h)), max(i, int(h))
		for k := from + 1; k < to; k++ {
			if int(heads[k]) < from || int(heads[k]) > to {
				return false
			}
		}
	}
	return true
}

// eisner fills the table of spans from short to long, then follows it back.
func (t *tree) eisner(heads []int32) {
	size := t.n * t.n
	for side := range 2 {
		t.open[side], t.shut[side] = sized(t.open[side], size), sized(t.shut[side], size)
		t.openSplit[side], t.shutSplit[side] = sized(t.openSplit[side], size), sized(t.shutSplit[side], size)
	}
	for i := range t.n {
		t.shut[0][i*t.n+i], t.shut[1][i*t.n+i] = 0, 0
	}
	for length := 1; length < t.n; length++ {
		for from := 0; from+length < t.n; from++ {
			t.fillOpen(from, from+length)
			t.fillShut(from, from+length)
		}
	}
	t.readBack(heads)
}

// fillOpen joins two shut spans by an arc between their outer ends. The table of
// spans with the head at the right lies by end, so that both inner loops run along rows.
func (t *tree) fillOpen(from, to int) {
	n := t.n
	left, right := t.shut[0][from*n:from*n+n], t.shut[1][to*n:to*n+n]
	best, split := left[from]+right[from+1], from
	for k := from + 1; k < to; k++ {
		if sum := left[k] + right[k+1]; sum > best {
			best, split = sum, k
		}
	}
	t.open[0][from*n+to], t.openSplit[0][from*n+to] = best+t.arc(from, to), int16(split)
	t.open[1][to*n+from], t.openSplit[1][to*n+from] = best+t.arc(to, from), int16(split)
}

// fillShut lengthens an open span by a shut one with the same direction.
func (t *tree) fillShut(from, to int) {
	n := t.n
	best, split := float32(-3e38), from+1 // the split that stands where no sum is a number
	for k := from + 1; k <= to; k++ {
		if sum := t.open[0][from*n+k] + t.shut[0][k*n+to]; sum > best {
			best, split = sum, k
		}
	}
	t.shut[0][from*n+to], t.shutSplit[0][from*n+to] = best, int16(split)
	best, split = -3e38, from
	for k := from; k < to; k++ {
		if sum := t.open[1][to*n+k] + t.shut[1][k*n+from]; sum > best {
			best, split = sum, k
		}
	}
	t.shut[1][to*n+from], t.shutSplit[1][to*n+from] = best, int16(split)
}

// readBack chooses the root and writes the heads of all spans below it.
func (t *tree) readBack(heads []int32) {
	n := t.n
	best, root := float32(-3e38), 0
	for r := range n {
		if sum := t.arc(-1, r) + t.shut[1][r*n] + t.shut[0][r*n+n-1]; sum > best {
			best, root = sum, r
		}
	}
	heads[root] = -1
	t.stack = append(t.stack[:0], spanned{0, root, true, false}, spanned{root, n - 1, false, false})
	for len(t.stack) > 0 {
		top := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		if top.s < top.t {
			t.unfold(top, heads)
		}
	}
}

func (t *tree) unfold(p spanned, heads []int32) {
	side, at := 0, p.s*t.n+p.t
	if p.right {
		side, at = 1, p.t*t.n+p.s
	}
	switch {
	case p.open:
		k := int(t.openSplit[side][at])
		if p.right {
			heads[p.s] = int32(p.t)
		} else {
			heads[p.t] = int32(p.s)
		}
		t.stack = append(t.stack, spanned{p.s, k, false, false}, spanned{k + 1, p.t, true, false})
	case p.right:
		k := int(t.shutSplit[1][at])
		t.stack = append(t.stack, spanned{p.s, k, true, false}, spanned{k, p.t, true, true})
	default:
		k := int(t.shutSplit[0][at])
		t.stack = append(t.stack, spanned{p.s, k, false, true}, spanned{k, p.t, false, false})
	}
}
