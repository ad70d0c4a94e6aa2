package kernel

// best is the level of every arm64 processor.
func best() level { return vector }

// tile4NEON adds the product of 4 rows of a with 16 columns of a panel to c.
//
//go:noescape
func tile4NEON(c *float32, a *float32, b *float32, inputs int, strideA int, strideC int)

// tile1NEON adds the product of a row of a with 16 columns of a panel to c.
//
//go:noescape
func tile1NEON(c *float32, a *float32, b *float32, inputs int)

// addPanel adds the products of all rows with one panel.
func addPanel(l level, c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	if l == plain {
		addPanelPlain(c, strideC, a, strideA, panel, inputs, rows)
		return
	}
	for half := 0; half < Panel; half += Panel / 2 {
		addHalfPanel(c[half:], strideC, a, strideA, panel[half:], inputs, rows)
	}
}

func addHalfPanel(c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	r := 0
	for ; r+4 <= rows; r += 4 {
		tile4NEON(&c[r*strideC], &a[r*strideA], &panel[0], inputs, strideA, strideC)
	}
	for ; r < rows; r++ {
		tile1NEON(&c[r*strideC], &a[r*strideA], &panel[0], inputs)
	}
}
