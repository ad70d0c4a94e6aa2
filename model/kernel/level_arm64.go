package kernel

// best is the level of every arm64 processor.
func best() level { return vector }

// tile4NEON adds the product of 4 rows of a with 16 columns of a panel to c, or to start if there is one.
//
//go:noescape
func tile4NEON(c *float32, start *float32, a *float32, b *float32, at *Row, inputs int)

// tile1NEON adds the product of a row of a with 16 columns of a panel to c, or to start if there is one.
//
//go:noescape
func tile1NEON(c *float32, start *float32, a *float32, b *float32, at *Row, inputs int)

// addPanel adds the products of all rows with one panel.
func addPanel(l level, c, start, a, panel []float32, at []Row, inputs int) {
	if l == plain {
		addPanelPlain(c, start, a, panel, at, inputs)
		return
	}
	for half := 0; half < Panel; half += Panel / 2 {
		addHalfPanel(c[half:], beyond(start, half), a, panel[half:], at, inputs)
	}
}

func addHalfPanel(c, start, a, panel []float32, at []Row, inputs int) {
	from := firstOf(start)
	for ; len(at) >= 4; at = at[4:] {
		tile4NEON(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
	for ; len(at) > 0; at = at[1:] {
		tile1NEON(&c[0], from, &a[0], &panel[0], &at[0], inputs)
	}
}
