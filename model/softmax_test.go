package model

import (
	"errors"
	"testing"
)

// toy has two features that each mean a label, and one that says nothing.
func toy() []SoftmaxExample {
	var examples []SoftmaxExample
	for range 30 {
		examples = append(examples,
			SoftmaxExample{Features: []uint32{1, 3}, Right: []int{0}, Weight: 1},
			SoftmaxExample{Features: []uint32{2, 3}, Right: []int{1, 2}, Weight: 1},
			SoftmaxExample{Features: []uint32{2, 3}, Right: []int{2}, Weight: 1})
	}
	return examples
}

func TestLearnSoftmax(t *testing.T) {
	m := LearnSoftmax(4, 3, 5, toy(), LeaderOptions{})
	if p := m.Probabilities([]uint32{1}); p[0] < 0.6 {
		t.Errorf("feature 1 gives %v, want label 0", p)
	}
	if p := m.Probabilities([]uint32{2}); p[2] < 0.6 {
		t.Errorf("feature 2 gives %v: the group should fall to label 2", p)
	}
}

func TestSoftmaxPacks(t *testing.T) {
	m := LearnSoftmax(4, 3, 5, toy(), LeaderOptions{})
	packed, err := m.Pack(0)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := OpenSoftmax(packed)
	if err != nil {
		t.Fatal(err)
	}
	for f := range uint32(16) {
		a, b := m.Probabilities([]uint32{f}), opened.Probabilities([]uint32{f})
		for k := range a {
			if a[k] != b[k] {
				t.Fatalf("feature %d: %v before packing, %v after", f, a, b)
			}
		}
	}
	if _, err := OpenSoftmax(packed[:len(packed)/2]); !errors.Is(err, ErrWeights) {
		t.Errorf("half a file opens with %v", err)
	}
}

func FuzzOpenSoftmax(f *testing.F) {
	packed, err := LearnSoftmax(4, 3, 1, toy(), LeaderOptions{}).Pack(0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Add([]byte("nothing"))
	f.Fuzz(func(_ *testing.T, file []byte) {
		if m, err := OpenSoftmax(file); err == nil {
			m.Probabilities([]uint32{1, 1 << 31})
		}
	})
}
