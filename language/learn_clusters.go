package language

import (
	"math"
	"math/rand/v2"
	"slices"
)

// sparseRow is a row of a matrix of which most cells are 0.
type sparseRow struct {
	columns []int32
	values  []float32
}

const vectorSize = 48

// clusterRows groups like rows. A cluster's number is a path in a tree of
// halves, so that its first bits name a broader cluster.
func clusterRows(rows []sparseRow, columns int) []uint16 {
	rng := rand.New(rand.NewPCG(1, 2))
	vectors := factor(rows, columns, rng)
	all := make([]int, len(vectors))
	for i := range all {
		normalise(vectors[i])
		all[i] = i
	}
	clusters := make([]uint16, len(vectors))
	split(vectors, all, 0, clusterBits, clusters, rng)
	return clusters
}

// factor gives each row its place in the space of the strongest directions of
// the matrix, found by subspace iteration.
func factor(rows []sparseRow, columns int, rng *rand.Rand) [][]float32 {
	basis := make([][]float32, columns)
	for i := range basis {
		basis[i] = make([]float32, vectorSize)
		for k := range basis[i] {
			basis[i][k] = float32(rng.NormFloat64())
		}
	}
	for range 4 {
		places := times(rows, basis)
		orthonormalise(places)
		basis = transposedTimes(rows, places, columns)
		orthonormalise(basis)
	}
	return times(rows, basis)
}

func times(rows []sparseRow, basis [][]float32) [][]float32 {
	out := make([][]float32, len(rows))
	for i, r := range rows {
		out[i] = make([]float32, vectorSize)
		for k, c := range r.columns {
			addScaled(out[i], basis[c], r.values[k])
		}
	}
	return out
}

func transposedTimes(rows []sparseRow, places [][]float32, columns int) [][]float32 {
	out := make([][]float32, columns)
	for i := range out {
		out[i] = make([]float32, vectorSize)
	}
	for i, r := range rows {
		for k, c := range r.columns {
			addScaled(out[c], places[i], r.values[k])
		}
	}
	return out
}

// orthonormalise makes the columns of a tall matrix orthogonal (Gram-Schmidt).
func orthonormalise(m [][]float32) {
	for k := range vectorSize {
		for j := range k {
			var sum float64
			for _, row := range m {
				sum += float64(row[k]) * float64(row[j])
			}
			for _, row := range m {
				row[k] -= float32(sum) * row[j]
			}
		}
		var norm float64
		for _, row := range m {
			norm += float64(row[k]) * float64(row[k])
		}
		scale := float32(1 / math.Sqrt(norm+1e-12))
		for _, row := range m {
			row[k] *= scale
		}
	}
}

func normalise(v []float32) {
	if norm := dot(v, v); norm > 0 {
		scale := float32(1 / math.Sqrt(float64(norm)))
		for i := range v {
			v[i] *= scale
		}
	}
}

func dot(a, b []float32) (sum float32) {
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

func addScaled(a, b []float32, by float32) {
	for i, x := range b {
		a[i] += x * by
	}
}

// split halves the members again and again by 2-means over directions; the path
// of halves is the cluster.
func split(vectors [][]float32, members []int, path uint16, depth int, clusters []uint16, rng *rand.Rand) {
	if depth == 0 || len(members) < 2 {
		for _, m := range members {
			clusters[m] = path << depth
		}
		return
	}
	left, right := halve(vectors, members, rng)
	split(vectors, left, path<<1, depth-1, clusters, rng)
	split(vectors, right, path<<1|1, depth-1, clusters, rng)
}

// halve keeps the best of a few tries: the one whose members lie nearest to the
// middles of their halves.
func halve(vectors [][]float32, members []int, rng *rand.Rand) (left, right []int) {
	best := float32(-1)
	for range 4 {
		l, r, near := twoMeans(vectors, members, rng)
		if near > best && min(len(l), len(r))*20 >= len(members) || left == nil {
			best, left, right = near, slices.Clone(l), slices.Clone(r)
		}
	}
	return left, right
}

func twoMeans(vectors [][]float32, members []int, rng *rand.Rand) (left, right []int, near float32) {
	a := slices.Clone(vectors[members[rng.IntN(len(members))]])
	b := slices.Clone(vectors[members[rng.IntN(len(members))]])
	for range 10 {
		left, right, near = left[:0], right[:0], 0
		na, nb := make([]float32, len(a)), make([]float32, len(b))
		for _, m := range members {
			v := vectors[m]
			if toA, toB := dot(v, a), dot(v, b); toA >= toB {
				left = append(left, m)
				addScaled(na, v, 1)
				near += toA
			} else {
				right = append(right, m)
				addScaled(nb, v, 1)
				near += toB
			}
		}
		normalise(na)
		normalise(nb)
		a, b = na, nb
	}
	return left, right, near
}
