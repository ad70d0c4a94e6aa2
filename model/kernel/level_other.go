//go:build !amd64

package kernel

// best is the highest level of this processor.
func best() level { return plain }

func addPanel(_ level, c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	addPanelPlain(c, strideC, a, strideA, panel, inputs, rows)
}

func joinPieces(_ level, to, first, second []float32, sums *[lanes]float32) {
	joinPiecesPlain(to, first, second, sums)
}

func squares(_ level, x []float32, middle float32, sums *[lanes]float32) {
	squaresPlain(x, middle, sums)
}

func addScaled(_ level, to, x, gain, shift []float32, scale float32) {
	addScaledPlain(to, x, gain, shift, scale)
}
