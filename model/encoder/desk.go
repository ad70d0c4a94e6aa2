package encoder

import "onrecord/model/kernel"

// maxTree is the longest run of words that gets a tree by itself. Longer sentences
// are cut into such runs, whose roots hang on the first one; so the time grows with
// the length of a sentence and not with its cube.
const maxTree = 256

// Desk is the working room for one sentence at a time. Its results are those of
// the last sentence read, until the next.
type Desk struct {
	Tags      []uint8 // by word, a number of Encoder.Tags
	Heads     []int32 // by word, the place of its head, -1 for the root
	Relations []uint8 // by word, a number of Encoder.Relations

	*Encoder
	looker
	n      int
	seen   []float32 // what is seen of each word
	states []float32 // with a margin of zeros on both sides
	pieces []float32
	room   []float32
	scores []float32 // of tags, then of relations
	sides  []float32
	heads  []float32 // as heads of arcs: the root, then the words
	turned []float32
	ways   []float32
	arcs   []float32
	byHead kernel.Matrix
	tree   tree
}

// NewDesk makes a desk; each goroutine needs its own.
func (e *Encoder) NewDesk() *Desk { return &Desk{Encoder: e} }

// Read tags and parses one sentence.
func (d *Desk) Read(forms []string) {
	d.n = len(forms)
	d.Tags, d.Heads, d.Relations = sized(d.Tags, d.n), sized(d.Heads, d.n), sized(d.Relations, d.n)
	if d.n == 0 {
		return
	}
	d.lookAt(forms)
	d.mix()
	d.tagWords()
	d.takeSides()
	for first := 0; first < d.n; first += maxTree {
		d.parseRun(first, min(first+maxTree, d.n))
	}
	d.nameArcs()
}

// sized gives a slice of the length, in the old room if it is enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// lookAt writes what is seen of each word.
func (d *Desk) lookAt(forms []string) {
	inputs := d.enter.parts[0].Inputs()
	d.seen = sized(d.seen, d.n*inputs)
	for i, form := range forms {
		row := d.seen[i*inputs : (i+1)*inputs]
		h := d.look(form)
		d.words.put(row, uint32(h[0]>>32))
		row = row[d.words.size:]
		for k := range d.Encoder.pieces {
			t := &d.Encoder.pieces[k]
			t.put(row[:t.size], int(h[k]%uint64(t.rows())))
			row = row[t.size:]
		}
	}
}

// mix makes the states of the words: first from each word alone, then with its neighbours.
func (d *Desk) mix() {
	margin, width := d.margin(), d.width
	d.states = sized(d.states, (d.n+2*margin)*width)
	clear(d.states)
	d.pieces, d.room = sized(d.pieces, d.n*2*width), sized(d.room, width)
	d.fillRows(d.pieces, d.enter.bias)
	enter := &d.enter.parts[0]
	enter.AddProduct(d.pieces, 2*width, d.seen, enter.Inputs(), d.n)
	d.addPieces(d.enter.norm)
	for k := range d.layers {
		l := &d.layers[k]
		d.fillRows(d.pieces, l.bias)
		for part := range l.parts {
			from := d.states[(margin+(part-1)*d.dilations[k])*width:]
			l.parts[part].AddProduct(d.pieces, 2*width, from, width, d.n)
		}
		d.addPieces(l.norm)
	}
}

func (d *Desk) addPieces(norm kernel.Norm) {
	states := d.inner()
	for i := range d.n {
		norm.AddMaxout(states[i*d.width:], d.pieces[2*i*d.width:], d.room)
	}
}

// inner are the states without the margin before them.
func (d *Desk) inner() []float32 { return d.states[d.margin()*d.width:] }

// fillRows starts each row with the bias.
func (d *Desk) fillRows(rows, bias []float32) {
	for i := 0; i+len(bias) <= len(rows); i += len(bias) {
		copy(rows[i:], bias)
	}
}
