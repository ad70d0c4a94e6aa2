package origins

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
)

const (
	shingle    = 6  // words
	window     = 24 // shingles: any copied run of window+shingle-1 words is found
	leadWords  = 120
	leadSize   = 64
	sketchSize = 256 // shingles that are kept for comparing; texts of fewer are compared exactly
)

// hashShingles gives a number for every run of words.
func hashShingles(words []string) []uint32 {
	if len(words) < shingle {
		return nil
	}
	hashes := make([]uint32, 0, len(words)-shingle+1)
	for i := 0; i+shingle <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingle] {
			_, _ = h.Write([]byte(w))
			_, _ = h.Write([]byte{' '})
		}
		sum := h.Sum64()
		hashes = append(hashes, uint32(sum^sum>>32))
	}
	return hashes
}

// winnow picks the smallest of each window of hashes, so that two texts that share a run
// as long as a window pick one in common (Schleimer, Wilkerson and Aiken 2003).
func winnow(hashes []uint32) []uint32 {
	var picked []uint32
	for i := 0; i < len(hashes) && (i == 0 || i+window <= len(hashes)); i++ {
		least := slices.Min(hashes[i:min(i+window, len(hashes))])
		if len(picked) == 0 || picked[len(picked)-1] != least {
			picked = append(picked, least)
		}
	}
	slices.Sort(picked)
	return slices.Compact(picked)
}

// Sketch is the smallest of a text's shingles, in order, four bytes each.
type Sketch []byte

func newSketch(hashes []uint32, size int) Sketch {
	all := slices.Clone(hashes)
	slices.Sort(all)
	all = slices.Compact(all)
	var s Sketch
	for _, h := range all[:min(size, len(all))] {
		s = binary.BigEndian.AppendUint32(s, h)
	}
	return s
}

func (s Sketch) at(i int) uint32 { return binary.BigEndian.Uint32(s[4*i:]) }

func (s Sketch) len() int { return len(s) / 4 }

// shares gives the parts of a's and of b's shingles that stand in the other: exactly for short
// texts, else by those below the bound to which both are known.
func shares(a, b Sketch, size int) (ofA, ofB float64) {
	bound := ^uint32(0)
	for _, s := range []Sketch{a, b} {
		if n := s.len(); n == size {
			bound = min(bound, s.at(n-1))
		}
	}
	i, j, inA, inB, both := 0, 0, 0, 0, 0
	for i < a.len() && a.at(i) <= bound || j < b.len() && b.at(j) <= bound {
		hasA, hasB := i < a.len() && a.at(i) <= bound, j < b.len() && b.at(j) <= bound
		switch {
		case hasA && hasB && a.at(i) == b.at(j):
			i, j, inA, inB, both = i+1, j+1, inA+1, inB+1, both+1
		case hasA && (!hasB || a.at(i) < b.at(j)):
			i, inA = i+1, inA+1
		default:
			j, inB = j+1, inB+1
		}
	}
	return part(both, inA), part(both, inB)
}

func part(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
