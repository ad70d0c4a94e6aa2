package kernel

import "golang.org/x/sys/cpu"

// best is the highest level of this processor.
func best() level {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ:
		return wide
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return vector
	}
	return plain
}

// addPanel adds the products of all rows with one panel.
func addPanel(l level, c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	switch l {
	case wide:
		addPanel512(c, strideC, a, strideA, panel, inputs, rows)
	case vector:
		for half := 0; half < Panel; half += Panel / 2 {
			addHalfPanel(c[half:], strideC, a, strideA, panel[half:], inputs, rows)
		}
	default:
		addPanelPlain(c, strideC, a, strideA, panel, inputs, rows)
	}
}

func addPanel512(c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	r := 0
	for ; r+8 <= rows; r += 8 {
		tile8AVX512(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
	for ; r+4 <= rows; r += 4 {
		tile4AVX512(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
	for ; r < rows; r++ {
		tile1AVX512(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
}

func addHalfPanel(c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	r := 0
	for ; r+6 <= rows; r += 6 {
		tile6AVX2(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
	for ; r+4 <= rows; r += 4 {
		tile4AVX2(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
	for ; r < rows; r++ {
		tile1AVX2(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
}

// joinPieces needs slices of one length, a multiple of 16; so do the two below.
func joinPieces(l level, to, first, second []float32, sums *[lanes]float32) {
	switch l {
	case wide:
		joinPiecesAVX512(&to[0], &first[0], &second[0], len(to), sums)
	case vector:
		joinPiecesAVX2(&to[0], &first[0], &second[0], len(to), sums)
	default:
		joinPiecesPlain(to, first, second, sums)
	}
}

func squares(l level, x []float32, middle float32, sums *[lanes]float32) {
	switch l {
	case wide:
		squaresAVX512(&x[0], len(x), middle, sums)
	case vector:
		squaresAVX2(&x[0], len(x), middle, sums)
	default:
		squaresPlain(x, middle, sums)
	}
}

func addScaled(l level, to, x, gain, shift []float32, scale float32) {
	switch l {
	case wide:
		addScaledAVX512(&to[0], &x[0], &gain[0], &shift[0], len(x), scale)
	case vector:
		addScaledAVX2(&to[0], &x[0], &gain[0], &shift[0], len(x), scale)
	default:
		addScaledPlain(to, x, gain, shift, scale)
	}
}
