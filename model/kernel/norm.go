package kernel

import "math"

// Norm brings a row to mean 0 and deviation 1, then scales and shifts it. Its width
// is a multiple of 16.
type Norm struct{ Gain, Shift []float32 }

const normFloor = 1e-5

// AddMaxout takes the greater of the two halves of pieces at each place, brings the
// row to its norm and adds it to the row. room is written over.
func (n Norm) AddMaxout(row, pieces, room []float32) {
	n.addMaxout(best(), row, pieces, room)
}

func (n Norm) addMaxout(l level, row, pieces, room []float32) {
	width := len(n.Gain)
	if width == 0 || width%lanes != 0 {
		panic("kernel: width of a norm is no multiple of 16")
	}
	row, room = row[:width], room[:width]
	var sums [lanes]float32
	joinPieces(l, room, pieces[:width], pieces[width:2*width], &sums)
	squares(l, room, fold(&sums)/float32(width), &sums)
	deviation := math.Sqrt(float64(fold(&sums)/float32(width) + normFloor))
	addScaled(l, row, room, n.Gain, n.Shift[:width], float32(1/deviation))
}

// fold adds the lanes in pairs, always the same ones.
func fold(sums *[lanes]float32) float32 {
	for half := lanes / 2; half > 0; half /= 2 {
		for k := range half {
			sums[k] += sums[k+half]
		}
	}
	return sums[0]
}

// Add adds a row to another of its length, which is a multiple of 16.
func Add(to, x []float32) {
	if x = x[:len(to)]; len(to)%lanes != 0 {
		panic("kernel: length of a row is no multiple of 16")
	}
	if len(to) > 0 {
		add(best(), to, x)
	}
}

// Relu sets what is below 0 to 0. It works on the bits, since which numbers are below
// 0 cannot be foreseen, and a branch for each would cost more than all else.
func Relu(row []float32) {
	for i, x := range row {
		bits := math.Float32bits(x)
		row[i] = math.Float32frombits(bits &^ uint32(int32(bits)>>31))
	}
}

// Best is the place of the greatest; the first of equals.
func Best(row []float32) int {
	best := 0
	for i, x := range row {
		if x > row[best] {
			best = i
		}
	}
	return best
}

// BestBut is the place of the greatest but for one; the row has two places at least.
func BestBut(row []float32, but int) int {
	best := -1
	for i, x := range row {
		if i != but && (best < 0 || x > row[best]) {
			best = i
		}
	}
	return best
}
