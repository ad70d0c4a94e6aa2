// Package encoder reads a sentence with a small neural network: it gives the tag of
// each word, its head and the relation to it, and scores the labels of names. Start at [Read] and [Desk.Read].
//
// A word is seen as its vector and some hashed pieces; dilated convolutions mix it
// with its neighbours; heads score tags, arcs and relations. What is made of a word
// before it meets its neighbours is remembered for the next time. The network is learned
// by the scripts of the folder training. All sums are made in a fixed order (see
// [onrecord/model/kernel]), so that a sentence has one reading on every machine.
package encoder

import (
	"slices"

	"onrecord/model/kernel"
)

// Encoder is a learned network. Use changes nothing of what it reads: it only
// remembers words.
type Encoder struct {
	familiar        familiar
	tags, relations []string
	rootRelation    int // the number of "root", -1 without it
	width, head     int
	dilations       []int
	steps           []int // lower ends of the buckets of distances
	words           wordTable
	pieces          []table
	enter           layer
	layers          []layer
	tag, sides      affine
	root            []float32 // the root as head of an arc, then as head of a relation
	arc             kernel.Matrix
	way             affine
	weight          []float32
	name            affine
	called          affine // labels of names
}

// affine is a matrix with a start for its sums, as wide as the matrix.
type affine struct {
	kernel.Matrix
	bias []float32
}

// layer takes the greater of two affine pieces and brings it to a norm. A
// convolution has three parts: for the words before, at and after the place.
type layer struct {
	parts []kernel.Matrix
	bias  []float32
	norm  kernel.Norm
}

// Tags are the names of the tags by number: "NOUN/NN".
func (e *Encoder) Tags() []string { return slices.Clone(e.tags) }

// Labels is the number of labels of names: none, then alone, first, inside and last
// of a person, an organisation, a place, another name.
const Labels = 17

// Relations are the names of the relations by number.
func (e *Encoder) Relations() []string { return slices.Clone(e.relations) }

// table has rows of bytes with a sign, and a scale for each row.
type table struct {
	size   int
	cells  []byte // of the file, which is not written to
	scales []float32
}

func (t *table) rows() int { return len(t.scales) }

// put writes a row as numbers.
func (t *table) put(to []float32, row int) {
	scale := t.scales[row]
	for i, c := range t.cells[row*t.size : (row+1)*t.size] {
		to[i] = float32(int8(c)) * scale
	}
}

// wordTable has the vectors of the known words.
type wordTable struct {
	table
	slots   []int32 // open addressing by key; -1 is free
	keys    []uint32
	unknown []float32
}

func (t *wordTable) index() {
	size := 1
	for size < 2*len(t.keys)+2 {
		size *= 2
	}
	t.slots = make([]int32, size)
	for i := range t.slots {
		t.slots[i] = -1
	}
	for row, key := range t.keys {
		at := int(key) & (size - 1)
		for t.slots[at] >= 0 && t.keys[t.slots[at]] != key {
			at = (at + 1) & (size - 1)
		}
		if t.slots[at] < 0 && row > 0 {
			t.slots[at] = int32(row)
		}
	}
}

// put writes the vector of the word with the key.
func (t *wordTable) put(to []float32, key uint32) {
	mask := len(t.slots) - 1
	for at := int(key) & mask; t.slots[at] >= 0; at = (at + 1) & mask {
		if row := t.slots[at]; t.keys[row] == key {
			t.table.put(to, int(row))
			return
		}
	}
	copy(to, t.unknown)
}
