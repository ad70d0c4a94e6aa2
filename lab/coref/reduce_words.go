package coref

import (
	"math"
	"math/rand"
	"sync"
)

// sparse is a matrix of which only the cells that are not zero are kept, row by
// row.
type sparse struct {
	rows, columns int
	starts        []int
	index         []int32
	values        []float32
}

// reduce gives each row as a unit vector of few dimensions: the strongest
// left singular vectors, found by subspace iteration from a fixed seed.
func (m *sparse) reduce(dimensions int) [][]float32 {
	random := rand.New(rand.NewSource(1))
	basis := newRows(m.columns, dimensions)
	for _, row := range basis {
		for j := range row {
			row[j] = float32(random.NormFloat64())
		}
	}
	for range 3 {
		left := m.times(basis)
		orthonormalise(left)
		basis = m.transposedTimes(left)
		orthonormalise(basis)
	}
	points := m.times(basis)
	soften(points)
	for _, p := range points {
		normalise(p)
	}
	return points
}

// soften takes the square root of each dimension's strength, so that the first
// few (frequency, part of speech) do not drown the others.
func soften(points [][]float32) {
	for j := range points[0] {
		sum := 0.0
		for _, p := range points {
			sum += float64(p[j]) * float64(p[j])
		}
		if sum > 0 {
			scale := float32(1 / math.Sqrt(math.Sqrt(sum)))
			for _, p := range points {
				p[j] *= scale
			}
		}
	}
}

func (m *sparse) times(basis [][]float32) [][]float32 {
	out := newRows(m.rows, len(basis[0]))
	for i, row := range out {
		for k := m.starts[i]; k < m.starts[i+1]; k++ {
			addScaled(row, basis[m.index[k]], m.values[k])
		}
	}
	return out
}

func (m *sparse) transposedTimes(left [][]float32) [][]float32 {
	out := newRows(m.columns, len(left[0]))
	for i, row := range left {
		for k := m.starts[i]; k < m.starts[i+1]; k++ {
			addScaled(out[m.index[k]], row, m.values[k])
		}
	}
	return out
}

func newRows(n, dimensions int) [][]float32 {
	cells := make([]float32, n*dimensions)
	rows := make([][]float32, n)
	for i := range rows {
		rows[i] = cells[i*dimensions : (i+1)*dimensions : (i+1)*dimensions]
	}
	return rows
}

func addScaled(to, from []float32, by float32) {
	for j, v := range from {
		to[j] += v * by
	}
}

// orthonormalise makes the columns of rows orthogonal and of length one.
func orthonormalise(rows [][]float32) {
	d := len(rows[0])
	for j := range d {
		for k := range j {
			dot := 0.0
			for _, r := range rows {
				dot += float64(r[j]) * float64(r[k])
			}
			for _, r := range rows {
				r[j] -= float32(dot) * r[k]
			}
		}
		sum := 0.0
		for _, r := range rows {
			sum += float64(r[j]) * float64(r[j])
		}
		scale := float32(1 / math.Sqrt(sum+1e-30))
		for _, r := range rows {
			r[j] *= scale
		}
	}
}

func normalise(p []float32) {
	sum := float32(0)
	for _, v := range p {
		sum += v * v
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(float64(sum)))
	for j := range p {
		p[j] *= scale
	}
}

// groups says which centre each point belongs to.
type groups struct {
	of      []int
	centres [][]float32
}

// gather is k-means on unit vectors. The first centres are the first points,
// which are the most frequent words.
func gather(points [][]float32, count, rounds int) groups {
	count = min(count, len(points))
	g := groups{of: make([]int, len(points)), centres: newRows(count, len(points[0]))}
	for i := range g.centres {
		copy(g.centres[i], points[i])
	}
	for range rounds {
		g.assign(points)
		g.recentre(points)
	}
	g.assign(points)
	return g
}

func (g *groups) assign(points [][]float32) {
	const workers = 2
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(points); i += workers {
				g.of[i] = nearest(points[i], g.centres)
			}
		})
	}
	wait.Wait()
}

func nearest(p []float32, centres [][]float32) int {
	best, at := float32(math.Inf(-1)), 0
	for c, centre := range centres {
		var a, b, d, e float32
		j := 0
		for ; j+3 < len(p); j += 4 {
			a += p[j] * centre[j]
			b += p[j+1] * centre[j+1]
			d += p[j+2] * centre[j+2]
			e += p[j+3] * centre[j+3]
		}
		for ; j < len(p); j++ {
			a += p[j] * centre[j]
		}
		if s := a + b + d + e; s > best {
			best, at = s, c
		}
	}
	return at
}

func (g *groups) recentre(points [][]float32) {
	for _, c := range g.centres {
		clear(c)
	}
	for i, p := range points {
		addScaled(g.centres[g.of[i]], p, 1)
	}
	for _, c := range g.centres {
		normalise(c)
	}
}
