package encoder

import "onrecord/model/kernel"

// buckets of the way to a head: half of them to the right, half to the left.
const buckets = 32

func (d *Desk) tagWords(tags []uint8) {
	n, width := len(tags), d.tag.Width()
	d.scores = sized(d.scores, n*width)
	d.tag.StartProduct(d.scores, d.tag.bias, width, d.states, d.width, n)
	for i := range tags {
		tags[i] = uint8(kernel.Best(d.scores[i*width:][:len(d.tags)]))
	}
}

// callNames scores the labels of names, for all words. Weights that know no names
// give 0 to all.
func (d *Desk) callNames(to []float32) {
	n, width := len(to)/Labels, d.called.Width()
	if width == 0 {
		clear(to)
		return
	}
	d.scores = sized(d.scores, n*width)
	d.called.StartProduct(d.scores, d.called.bias, width, d.states, d.width, n)
	for i := range n {
		copy(to[i*Labels:][:Labels], d.scores[i*width:])
	}
}

// takeSides makes the four sides of each word: dependent and head of an arc, cut off
// at 0, then of a relation.
func (d *Desk) takeSides(n int) {
	width := d.sidesWidth()
	d.sides = sized(d.sides, n*width)
	d.Encoder.sides.StartProduct(d.sides, d.Encoder.sides.bias, width, d.states, d.width, n)
	for i := range n {
		kernel.Relu(d.sides[i*width:][:2*d.head])
	}
}

func (d *Desk) sidesWidth() int { return d.Encoder.sides.Width() }

// parseSentence finds the tree of a sentence, which begins at a place of the batch.
func (d *Desk) parseSentence(heads []int32, begin int) {
	for first := 0; first < len(heads); first += maxTree {
		run := heads[first:min(first+maxTree, len(heads))]
		width := d.scoreArcs(begin+first, len(run))
		d.tree.best(d.arcs, width, run)
		if first > 0 {
			hang(run, int32(first), rootOf(heads[:maxTree]))
		}
	}
}

// hang moves a tree to its place in the sentence and hangs its root on another.
func hang(heads []int32, first, root int32) {
	for i, h := range heads {
		if heads[i] = h + first; h < 0 {
			heads[i] = root
		}
	}
}

func rootOf(heads []int32) int32 {
	for i, h := range heads {
		if h < 0 {
			return int32(i)
		}
	}
	return 0
}

// turnSides makes of the dependents of the batch what meets their heads in an arc, and scores their ways.
func (d *Desk) turnSides(n int) {
	width := d.arc.Width()
	d.turned, d.ways = sized(d.turned, n*width), sized(d.ways, n*buckets)
	clear(d.turned)
	d.arc.AddProduct(d.turned, width, d.sides, d.sidesWidth(), n)
	d.way.StartProduct(d.ways, d.way.bias, buckets, d.sides, d.sidesWidth(), n)
}

// scoreArcs scores all arcs of a run of words of the batch; column 0 is the root, and rows are as wide as told.
func (d *Desk) scoreArcs(first, n int) (width int) {
	d.gatherHeads(d.sides[first*d.sidesWidth():], n)
	d.byHead.Set(n+1, d.head, d.heads, d.head)
	width = d.byHead.Width()
	d.arcs = sized(d.arcs, n*width)
	d.startArcs(n, width)
	d.byHead.AddProduct(d.arcs, width, d.turned[first*d.arc.Width():], d.arc.Width(), n)
	d.addWays(d.ways[first*buckets:], n, width)
	return width
}

// gatherHeads lays the root and the words as heads side by side.
func (d *Desk) gatherHeads(sides []float32, n int) {
	head := d.head
	d.heads = sized(d.heads, (n+1)*head)
	copy(d.heads, d.root[:head])
	kernel.Relu(d.heads[:head])
	for i := range n {
		copy(d.heads[(i+1)*head:][:head], sides[i*d.sidesWidth()+head:])
	}
}

// startArcs starts the scores with the weight that each head has by itself.
func (d *Desk) startArcs(n, width int) {
	first := d.arcs[:width]
	clear(first)
	for j := range n + 1 {
		sum := float32(0)
		for k, x := range d.heads[j*d.head:][:d.head] {
			sum += float32(x * d.weight[k])
		}
		first[j] = sum
	}
	for i := 1; i < n; i++ {
		copy(d.arcs[i*width:], first)
	}
}

// addWays adds the score of the way from each word to each head.
func (d *Desk) addWays(ways []float32, n, width int) {
	for far, bucket := 1, 0; far < n; far++ {
		for bucket+1 < len(d.steps) && d.steps[bucket+1] <= far {
			bucket++
		}
		for i := range n - far {
			j := i + far
			d.arcs[i*width+j+1] += ways[i*buckets+bucket]
			d.arcs[j*width+i+1] += ways[j*buckets+buckets/2+bucket]
		}
	}
}

// nameArcs gives each arc of the trees its relation. The sentences of the batch end
// at ends, and the first begins at first.
func (d *Desk) nameArcs(first int, ends []int) {
	n := ends[len(ends)-1] - first
	d.turned = sized(d.turned, n*d.head)
	begin := first
	for _, end := range ends {
		for i, h := range d.Heads[begin:end] {
			d.joinSides(begin-first, i, int(h))
		}
		begin = end
	}
	width := d.name.Width()
	d.scores = sized(d.scores, n*width)
	d.name.StartProduct(d.scores, d.name.bias, width, d.turned, d.head, n)
	for i, h := range d.Heads[first : first+n] {
		row := d.scores[i*width:][:len(d.relations)]
		d.Relations[first+i] = uint8(d.bestRelation(row, h < 0))
	}
}

// joinSides joins word i with its head; both count from the begin of their sentence.
func (d *Desk) joinSides(begin, i, h int) {
	head, stride := d.head, d.sidesWidth()
	of := d.root[head:]
	if h >= 0 {
		of = d.sides[(begin+h)*stride+3*head:]
	}
	at := begin + i
	addRelu(d.turned[at*head:][:head], d.sides[at*stride+2*head:], of)
}

// addRelu sums two sides and cuts the sum off at 0.
func addRelu(to, x, y []float32) {
	for k := range to {
		to[k] = x[k] + y[k]
	}
	kernel.Relu(to)
}

// bestRelation keeps "root" for the root and everything else for other words.
func (d *Desk) bestRelation(row []float32, isRoot bool) int {
	switch {
	case d.rootRelation < 0 || len(row) == 1:
		return kernel.Best(row)
	case isRoot:
		return d.rootRelation
	}
	return kernel.BestBut(row, d.rootRelation)
}
