package kernel

// addPanelPlain is the twin of the tiles: the same products in the same order.
func addPanelPlain(c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	for r := range rows {
		sums := (*[Panel]float32)(c[r*strideC:])
		for i, x := range a[r*strideA : r*strideA+inputs] {
			weights := (*[Panel]float32)(panel[i*Panel:])
			for k, w := range weights {
				sums[k] += float32(x * w)
			}
		}
	}
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
