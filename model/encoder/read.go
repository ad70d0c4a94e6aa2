package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"onrecord/model"
	"onrecord/model/kernel"
)

const (
	version = 2
	// maxSize bounds every width and count, so that no product of two overflows.
	maxSize = 1 << 13
)

// Read opens a file of weights, which must stay as it is: its tables are read in
// place. Nothing in it is trusted.
func Read(file []byte) (*Encoder, error) {
	u, err := model.Unpack(file, "encoder")
	if err != nil {
		return nil, err
	}
	r := reader{Unpacker: u}
	e := r.encoder()
	if err := errors.Join(u.Err(), r.err); err != nil {
		return nil, fmt.Errorf("read weights of encoder: %w", err)
	}
	return e, nil
}

// reader keeps the first fault; what it gives after it is of no use but harmless.
type reader struct {
	*model.Unpacker
	err  error
	room []float32 // for weights on their way into a matrix
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = errors.New("wrong " + what)
	}
}

func (r *reader) broken() bool { return r.err != nil || r.Err() != nil }

func (r *reader) encoder() *Encoder {
	if r.Int() != version {
		r.fail("version")
	}
	e := &Encoder{width: r.size("width"), head: r.size("head")}
	e.dilations, e.steps = r.sizes("dilations"), r.sizes("steps")
	if e.width%16 != 0 || e.head%16 != 0 || len(e.steps) != buckets/2 || !slices.IsSorted(e.steps) {
		r.fail("shape")
	}
	e.tags, e.relations = r.names(), r.names()
	e.rootRelation = slices.Index(e.relations, "root")
	seen := r.words(e)
	seen += r.pieces(e)
	r.layers(e, seen)
	r.heads(e)
	return e
}

func (r *reader) size(what string) int {
	n := r.Int()
	if n < 1 || n > maxSize {
		r.fail(what)
		return 1
	}
	return n
}

func (r *reader) sizes(what string) []int {
	found := make([]int, min(r.size(what), 64))
	for i := range found {
		found[i] = r.size(what)
	}
	return found
}

func (r *reader) names() []string {
	found := r.Strings()
	if len(found) == 0 || len(found) > 255 {
		r.fail("list of names")
	}
	return found
}

func (r *reader) words(e *Encoder) int {
	size := r.size("vectors")
	keys := r.Bytes()
	e.words.table = r.table(size)
	e.words.unknown = r.halves(size)
	if len(keys) != 4*e.words.rows() || len(keys) > 1<<24 {
		r.fail("keys of words")
		return size
	}
	e.words.keys = make([]uint32, len(keys)/4)
	for i := range e.words.keys {
		e.words.keys[i] = binary.LittleEndian.Uint32(keys[4*i:])
	}
	e.words.index()
	return size
}

func (r *reader) pieces(e *Encoder) (seen int) {
	if r.Int() != pieceCount {
		r.fail("pieces")
	}
	for range pieceCount {
		size := r.size("pieces")
		e.pieces = append(e.pieces, r.table(size))
		seen += size
	}
	return seen
}

func (r *reader) table(size int) table {
	t := table{size: size, cells: r.Bytes()}
	scales := r.Bytes()
	if len(scales) == 0 || len(scales)%4 != 0 || len(t.cells) != size*(len(scales)/4) {
		r.fail("table")
		return table{size: size}
	}
	t.scales = make([]float32, len(scales)/4)
	for i := range t.scales {
		t.scales[i] = math.Float32frombits(binary.LittleEndian.Uint32(scales[4*i:]))
	}
	return t
}

// halves reads numbers of 16 bits, the upper halves of those of 32. There are none after a fault.
func (r *reader) halves(n int) []float32 { return r.halvesInto(nil, n) }

// weights reads the weights of a matrix; they stay until the next are read.
func (r *reader) weights(n int) []float32 {
	r.room = r.halvesInto(r.room, n)
	return r.room
}

func (r *reader) halvesInto(room []float32, n int) []float32 {
	bits := r.Bytes()
	if len(bits) != 2*n {
		r.fail("number of weights")
		return nil
	}
	found := room
	if cap(found) < n {
		found = make([]float32, n)
	}
	found = found[:n]
	for i := range found {
		found[i] = math.Float32frombits(uint32(binary.LittleEndian.Uint16(bits[2*i:])) << 16)
	}
	return found
}

func (r *reader) layers(e *Encoder, seen int) {
	e.enter = r.layer(e.width, seen, 1)
	for range e.dilations {
		e.layers = append(e.layers, r.layer(e.width, e.width, 3))
	}
}

func (r *reader) layer(width, inputs, parts int) layer {
	weights := r.weights(2 * width * inputs * parts)
	l := layer{bias: r.halves(2 * width), norm: kernel.Norm{Gain: r.halves(width), Shift: r.halves(width)}}
	if r.broken() {
		return l
	}
	l.parts = make([]kernel.Matrix, parts)
	for k := range l.parts {
		l.parts[k].Set(2*width, inputs, weights[k*inputs:], parts*inputs)
	}
	return l
}

func (r *reader) heads(e *Encoder) {
	e.tag = r.affine(len(e.tags), e.width)
	e.sides = r.affine(4*e.head, e.width)
	e.root = r.halves(2 * e.head)
	arc := r.weights(e.head * e.head)
	if r.broken() {
		return
	}
	e.arc = kernel.NewMatrix(e.head, e.head, arc)
	e.way = r.affine(buckets, e.head)
	e.weight = r.halves(e.head)
	e.name = r.affine(len(e.relations), e.head)
	e.called = r.affine(Labels, e.width)
}

func (r *reader) affine(outputs, inputs int) affine {
	weights, bias := r.weights(outputs*inputs), r.halves(outputs)
	if r.broken() {
		return affine{}
	}
	a := affine{Matrix: kernel.NewMatrix(outputs, inputs, weights)}
	a.bias = make([]float32, a.Width())
	copy(a.bias, bias)
	return a
}
