package encoder

import (
	"slices"

	"onrecord/model/kernel"
)

// alone is what the network makes of a word without its neighbours. It is not
// changed: many desks see it at a time.
type alone struct {
	form   string
	state  []float32 // on entering
	own    []float32 // its sums in the first convolution, before those of its neighbours
	onward []float32 // what it adds to the sums of the word after it
	back   []float32 // what it adds to the sums of the word before it
}

// recall takes the words from memory; what is not there is made.
func (d *Desk) recall(forms []string) {
	d.alone, d.strange = sized(d.alone, len(forms)), d.strange[:0]
	for i, form := range forms {
		if d.alone[i] = d.familiar.find(form); d.alone[i] == nil {
			d.strange = append(d.strange, i)
		}
	}
	for places := range slices.Chunk(d.strange, batch) {
		d.makeAlone(forms, places)
	}
}

// makeAlone makes the words at some places and remembers them.
func (d *Desk) makeAlone(forms []string, places []int) {
	d.lookAt(forms, places)
	d.multiplyAlone(len(places))
	width := d.width
	for i, place := range places {
		numbers := slices.Clone(d.made[7*i*width : 7*(i+1)*width])
		d.alone[place] = &alone{
			form: forms[place], state: numbers[:width],
			own: numbers[width : 3*width], onward: numbers[3*width : 5*width], back: numbers[5*width:],
		}
		d.familiar.keep(d.alone[place])
	}
}

// multiplyAlone makes the numbers of n words side by side, in the order of alone.
func (d *Desk) multiplyAlone(n int) {
	width, stride := d.width, 7*d.width
	d.made, d.room = sized(d.made, n*stride), sized(d.room, width)
	clear(d.made)
	states, own, onward, back := d.made, d.made[width:], d.made[3*width:], d.made[5*width:]
	enter := &d.enter.parts[0]
	enter.StartProduct(own, d.enter.bias, stride, d.seen, enter.Inputs(), n)
	for i := range n {
		d.enter.norm.AddMaxout(states[i*stride:], own[i*stride:], d.room)
	}
	first := &d.layers[0]
	first.parts[1].StartProduct(own, first.bias, stride, states, stride, n)
	first.parts[0].AddProduct(onward, stride, states, stride, n)
	first.parts[2].AddProduct(back, stride, states, stride, n)
}

// mixFirst makes the sums of the first convolution of what was made of each word alone.
func (d *Desk) mixFirst(first int, ends []int) {
	by, begin := d.dilations[0], 0
	for i, w := range d.alone {
		copy(d.states[i*d.width:], w.state)
		copy(d.pieces[2*i*d.width:], w.own)
	}
	for _, end := range ends {
		end -= first
		for i := begin + by; i < end; i++ {
			kernel.Add(d.piecesOf(i), d.alone[i-by].onward)
		}
		for i := begin; i < end-by; i++ {
			kernel.Add(d.piecesOf(i), d.alone[i+by].back)
		}
		begin = end
	}
}

// piecesOf are the sums of a word in a convolution.
func (d *Desk) piecesOf(i int) []float32 { return d.pieces[2*i*d.width:][:2*d.width] }
