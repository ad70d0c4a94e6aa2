package encoder

import "onrecord/model/kernel"

const (
	// maxTree is the longest run of words that gets a tree by itself. Longer sentences
	// are cut into such runs, whose roots hang on the first one; so the time grows with
	// the length of a sentence and not with its cube.
	maxTree = 256
	// batch is the number of words that are mixed together: enough to use each weight
	// often while it is near, few enough for the states to stay near too.
	batch = 192
)

// Desk is the working room for some sentences at a time. Its results are those of
// the last reading, until the next.
type Desk struct {
	Tags      []uint8   // by word, a number of Encoder.Tags
	Heads     []int32   // by word, the place of its head in its sentence, -1 for the root
	Relations []uint8   // by word, a number of Encoder.Relations
	Called    []float32 // by word, the scores of the labels of names

	*Encoder
	looker
	alone   []*alone
	strange []int     // places of the words that are not remembered
	seen    []float32 // what is seen of each of those
	made    []float32
	states  []float32
	beside  []kernel.Row // the words that have a neighbour at a distance: its state, their pieces
	pieces  []float32
	room    []float32
	scores  []float32 // of tags, then of relations
	sides   []float32
	heads   []float32 // as heads of arcs: the root, then the words
	turned  []float32
	ways    []float32
	arcs    []float32
	byHead  kernel.Matrix
	tree    tree
}

// NewDesk makes a desk; each goroutine needs its own.
func (e *Encoder) NewDesk() *Desk { return &Desk{Encoder: e} }

// Read tags and parses sentences. The words of all stand in forms; ends tells where
// each sentence ends, in rising order, and the last one ends with the words.
func (d *Desk) Read(forms []string, ends ...int) {
	n := len(forms)
	d.Tags, d.Heads, d.Relations = sized(d.Tags, n), sized(d.Heads, n), sized(d.Relations, n)
	d.Called = sized(d.Called, n*Labels)
	for first, k := 0, 0; first < n; {
		var some []int
		some, k = nextBatch(ends, first, k)
		d.readBatch(forms[first:some[len(some)-1]], first, some)
		first = some[len(some)-1]
	}
}

// nextBatch takes sentences from number k on until they have words enough.
func nextBatch(ends []int, first, k int) (some []int, next int) {
	next = k + 1
	for next < len(ends) && ends[next]-first <= batch {
		next++
	}
	return ends[k:next], next
}

// readBatch reads the sentences that end at ends, of which the first begins at first.
func (d *Desk) readBatch(forms []string, first int, ends []int) {
	n := len(forms)
	if n == 0 {
		return
	}
	d.recall(forms)
	d.mix(n, first, ends)
	d.tagWords(d.Tags[first : first+n])
	d.callNames(d.Called[first*Labels:][:n*Labels])
	d.takeSides(n)
	d.turnSides(n)
	begin := first
	for _, end := range ends {
		d.parseSentence(d.Heads[begin:end], begin-first)
		begin = end
	}
	d.nameArcs(first, ends)
}

// sized gives a slice of the length, in the old room if it is enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// lookAt writes what is seen of the words at some places.
func (d *Desk) lookAt(forms []string, places []int) {
	inputs := d.enter.parts[0].Inputs()
	d.seen = sized(d.seen, len(places)*inputs)
	for i, place := range places {
		row := d.seen[i*inputs : (i+1)*inputs]
		h := d.look(forms[place])
		d.words.put(row, uint32(h[0]>>32))
		row = row[d.words.size:]
		for k := range d.Encoder.pieces {
			t := &d.Encoder.pieces[k]
			t.put(row[:t.size], int(h[k]%uint64(t.rows())))
			row = row[t.size:]
		}
	}
}

// mix makes the states of the words: each is mixed with its neighbours, layer by layer.
func (d *Desk) mix(n, first int, ends []int) {
	width := d.width
	d.states, d.pieces, d.room = sized(d.states, n*width), sized(d.pieces, n*2*width), sized(d.room, width)
	d.mixFirst(first, ends)
	d.addPieces(n, d.layers[0].norm)
	for k := 1; k < len(d.layers); k++ {
		l := &d.layers[k]
		d.startFirst(l.bias, d.dilations[k], first, ends)
		d.lookBeside(-d.dilations[k], first, ends)
		l.parts[0].StartProducts(d.pieces, l.bias, d.states, d.beside)
		l.parts[1].AddProduct(d.pieces, 2*width, d.states, width, n)
		d.lookBeside(d.dilations[k], first, ends)
		l.parts[2].AddProducts(d.pieces, d.states, d.beside)
		d.addPieces(n, l.norm)
	}
}

// startFirst starts the sums of the words that have no neighbour at a distance before them.
func (d *Desk) startFirst(bias []float32, by, first int, ends []int) {
	begin := 0
	for _, end := range ends {
		end -= first
		for i := begin; i < min(begin+by, end); i++ {
			copy(d.piecesOf(i), bias)
		}
		begin = end
	}
}

// lookBeside joins the words that have a neighbour at a distance within their sentence.
func (d *Desk) lookBeside(by, first int, ends []int) {
	d.beside = d.beside[:0]
	begin := 0
	for _, end := range ends {
		end -= first
		for i := begin + max(-by, 0); i < end-max(by, 0); i++ {
			d.beside = append(d.beside, kernel.Row{Input: int32((i + by) * d.width), Sum: int32(2 * i * d.width)})
		}
		begin = end
	}
}

func (d *Desk) addPieces(n int, norm kernel.Norm) {
	for i := range n {
		norm.AddMaxout(d.states[i*d.width:], d.pieces[2*i*d.width:], d.room)
	}
}
