//go:build !amd64 && !arm64

package kernel

// best is the highest level of this processor.
func best() level { return plain }

func addPanel(_ level, c, start, a, panel []float32, at []Row, inputs int) {
	addPanelPlain(c, start, a, panel, at, inputs)
}
