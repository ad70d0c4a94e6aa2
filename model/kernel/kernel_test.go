package kernel

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// levels are those that this processor has.
func levels() []level {
	var found []level
	for l := plain; l <= best(); l++ {
		found = append(found, l)
	}
	return found
}

// numbers draws values of many sizes, so that a sum in another order shows.
func numbers(rng *rand.Rand, n int) []float32 {
	found := make([]float32, n)
	for i := range found {
		found[i] = float32(rng.NormFloat64() * math.Exp2(float64(rng.IntN(24)-12)))
	}
	return found
}

// awkward draws values whose products and sums often lie near the middle between two
// numbers of 32 bits.
func awkward(rng *rand.Rand, n int) []float32 { return near(rng, n, []int{-12, -11, 0, 1}) }

// tiny draws such values with products that are less than the least normal number.
func tiny(rng *rand.Rand, n int) []float32 { return near(rng, n, []int{-75, -74, -64, -63}) }

// near draws values beside powers of two.
func near(rng *rand.Rand, n int, exponents []int) []float32 {
	found := make([]float32, n)
	for i := range found {
		beside := 1 + float64(rng.IntN(5)-2)/(1<<23)
		found[i] = float32(math.Ldexp(beside, exponents[rng.IntN(len(exponents))])) * float32(1-2*rng.IntN(2))
	}
	return found
}

// naive adds the products of one output as the package comment says.
func naive(c float32, a, weights []float32) float32 {
	for i, x := range a {
		product := new(big.Float).Mul(big.NewFloat(float64(x)), big.NewFloat(float64(weights[i])))
		c, _ = product.SetPrec(1000).Add(product, big.NewFloat(float64(c))).Float32()
	}
	return c
}

func TestProductsHaveTheSameBitsEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inputs, outputs := rapid.IntRange(1, 70).Draw(t, "inputs"), rapid.IntRange(1, 100).Draw(t, "outputs")
		rows, gap := rapid.IntRange(1, 30).Draw(t, "rows"), rapid.IntRange(0, 5).Draw(t, "gap")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		numbers := rapid.SampledFrom([]func(*rand.Rand, int) []float32{numbers, awkward, tiny}).Draw(t, "numbers")
		weights, a := numbers(rng, outputs*inputs), numbers(rng, rows*(inputs+gap))
		m := NewMatrix(outputs, inputs, weights)
		strideC := m.Width() + gap
		start := make([]float32, rows*strideC)
		if rapid.Bool().Draw(t, "start") {
			start = numbers(rng, rows*strideC)
		}
		var from []float32
		if rapid.Bool().Draw(t, "from") {
			from = numbers(rng, m.Width())
		}
		for _, l := range levels() {
			c := append([]float32(nil), start...)
			m.addProduct(l, c, from, strideC, a, inputs+gap, rows)
			for r := range rows {
				for o := range outputs {
					row := a[r*(inputs+gap):][:inputs]
					first := start[r*strideC+o]
					if from != nil {
						first = from[o]
					}
					want := naive(first, row, weights[o*inputs:][:inputs])
					if got := c[r*strideC+o]; math.Float32bits(got) != math.Float32bits(want) {
						t.Fatalf("level %d, row %d, output %d: %v, want %v", l, r, o, got, want)
					}
				}
				for k := range gap {
					if at := r*strideC + m.Width() + k; c[at] != start[at] {
						t.Fatalf("level %d wrote beyond row %d", l, r)
					}
				}
			}
		}
	})
}

func TestRowsStandWhereTold(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const inputs, outputs, rows = 12, 40, 23
	weights, a := numbers(rng, outputs*inputs), numbers(rng, rows*inputs)
	m := NewMatrix(outputs, inputs, weights)
	at := make([]Row, rows)
	for r, place := range rng.Perm(rows) {
		at[r] = Row{int32(rng.IntN(rows) * inputs), int32(place * m.Width())}
	}
	for _, l := range levels() {
		c := make([]float32, rows*m.Width())
		m.addProducts(l, c, nil, a, at)
		for _, row := range at {
			for o := range outputs {
				want := naive(0, a[row.Input:][:inputs], weights[o*inputs:][:inputs])
				if got := c[int(row.Sum)+o]; got != want {
					t.Fatalf("level %d, row %v, output %d: %v, want %v", l, row, o, got, want)
				}
			}
		}
	}
}

func TestMatrixIsSetAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	m := NewMatrix(64, 20, numbers(rng, 64*20))
	weights := numbers(rng, 3*8)
	m.Set(3, 8, weights, 8)
	c, a := make([]float32, m.Width()), numbers(rng, 8)
	m.AddProduct(c, len(c), a, 8, 1)
	for o, got := range c {
		want := float32(0)
		if o < 3 {
			want = naive(0, a, weights[o*8:][:8])
		}
		if got != want {
			t.Errorf("output %d: %v, want %v", o, got, want)
		}
	}
}

func TestNormsHaveTheSameBitsEverywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := 16 * rapid.IntRange(1, 14).Draw(t, "width")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		n := Norm{Gain: numbers(rng, width), Shift: numbers(rng, width)}
		row, pieces := numbers(rng, width), numbers(rng, 2*width)
		want := append([]float32(nil), row...)
		n.addMaxout(plain, want, pieces, make([]float32, width))
		for _, l := range levels() {
			got := append([]float32(nil), row...)
			n.addMaxout(l, got, pieces, make([]float32, width))
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("level %d, place %d: %v, want %v", l, i, got[i], want[i])
				}
			}
		}
	})
}

func TestRowsAreAdded(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	to, x := numbers(rng, 48), numbers(rng, 48)
	for _, l := range levels() {
		got := append([]float32(nil), to...)
		add(l, got, x)
		for i := range got {
			if want := to[i] + x[i]; got[i] != want {
				t.Errorf("level %d, place %d: %v, want %v", l, i, got[i], want)
			}
		}
	}
}

func TestNormHasMeanAndDeviation(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	n := Norm{Gain: make([]float32, 64), Shift: make([]float32, 64)}
	for i := range n.Gain {
		n.Gain[i] = 1
	}
	row, pieces := make([]float32, 64), numbers(rng, 128)
	n.AddMaxout(row, pieces, make([]float32, 64))
	var mean, square float64
	for _, x := range row {
		mean += float64(x) / 64
		square += float64(x) * float64(x) / 64
	}
	if math.Abs(mean) > 1e-5 || math.Abs(square-1) > 1e-3 {
		t.Errorf("mean %v, square %v", mean, square)
	}
}

func TestBestAndRelu(t *testing.T) {
	row := []float32{-1, 2, 0, 2, float32(math.Copysign(0, -1))}
	if got := Best(row); got != 1 {
		t.Errorf("best is %d", got)
	}
	Relu(row)
	for i, want := range []float32{0, 2, 0, 2, 0} {
		if row[i] != want {
			t.Errorf("place %d: %v, want %v", i, row[i], want)
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, s := range []struct{ rows, inputs, outputs int }{{25, 160, 320}, {96, 384, 384}, {25, 320, 320}, {3, 160, 320}} {
		m := NewMatrix(s.outputs, s.inputs, numbers(rng, s.outputs*s.inputs))
		a, c := numbers(rng, s.rows*s.inputs), make([]float32, s.rows*m.Width())
		for _, l := range levels() {
			b.Run(fmt.Sprintf("%dx%dx%d/level%d", s.rows, s.inputs, s.outputs, l), func(b *testing.B) {
				for b.Loop() {
					clear(c)
					m.addProduct(l, c, nil, m.Width(), a, s.inputs, s.rows)
				}
				work := 2 * float64(s.rows*s.inputs*s.outputs) * float64(b.N)
				b.ReportMetric(work/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}

func BenchmarkNorm(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := Norm{Gain: numbers(rng, 160), Shift: numbers(rng, 160)}
	row, pieces, room := numbers(rng, 160), numbers(rng, 320), make([]float32, 160)
	for _, l := range levels() {
		b.Run(fmt.Sprintf("level%d", l), func(b *testing.B) {
			for b.Loop() {
				clear(row)
				n.addMaxout(l, row, pieces, room)
			}
		})
	}
}
