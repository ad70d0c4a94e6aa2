package words

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// alike.txt.gz tells which stems are near in meaning, or stand in the same matters, and how near they are in
// hundredths; training/alike.py makes it. It knows nothing of opposites: "open" is near "close".
//
//go:embed alike.txt.gz
var alikeFile []byte

// nearness is the table of alike.txt.gz: stems by number, and for each number those that are near it and greater, in
// order. A stem has few of them, and nearly all words that are compared are not near.
type nearness struct {
	number map[string]uint32
	near   [][]neighbour
}

type neighbour struct {
	number     uint32
	hundredths uint8
}

var alike = sync.OnceValue(func() *nearness {
	n := &nearness{map[string]uint32{}, make([][]neighbour, 1)}
	plain, err := gzip.NewReader(bytes.NewReader(alikeFile))
	if err != nil {
		return n // the table is tested
	}
	for lines := bufio.NewScanner(plain); lines.Scan(); {
		stem, list, _ := strings.Cut(lines.Text(), ": ")
		for fields := strings.Fields(list); len(fields) >= 2; fields = fields[2:] {
			if near, err := strconv.ParseUint(fields[1], 10, 8); err == nil {
				n.add(n.numberOf(stem), n.numberOf(fields[0]), uint8(near))
			}
		}
	}
	for _, list := range n.near {
		slices.SortFunc(list, func(a, b neighbour) int { return cmp.Compare(a.number, b.number) })
	}
	return n
})

func (n *nearness) add(a, b uint32, hundredths uint8) {
	least := min(a, b)
	n.near[least] = append(n.near[least], neighbour{max(a, b), hundredths})
}

func (n *nearness) of(a, b uint32) (hundredths uint8) {
	greater := max(a, b)
	for list := n.near[min(a, b)]; len(list) > 0; { // halved by hand, since this is what deriving does most
		half := len(list) / 2
		switch at := list[half].number; {
		case at == greater:
			return list[half].hundredths
		case at < greater:
			list = list[half+1:]
		default:
			list = list[:half]
		}
	}
	return 0
}

func (n *nearness) numberOf(stem string) uint32 {
	number, known := n.number[stem]
	if !known {
		number = uint32(len(n.number)) + 1 // 0 is a stem that the table does not know
		n.number[stem] = number
		n.near = append(n.near, nil)
	}
	return number
}

// Meaning is a stem ready to be compared with others.
type Meaning struct {
	Stem    string
	Concept string
	Weight  float64
	number  uint32
}

// MeaningOf gives the meaning of a stem.
func MeaningOf(stem string) Meaning {
	return Meaning{stem, ConceptOf(stem).Name, Weight(stem), alike().number[stem]}
}

// Near tells how near two meanings are, from 0 to 1: 1 for one stem and for two of one concept.
func (m *Meaning) Near(o *Meaning) float64 {
	switch {
	case m.Concept == o.Concept:
		return 1
	case m.number == 0 || o.number == 0:
		return 0
	}
	return float64(alike().of(m.number, o.number)) / 100
}
