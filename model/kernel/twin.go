package kernel

import "math"

// addPanelPlain is the twin of the tiles: the same products in the same order.
func addPanelPlain(c, start, a, panel []float32, at []Row, inputs int) {
	for _, row := range at {
		sums := (*[Panel]float32)(c[row.Sum:])
		copy(sums[:], start)
		for i, x := range a[row.Input:][:inputs] {
			addScaledWeights(sums, (*[Panel]float32)(panel[i*Panel:]), float64(x))
		}
	}
}

// addScaledWeights adds x times each weight to its sum, rounded once. A product of
// two numbers of 32 bits has room in 64, so the sum of 64 bits is rounded once and
// then again to 32. Both roundings together differ from one only if the first ends
// in the middle between two numbers of 32 bits, or where these lie less dense.
func addScaledWeights(sums, weights *[Panel]float32, x float64) {
	const half, least = 1 << 28, 0x381 << 52 // the bits that 32 have not, at their middle; the least normal number of 32 bits
	for k, w := range weights {
		product := x * float64(w)
		sum := product + float64(sums[k])
		bits := math.Float64bits(sum)
		if bits&(2*half-1) == half || bits&^(1<<63) < least {
			sum = toOdd(sum, product, float64(sums[k]))
		}
		sums[k] = float32(sum)
	}
}

// toOdd takes the rounded sum of two numbers and gives, if it is not their very sum,
// the neighbour of that with an odd last bit: this one is never in the middle, and
// so rounds to 32 bits as the very sum does.
func toOdd(sum, x, y float64) float64 {
	part := sum - x
	lost := (x - (sum - part)) + (y - part)
	bits := math.Float64bits(sum)
	if lost == 0 || bits&1 == 1 {
		return sum
	}
	if (lost > 0) == (sum > 0) {
		return math.Float64frombits(bits + 1)
	}
	return math.Float64frombits(bits - 1)
}

// lanes is the number of partial sums of a row; they are added in pairs at the end.
const lanes = 16

func joinPiecesPlain(to, first, second []float32, sums *[lanes]float32) {
	*sums = [lanes]float32{}
	for at := 0; at < len(to); at += lanes {
		x, y, z := (*[lanes]float32)(first[at:]), (*[lanes]float32)(second[at:]), (*[lanes]float32)(to[at:])
		for k := range lanes {
			greater := y[k]
			if x[k] > greater {
				greater = x[k]
			}
			z[k] = greater
			sums[k] += greater
		}
	}
}

func squaresPlain(x []float32, middle float32, sums *[lanes]float32) {
	*sums = [lanes]float32{}
	for at := 0; at < len(x); at += lanes {
		y := (*[lanes]float32)(x[at:])
		for k := range lanes {
			y[k] -= middle
			sums[k] += float32(y[k] * y[k])
		}
	}
}

func addScaledPlain(to, x, gain, shift []float32, scale float32) {
	for i, y := range x {
		to[i] += float32(float32(float32(y*scale)*gain[i]) + shift[i])
	}
}

func addPlain(to, x []float32) {
	for i, y := range x {
		to[i] += y
	}
}
