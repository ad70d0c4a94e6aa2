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
func addPanel(l level, c, start, a, panel []float32, at []Row, inputs int) {
	switch l {
	case wide:
		addPanelWide(c, start, a, panel, at, inputs)
	case vector:
		for half := 0; half < Panel; half += Panel / 2 {
			addHalfPanel(c[half:], beyond(start, half), a, panel[half:], at, inputs)
		}
	default:
		addPanelPlain(c, start, a, panel, at, inputs)
	}
}

func addPanelWide(c, start, a, panel []float32, at []Row, inputs int) {
	from := firstOf(start)
	for ; len(at) >= 8; at = at[8:] {
		tile8AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
	switch len(at) {
	case 7:
		tile7AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 6:
		tile6AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 5:
		tile5AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 4:
		tile4AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 3:
		tile3AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 2:
		tile2AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 1:
		tile1AVX512(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
}

func addHalfPanel(c, start, a, panel []float32, at []Row, inputs int) {
	from := firstOf(start)
	for ; len(at) >= 6; at = at[6:] {
		tile6AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
	switch len(at) {
	case 5:
		tile5AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 4:
		tile4AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 3:
		tile3AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 2:
		tile2AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	case 1:
		tile1AVX2(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
}

// joinPieces needs slices of one length, a multiple of 16; so do those below.
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

func add(l level, to, x []float32) {
	switch l {
	case wide:
		addAVX512(&to[0], &x[0], len(to))
	case vector:
		addAVX2(&to[0], &x[0], len(to))
	default:
		addPlain(to, x)
	}
}
