// Package kernel multiplies the small matrices of the encoder, with the same bits
// on every machine. Start at [Matrix.AddProduct].
//
// Each output adds its products one after the other in the order of the inputs, and
// every sum with a product is rounded once to 32 bits, as a fused multiply-add does.
// On amd64 and arm64 vector kernels do so for many outputs at a time; elsewhere, and
// on processors without AVX2, their plain twins do the same in the same order. The
// folder gen makes the kernels of amd64.
package kernel

// Panel is the number of outputs that lie together in a matrix. Rows of outputs are
// as long as whole panels; what is beyond the last output gets sums of zeros.
const Panel = 32

// Matrix takes rows of inputs to rows of outputs. Its zero value has none of either.
type Matrix struct {
	inputs, outputs int
	packed          []float32 // by panel, then by input, then by output of the panel
}

// NewMatrix packs weights that lie by output, then by input.
func NewMatrix(outputs, inputs int, weights []float32) Matrix {
	var m Matrix
	m.Set(outputs, inputs, weights, inputs)
	return m
}

// Set packs other weights, of which each output has a row; rows begin stride apart.
// The room of the former ones is used again.
func (m *Matrix) Set(outputs, inputs int, weights []float32, stride int) {
	m.inputs, m.outputs = inputs, outputs
	size := m.Width() * inputs
	if cap(m.packed) < size {
		m.packed = make([]float32, size)
	}
	m.packed = m.packed[:size]
	if outputs%Panel != 0 {
		clear(m.packed[(outputs/Panel)*Panel*inputs:])
	}
	for o := range outputs {
		row := weights[o*stride : o*stride+inputs]
		to := m.packed[(o/Panel)*Panel*inputs+o%Panel:]
		for i, w := range row {
			to[i*Panel] = w
		}
	}
}

// Inputs is the length of a row of inputs.
func (m *Matrix) Inputs() int { return m.inputs }

// Outputs is the number of outputs without the rest of the last panel.
func (m *Matrix) Outputs() int { return m.outputs }

// Width is the length of a row of outputs: whole panels.
func (m *Matrix) Width() int { return (m.outputs + Panel - 1) / Panel * Panel }

// Row joins a row of inputs with the row of sums that its product is added to: it
// tells where each begins. No two rows have the same sums. It has no type of its own
// since the generated kernels do not know it.
type Row = struct{ Input, Sum int32 }

// AddProduct adds to each row of c the product of a row of a with the matrix. Rows
// of a begin strideA apart, those of c strideC.
func (m *Matrix) AddProduct(c []float32, strideC int, a []float32, strideA, rows int) {
	m.addProduct(best(), c, nil, strideC, a, strideA, rows)
}

// StartProduct makes each row of c the sum of a start, which is as wide as the
// matrix, and such a product.
func (m *Matrix) StartProduct(c, start []float32, strideC int, a []float32, strideA, rows int) {
	m.addProduct(best(), c, start, strideC, a, strideA, rows)
}

func (m *Matrix) addProduct(l level, c, start []float32, strideC int, a []float32, strideA, rows int) {
	var some [96]Row // whole tiles of all levels
	for first := 0; first < rows; first += len(some) {
		at := some[:min(len(some), rows-first)]
		for r := range at {
			at[r] = Row{int32(r * strideA), int32(r * strideC)}
		}
		m.addProducts(l, c[first*strideC:], start, a[first*strideA:], at)
	}
}

// AddProducts adds to rows of c the products of rows of a with the matrix.
func (m *Matrix) AddProducts(c, a []float32, at []Row) {
	m.addProducts(best(), c, nil, a, at)
}

// StartProducts makes rows of c the sums of a start and such products.
func (m *Matrix) StartProducts(c, start, a []float32, at []Row) {
	m.addProducts(best(), c, start, a, at)
}

func (m *Matrix) addProducts(l level, c, start, a []float32, at []Row) {
	if len(at) == 0 || m.inputs == 0 || m.outputs == 0 {
		return
	}
	if start != nil {
		start = start[:m.Width()]
	}
	for _, row := range at {
		_ = a[row.Input:][m.inputs-1]
		_ = c[row.Sum:][m.Width()-1]
	}
	for p := 0; p < m.Width(); p += Panel {
		addPanel(l, c[p:], beyond(start, p), a, m.packed[p*m.inputs:(p+Panel)*m.inputs], at, m.inputs)
	}
}

// beyond gives the part of a start behind some outputs; there is none of none.
func beyond(start []float32, outputs int) []float32 { return start[min(outputs, len(start)):] }

// firstOf is where a start lies, nil if there is none.
func firstOf(start []float32) *float32 {
	if len(start) == 0 {
		return nil
	}
	return &start[0]
}

// level is what a processor can do.
type level uint8

const (
	plain  level = iota
	vector       // AVX2 with FMA, or NEON
	wide         // AVX-512
)
