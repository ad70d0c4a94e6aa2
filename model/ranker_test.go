package model

import (
	"bytes"
	"testing"
)

// clue makes the clues of a candidate that has two properties.
func clue(a, b uint32) Clues {
	return Clues{Plain: []uint32{100 + a, 200 + b}, Mixed: []uint32{a, 4 + b}}
}

// learnOdd learns that the right candidate has one of two properties, not both:
// the plain features cannot tell.
func learnOdd() *Ranker {
	l := NewRankerLearner(RankerOptions{PlainBits: 9, MixedBits: 4, Hidden: 8, Rate: 0.1})
	for range 400 {
		for right := range uint32(2) {
			l.Learn([]Clues{clue(right, right), clue(right, 1-right), clue(1-right, 1-right)}, []int{1}, 1)
		}
	}
	return l.Model()
}

func TestRankerLearnsWhatPropertiesMeanTogether(t *testing.T) {
	r := learnOdd()
	for a := range uint32(2) {
		if same, odd := r.Score(clue(a, a)), r.Score(clue(a, 1-a)); odd <= same {
			t.Errorf("%d: odd scores %d, same %d", a, odd, same)
		}
	}
}

func TestRankerPacks(t *testing.T) {
	r := learnOdd()
	file, err := r.Pack(0)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := OpenRanker(file)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := r.Score(clue(0, 1)), opened.Score(clue(0, 1)); a != b {
		t.Errorf("scores %d before packing, %d after", a, b)
	}
	again, err := learnOdd().Pack(0)
	if err != nil || !bytes.Equal(again, file) {
		t.Errorf("learning twice gives two files (%v)", err)
	}
}

func FuzzOpenRanker(f *testing.F) {
	file, err := learnOdd().Pack(0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte("nothing"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if r, err := OpenRanker(file); err == nil {
			r.Score(clue(1, 1))
		}
	})
}
