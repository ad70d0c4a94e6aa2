package encoder

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// trees calls do with all projective trees of n words with one root.
func trees(n int, do func(heads []int32)) {
	heads := make([]int32, n)
	var t tree
	var set func(i int)
	set = func(i int) {
		if i == n {
			if t.isTree(heads) {
				do(heads)
			}
			return
		}
		for h := -1; h < n; h++ {
			if h != i {
				heads[i] = int32(h)
				set(i + 1)
			}
		}
	}
	set(0)
}

func total(scores []float32, width int, heads []int32) (sum float64) {
	for i, h := range heads {
		sum += float64(scores[i*width+int(h)+1])
	}
	return sum
}

func TestBestTreeOfAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 6; n++ {
		for range 20 {
			width := n + 3
			scores := make([]float32, n*width)
			for i := range scores {
				scores[i] = float32(rng.NormFloat64())
			}
			var best float64 = -1e9
			trees(n, func(heads []int32) { best = max(best, total(scores, width, heads)) })
			var tr tree
			heads := make([]int32, n)
			tr.best(scores, width, heads)
			if got := total(scores, width, heads); got < best-1e-4 || !tr.isTree(heads) {
				t.Fatalf("%d words: heads %v score %v, best %v", n, heads, got, best)
			}
		}
	}
}

func TestTreeIsAlwaysWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		scores := rapid.SliceOfN(rapid.Float32(), n*(n+1), n*(n+1)).Draw(t, "scores")
		var tr tree
		heads := make([]int32, n)
		tr.best(scores, n+1, heads)
		if !tr.isTree(heads) {
			t.Fatalf("heads %v", heads)
		}
	})
}

func TestTreeOfNoNumbers(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat32, -math.MaxFloat32} {
		scores := make([]float32, 9*10)
		for i := range scores {
			scores[i] = float32(x)
		}
		var tr tree
		heads := make([]int32, 9)
		tr.best(scores, 10, heads)
		if !tr.isTree(heads) {
			t.Errorf("scores of %v: heads %v", x, heads)
		}
	}
}

// TestTreeOfHugeNumbers has sums beyond all numbers, of which some are none.
func TestTreeOfHugeNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 2 + rng.IntN(14)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = []float32{-math.MaxFloat32, -1, 1, math.MaxFloat32}[rng.IntN(4)]
		}
		var tr tree
		heads := make([]int32, n)
		tr.best(scores, n+1, heads)
		if !tr.isTree(heads) {
			t.Fatalf("heads %v", heads)
		}
	}
}
