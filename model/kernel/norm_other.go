//go:build !amd64

package kernel

func joinPieces(_ level, to, first, second []float32, sums *[lanes]float32) {
	joinPiecesPlain(to, first, second, sums)
}

func squares(_ level, x []float32, middle float32, sums *[lanes]float32) {
	squaresPlain(x, middle, sums)
}

func addScaled(_ level, to, x, gain, shift []float32, scale float32) {
	addScaledPlain(to, x, gain, shift, scale)
}

func add(_ level, to, x []float32) { addPlain(to, x) }
