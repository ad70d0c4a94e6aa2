package model

import (
	"io"
	"slices"
	"testing"
)

// schoolOf learns tags "O", "B", "E": a B must be followed by an E.
func schoolOf(lean int) SequenceSchool {
	return SequenceSchool{
		Tags: []string{"O", "B", "E"}, Rounds: 8, MinCount: 1, Lean: lean, Log: io.Discard,
		MayJoin: func(a, b int) bool { return (a == 1) == (b == 2) },
	}
}

// rowsOfTwo are rows whose words 7 and 8 make up a pair.
func rowsOfTwo() []SequenceSample {
	var out []SequenceSample
	for i := range uint32(20) {
		out = append(out, SequenceSample{
			Features: [][]uint32{{1, 100 + i}, {7}, {8}, {2, 200 + i}},
			Allowed:  []uint32{1, 2, 4, 1},
		})
	}
	return out
}

func TestSequenceLearnsAndReadsBack(t *testing.T) {
	school := schoolOf(0)
	learned := school.Learn(rowsOfTwo())
	file, err := learned.File("pairs")
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadSequence(file, "pairs")
	if err != nil {
		t.Fatal(err)
	}
	var buffer SequenceBuffer
	for _, m := range []*Sequence{learned, read} {
		if got := m.Decode([][]uint32{{2}, {7}, {8}, {1}}, &buffer); !slices.Equal(got, []int{0, 1, 2, 0}) {
			t.Errorf("got %v", got)
		}
		if got := m.Decode([][]uint32{{7}}, &buffer); !slices.Equal(got, []int{0}) {
			t.Errorf("half a pair: %v", got)
		}
		if got := m.Decode(nil, &buffer); got != nil {
			t.Errorf("no words: %v", got)
		}
	}
}

func TestLeanFindsFewer(t *testing.T) {
	school := schoolOf(1 << 20)
	var buffer SequenceBuffer
	if got := school.Learn(rowsOfTwo()).Decode([][]uint32{{7}, {8}}, &buffer); !slices.Equal(got, []int{0, 0}) {
		t.Errorf("got %v", got)
	}
}

func TestReadSequenceRefuses(t *testing.T) {
	school := schoolOf(0)
	file, err := school.Learn(rowsOfTwo()).File("pairs")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSequence(file, "others"); err == nil {
		t.Error("a file of another model is read")
	}
	var p Packer
	p.Strings([]string{"O"})
	short, err := p.File("pairs")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSequence(short, "pairs"); err == nil {
		t.Error("a short file is read")
	}
}

func FuzzReadSequence(f *testing.F) {
	f.Add([]byte{1, 1, 'O', 0, 0, 0, 1, 5, 1, 1, 0, 1, 9})
	f.Fuzz(func(t *testing.T, body []byte) {
		p := Packer{body: body}
		file, err := p.File("pairs")
		if err != nil {
			t.Fatal(err)
		}
		if s, err := ReadSequence(file, "pairs"); err == nil {
			var buffer SequenceBuffer
			s.Decode([][]uint32{{5}, {9}}, &buffer)
		}
	})
}
