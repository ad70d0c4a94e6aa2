package model

import "errors"

// GridClasses is the most classes that a [Grid] can score.
const GridClasses = 4

// Grid is a linear model with up to four classes. Features that share a bucket
// share their weights: the table is small enough to stay near the processor.
type Grid struct {
	mask    uint32
	buckets [][GridClasses]int16
}

// Score adds up the weights of the features.
func (g *Grid) Score(features []Hash) (scores [GridClasses]int32) {
	var a, b, c, d int32
	for _, f := range features {
		w := &g.buckets[uint32(f)&g.mask]
		a += int32(w[0])
		b += int32(w[1])
		c += int32(w[2])
		d += int32(w[3])
	}
	return [GridClasses]int32{a, b, c, d}
}

// Pack writes the filled buckets, each with its distance from the one before.
func (g *Grid) Pack(p *Packer) {
	var filled []int
	for i := range g.buckets {
		if g.buckets[i] != ([GridClasses]int16{}) {
			filled = append(filled, i)
		}
	}
	p.Int(len(g.buckets))
	p.Int(len(filled))
	last := -1
	for _, i := range filled {
		p.Int(i - last)
		last = i
	}
	for class := range GridClasses {
		for _, i := range filled {
			p.Signed(int(g.buckets[i][class]))
		}
	}
}

// maxBuckets bounds the memory that a file can ask for.
const maxBuckets = 1 << 24

// UnpackGrid reads what [Grid.Pack] wrote.
func UnpackGrid(u *Unpacker) (*Grid, error) {
	size, n := u.Int(), u.Count()
	if u.Err() != nil {
		return nil, u.Err()
	}
	if size < 1 || size > maxBuckets || size&(size-1) != 0 {
		return nil, errors.New("size of a grid is no power of two")
	}
	g := &Grid{mask: uint32(size - 1), buckets: make([][GridClasses]int16, size)}
	filled := make([]int, n)
	last := -1
	for i := range filled {
		step := u.Int()
		if step < 1 || step > size-1-last {
			return nil, errors.Join(errors.New("bucket of a grid out of range"), u.Err())
		}
		last += step
		filled[i] = last
	}
	for class := range GridClasses {
		for _, i := range filled {
			g.buckets[i][class] = int16(u.Signed())
		}
	}
	return g, u.Err()
}
