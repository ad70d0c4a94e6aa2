package encoder

import (
	"sort"

	"onrecord/model/kernel"
)

// buckets of the way to a head: half of them to the right, half to the left.
const buckets = 32

func (d *Desk) tagWords() {
	width := d.tag.Width()
	d.scores = sized(d.scores, d.n*width)
	d.fillRows(d.scores, d.tag.bias)
	d.tag.AddProduct(d.scores, width, d.inner(), d.width, d.n)
	for i := range d.n {
		d.Tags[i] = uint8(kernel.Best(d.scores[i*width:][:len(d.tags)]))
	}
}

// takeSides makes the four sides of each word: dependent and head of an arc, cut off
// at 0, then of a relation.
func (d *Desk) takeSides() {
	width := d.sidesWidth()
	d.sides = sized(d.sides, d.n*width)
	d.fillRows(d.sides, d.Encoder.sides.bias)
	d.Encoder.sides.AddProduct(d.sides, width, d.inner(), d.width, d.n)
	for i := range d.n {
		kernel.Relu(d.sides[i*width:][:2*d.head])
	}
}

func (d *Desk) sidesWidth() int { return d.Encoder.sides.Width() }

// parseRun finds the tree of the words [first, end).
func (d *Desk) parseRun(first, end int) {
	n := end - first
	width := d.scoreArcs(first, n)
	heads := d.Heads[first:end]
	d.tree.best(d.arcs, width, heads)
	for i, h := range heads {
		if h >= 0 {
			heads[i] = h + int32(first)
		} else if first > 0 {
			heads[i] = d.rootOfFirst()
		}
	}
}

func (d *Desk) rootOfFirst() int32 {
	for i, h := range d.Heads[:maxTree] {
		if h < 0 {
			return int32(i)
		}
	}
	return 0
}

// scoreArcs scores all arcs of a run; column 0 is the root, and rows are as wide as told.
func (d *Desk) scoreArcs(first, n int) (width int) {
	head, stride := d.head, d.sidesWidth()
	sides := d.sides[first*stride:]
	d.gatherHeads(sides, n)
	d.byHead.Set(n+1, head, d.heads, head)
	d.turned = sized(d.turned, n*d.arc.Width())
	clear(d.turned)
	d.arc.AddProduct(d.turned, d.arc.Width(), sides, stride, n)
	width = d.byHead.Width()
	d.arcs = sized(d.arcs, n*width)
	d.startArcs(n, width)
	d.byHead.AddProduct(d.arcs, width, d.turned, d.arc.Width(), n)
	d.addWays(sides, n, width)
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
func (d *Desk) addWays(sides []float32, n, width int) {
	d.ways = sized(d.ways, n*buckets)
	d.fillRows(d.ways, d.way.bias)
	d.way.AddProduct(d.ways, buckets, sides, d.sidesWidth(), n)
	for far, bucket := 1, 0; far < n; far++ {
		for bucket+1 < len(d.steps) && d.steps[bucket+1] <= far {
			bucket++
		}
		for i := range n - far {
			j := i + far
			d.arcs[i*width+j+1] += d.ways[i*buckets+bucket]
			d.arcs[j*width+i+1] += d.ways[j*buckets+buckets/2+bucket]
		}
	}
}

// nameArcs gives each arc of the tree its relation.
func (d *Desk) nameArcs() {
	head, stride, width := d.head, d.sidesWidth(), d.name.Width()
	d.turned = sized(d.turned, d.n*head)
	for i, h := range d.Heads {
		of := d.root[head:]
		if h >= 0 {
			of = d.sides[int(h)*stride+3*head:]
		}
		addRelu(d.turned[i*head:][:head], d.sides[i*stride+2*head:], of)
	}
	d.scores = sized(d.scores, d.n*width)
	d.fillRows(d.scores, d.name.bias)
	d.name.AddProduct(d.scores, width, d.turned, head, d.n)
	for i, h := range d.Heads {
		row := d.scores[i*width:][:len(d.relations)]
		d.Relations[i] = uint8(d.bestRelation(row, h < 0))
	}
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
	root := sort.SearchStrings(d.relations, "root")
	known := root < len(d.relations) && d.relations[root] == "root"
	switch {
	case known && isRoot:
		return root
	case known && kernel.Best(row) == root && len(row) > 1:
		return kernel.Best2(row, root)
	}
	return kernel.Best(row)
}
