package model

import (
	"errors"
	"math/bits"
	"slices"
)

// Rows is a linear model with many classes, of which a feature speaks for few.
type Rows struct {
	classes int
	slots   []slot
	cells   []cell
}

// slot is a place of the open-addressed table; key 0 is empty.
type slot struct {
	key   Hash
	start uint32 // index into cells
}

// cell is a weight for one class.
type cell struct {
	class  uint8
	last   bool // of its row
	weight int16
}

// maxClasses is the most classes that a cell can tell apart.
const maxClasses = 256

// Classes is the number of classes.
func (r *Rows) Classes() int { return r.classes }

// Score adds up the weights of the features. The scores must hold Classes numbers.
func (r *Rows) Score(scores []int32, features []Hash) {
	scores = scores[:r.classes]
	clear(scores)
	var starts [128]uint32
	for len(features) > 0 {
		n := min(len(features), len(starts))
		// All rows are looked up before any is added, so that the processor
		// can wait for many of them at once.
		for _, start := range r.find(starts[:0], features[:n]) {
			for _, c := range r.cells[start:] {
				scores[c.class] += int32(c.weight)
				if c.last {
					break
				}
			}
		}
		features = features[n:]
	}
}

// find appends where the rows of the features start; unknown ones have none.
func (r *Rows) find(starts []uint32, features []Hash) []uint32 {
	mask := uint32(len(r.slots) - 1)
	for _, f := range features {
		for at := uint32(f) & mask; ; at = (at + 1) & mask {
			s := r.slots[at]
			if s.key == f {
				starts = append(starts, s.start)
			}
			if s.key == f || s.key == 0 {
				break
			}
		}
	}
	return starts
}

// Pack writes the model: keys ascending by their distance, then each row.
func (r *Rows) Pack(p *Packer) {
	used := make([]slot, 0, len(r.slots))
	for _, s := range r.slots {
		if s.key != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return int(int64(a.key) - int64(b.key)) })
	p.Int(r.classes)
	p.Int(len(used))
	last := Hash(0)
	for _, s := range used {
		p.Int(int(s.key - last))
		last = s.key
	}
	for _, s := range used {
		row := r.row(s.start)
		p.Int(len(row))
		for _, c := range row {
			p.Int(int(c.class))
		}
	}
	for _, s := range used {
		for _, c := range r.row(s.start) {
			p.Signed(int(c.weight))
		}
	}
}

func (r *Rows) row(start uint32) []cell {
	end := start
	for !r.cells[end].last {
		end++
	}
	return r.cells[start : end+1]
}

var errRows = errors.New("rows of weights do not fit together")

// UnpackRows reads what [Rows.Pack] wrote.
func UnpackRows(u *Unpacker) (*Rows, error) {
	classes, n := u.Int(), u.Count()
	if u.Err() != nil {
		return nil, u.Err()
	}
	if classes < 1 || classes > maxClasses {
		return nil, errRows
	}
	r := newRows(classes, n)
	order := make([]uint32, 0, n) // slots by ascending key
	last := Hash(0)
	for range n {
		step := u.Int()
		if step <= 0 || uint64(last)+uint64(step) > 1<<32-1 {
			return nil, errors.Join(errRows, u.Err())
		}
		last += Hash(step)
		order = append(order, r.claim(last))
	}
	if err := r.unpackCells(u, order); err != nil {
		return nil, err
	}
	return r, u.Err()
}

func (r *Rows) unpackCells(u *Unpacker, order []uint32) error {
	for _, at := range order {
		r.slots[at].start = uint32(len(r.cells))
		n := u.Count()
		if n == 0 {
			return errors.Join(errRows, u.Err())
		}
		for range n {
			class := u.Int()
			if class < 0 || class >= r.classes {
				return errors.Join(errRows, u.Err())
			}
			r.cells = append(r.cells, cell{class: uint8(class)})
		}
		r.cells[len(r.cells)-1].last = true
	}
	for i := range r.cells {
		r.cells[i].weight = int16(u.Signed())
	}
	return nil
}

// newRows makes an empty table that is never more than half full.
func newRows(classes, n int) *Rows {
	size := 1 << bits.Len(uint(2*n+1))
	return &Rows{classes: classes, slots: make([]slot, size)}
}

// claim finds the free slot of a new key.
func (r *Rows) claim(key Hash) uint32 {
	mask := uint32(len(r.slots) - 1)
	at := uint32(key) & mask
	for r.slots[at].key != 0 {
		at = (at + 1) & mask
	}
	r.slots[at].key = key
	return at
}
