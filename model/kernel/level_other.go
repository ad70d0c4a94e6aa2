//go:build !amd64 && !arm64

package kernel

// best is the highest level of this processor.
func best() level { return plain }

func addPanel(_ level, c []float32, strideC int, a []float32, strideA int, panel []float32, inputs, rows int) {
	addPanelPlain(c, strideC, a, strideA, panel, inputs, rows)
}
